// What the taggers know, as data: the shape of each file in knowledge/ and of the whole.
import { z } from 'zod';
import { Lexicon } from './lexicon.ts';
import { RegionCode } from './region.ts';
import { Contest, ElectionId, ElectionStage } from './tag.ts';

const row = { id: z.string().min(1), source: z.string().min(1) };
const words = z.string().min(1);
const number = z.coerce.number();
const optionalRegion = z
  .union([z.literal(''), RegionCode])
  .transform((code) => (code === '' ? null : code));
const electionList = z
  .string()
  .transform((text) => text.split(' ').filter((part) => part !== ''))
  .pipe(z.array(ElectionId));

/** A province, kabupaten or kota of today; `id` is its Kemendagri code. */
export const Region = z.strictObject({
  ...row,
  id: RegionCode,
  name: words,
  /** Without 'Kabupaten' or 'Kota'. */
  short: words,
  kind: z.enum(['province', 'kabupaten', 'kota']),
  lat: number.min(-12).max(7),
  lon: number.min(94).max(142),
});
export type Region = z.infer<typeof Region>;

/** A kecamatan; its id begins with the code of its regency: '11.01.02'. */
export const District = z.strictObject({
  ...row,
  id: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
  name: words,
});
export type District = z.infer<typeof District>;

/**
 * When a name counts: '' always; 'context' if the region, its province or an office word stands near; 'office' only
 * behind an office or level word or in a dateline; 'dateline' only in a dateline or behind 'Kota'.
 */
export const NameGuard = z.enum(['', 'context', 'office', 'dateline']);
export type NameGuard = z.infer<typeof NameGuard>;

/** Another name of a region: abbreviation, nickname, former name, spelling. */
export const Alias = z.strictObject({
  ...row,
  alias: words,
  kind: z.enum(['abbreviation', 'nickname', 'former', 'spelling']),
  region: RegionCode,
  guard: NameGuard,
  /** Last day on which it was used for this region; '' if it still is. */
  until: z.union([z.literal(''), z.iso.date()]),
});
export type Alias = z.infer<typeof Alias>;

/** The seat of a regency: stands in datelines for the whole regency. */
export const Town = z.strictObject({ ...row, name: words, region: RegionCode, guard: NameGuard });
export type Town = z.infer<typeof Town>;

/** A land without a code of its own (Flores, Jabodetabek); `province` where it lies within one. */
export const MacroRegion = z.strictObject({ ...row, name: words, province: optionalRegion });
export type MacroRegion = z.infer<typeof MacroRegion>;

/** A word of office or level and what it tells of the place named after it. */
export const Office = z.strictObject({
  ...row,
  phrase: words,
  /** 'local': a kabupaten, kota or province, the word does not say which. */
  level: z.enum(['kota', 'kabupaten', 'province', 'local', 'national']),
  /** 'official' a person in office, 'building' where one works: a venue, though it tells the level. */
  body: z.enum([
    'government',
    'official',
    'building',
    'council',
    'election',
    'police',
    'candidate',
    'contest',
    'civil-servants',
    'people',
  ]),
});
export type Office = z.infer<typeof Office>;

/** A phrase that holds the name of a place and is none: a person, a saying, a newspaper, a club. */
export const Guard = z.strictObject({ ...row, phrase: words, why: words });
export type Guard = z.infer<typeof Guard>;

/** A word before the name of a place that makes it a street, a campus, a venue. */
export const Facility = z.strictObject({ ...row, phrase: words, kind: words });
export type Facility = z.infer<typeof Facility>;

/** A name of a region that is also a common word: counts only with support. */
export const CommonWord = z.strictObject({ ...row, word: words });
export type CommonWord = z.infer<typeof CommonWord>;

/** A phrase that gives away a line which is not the article: 'Baca juga', 'Copyright', 'Ikuti kami di'. */
export const NoisePhrase = z.strictObject({
  ...row,
  phrase: words,
  /**
   * 'start': a line that begins with it. 'label': one that begins with it and a colon, or is nothing else. 'any':
   * wherever it stands in a line.
   */
  where: z.enum(['start', 'label', 'any']),
});
export type NoisePhrase = z.infer<typeof NoisePhrase>;

/** A sign of a page that stands in the place of an article; its id is named where it made the difference. */
export const WallSign = z.strictObject({
  ...row,
  /** What such a page is; see SKIP_REASONS. */
  kind: z.enum(['blocked', 'soft-404', 'parked', 'hijacked']),
  /**
   * 'headline': the phrase is all of the title, or of a part of it, or of the first heading. 'text': it stands in what a
   * reader sees. 'html': it stands in the markup. 'address': it stands in the address that a redirect led to. 'body': it
   * stands on a page whose article is short. 'bait' and 'report' are weighed against each other: words that sell
   * gambling, and words of those who report on it.
   */
  where: z.enum(['headline', 'text', 'html', 'address', 'body', 'bait', 'report']),
  /** Lower case. */
  phrase: words.refine((phrase) => phrase === phrase.toLowerCase(), 'lower case is expected'),
  /** It counts only on a page (for 'body': an article) of at most so many words; null for any. */
  words: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1)]),
});
export type WallSign = z.infer<typeof WallSign>;

/** A newspaper, by its host name without www., and where it reports from. */
export const Outlet = z.strictObject({
  ...row,
  name: words,
  region: optionalRegion,
  network: z.string(),
  verified: z.string(),
});
export type Outlet = z.infer<typeof Outlet>;

/** Which of the simultaneous elections a region takes part in; `id` is its code. */
export const Participation = z.strictObject({
  ...row,
  id: RegionCode,
  contest: z.union([z.literal(''), Contest]),
  elections: electionList,
  note: z.string(),
});
export type Participation = z.infer<typeof Participation>;

/** A vote repeated in one region: by order of the MK (PSU), or because the empty box won (pilkada ulang). */
export const Revote = z.strictObject({
  ...row,
  region: RegionCode,
  election: ElectionId,
  date: z.iso.date(),
});
export type Revote = z.infer<typeof Revote>;

const Stage = z.strictObject({ stage: ElectionStage, from: z.iso.date(), to: z.iso.date() });

/** An election and its calendar. All days are local and inclusive. */
export const Election = z.strictObject({
  ...row,
  id: ElectionId,
  kind: z.enum(['pemilu', 'pilkada', 'revote', 'pilkades', 'unspecified']),
  /** The year printed beside the word; null where none is. */
  year: z.int().nullable(),
  /** Days on which the bare word ('pilkada', 'pemilu') means this one; null where it never does. */
  window: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** Days on which people voted, or will. */
  votes: z.array(z.iso.date()),
  stages: z.array(Stage),
});
export type Election = z.infer<typeof Election>;

/**
 * A word of elections: what kind or contest it names. 'both' is Pemilu and Pilkada at once, 'campaign' tells only that
 * some election is meant, 'nothing' is a body or a law that holds such a word ('Badan Pengawas Pemilu').
 */
export const ElectionWord = z.strictObject({
  ...row,
  phrase: words,
  means: z.enum([
    'pemilu',
    'pilkada',
    'both',
    'campaign',
    'pilpres',
    'pileg',
    'pilgub',
    'pilbup',
    'pilwalkot',
    'revote',
    'rerun',
    'pilkades',
    'nothing',
  ]),
});
export type ElectionWord = z.infer<typeof ElectionWord>;

/** A name or a law that tells one election: presidential candidates, 'UU 8 Tahun 2015'. */
export const ElectionSign = z.strictObject({
  ...row,
  phrase: words,
  election: ElectionId,
  contest: z.union([z.literal(''), Contest]),
});
export type ElectionSign = z.infer<typeof ElectionSign>;

const optionalDay = z.union([z.literal(''), z.iso.date()]);

/** A word that the press used only from a day on, or only until one: laws, bodies, terms of office. */
export const Era = z.strictObject({ ...row, phrase: words, from: optionalDay, to: optionalDay });
export type Era = z.infer<typeof Era>;

export const Knowledge = z.strictObject({
  /** Short hash of the bytes of all files. */
  version: z.string().min(1),
  regions: z.array(Region),
  districts: z.array(District),
  aliases: z.array(Alias),
  towns: z.array(Town),
  macroRegions: z.array(MacroRegion),
  offices: z.array(Office),
  guards: z.array(Guard),
  facilities: z.array(Facility),
  commonWords: z.array(CommonWord),
  noise: z.array(NoisePhrase),
  walls: z.array(WallSign),
  outlets: z.array(Outlet),
  participation: z.array(Participation),
  revotes: z.array(Revote),
  elections: z.array(Election),
  electionWords: z.array(ElectionWord),
  electionSigns: z.array(ElectionSign),
  eras: z.array(Era),
  lexicon: Lexicon,
});
export type Knowledge = z.infer<typeof Knowledge>;
