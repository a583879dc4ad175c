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
  dateline: 2,
  /** Dateline of the national capital, where reporters sit. */
  capitalDateline: 0.3,
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
  suffix: 0.15,
  apposition: 0.3,
  person: 0.1,
  facility: 0.3,
  shortList: 0.45,
  longList: 0.25,
  /** Each further mention counts this much of the one before it. */
  repeat: 0.82,
} as const;
