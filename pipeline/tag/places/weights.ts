// How much each kind of evidence for a place counts. Tuned on one half of the gold lines, looked at on the other.

export const WEIGHTS = {
  /** A name alone. */
  bare: { title: 3, text: 1 },
  /** Behind an authority: 'Pemkot', 'Bupati', 'Bawaslu', 'Polres'. */
  authority: { title: 5, text: 2.5 },
  /** Behind 'ASN', 'camat', 'pilkada'. */
  concern: { title: 4.5, text: 2 },
  /** Behind 'warga', 'DPC'. */
  people: { title: 3, text: 1.2 },
  /** Behind 'Kota', 'Kabupaten', 'Provinsi' only. */
  level: { title: 4, text: 1.8 },
  /** Behind 'di', 'ke', 'dari' only. */
  venue: { title: 3.5, text: 0.8 },
  /** A governor's election: held in all parts of the province. */
  pilgub: { title: 2.5, text: 1.2 },
  /** Behind a building: 'Balai Kota', 'Kantor Gubernur'. */
  building: { title: 3, text: 1.2 },
  dateline: 2,
  /** The national capital without an office word: where reporters and ministries sit. */
  capital: 0.3,
  url: 1,
  officialHost: 3,
  outlet: 1.2,
  outletProvince: 0.5,
  district: 1.2,
} as const;

export const FACTORS = {
  lead: 1.3,
  noise: 0.03,
  past: 0.2,
  example: 0.5,
  suffix: 0.15,
  apposition: 0.3,
  person: 0.1,
  doubtful: 0.5,
  facility: 0.3,
  macro: 0.5,
  shortList: 0.45,
  /** A short list with a number to each: 'Karimun 5, Lingga 3, Batam 5'. */
  countedList: 1,
  longList: 0.25,
  /** Each further mention counts this much of the one before it. */
  repeat: 0.82,
} as const;

/** Central bodies ('BKN', 'Mendagri') named in each part, and the most that they count together; so many provinces count as much. */
export const NATIONAL = { title: 1.5, lead: 0.6, body: 0.2, most: 4, provinces: 5 } as const;
