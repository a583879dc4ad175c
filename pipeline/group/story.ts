// An article → what tells its story apart from others of the same place and week: persons, numbers, days, rare words.
import type { GroupArticle } from './article.ts';
import { COMMON_WORDS, FREQUENT_WORDS } from './common-words.ts';
import { hashSet } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { roughStem } from './stem.ts';
import { hashWord, chain, COMMON, NAME, NUMBER, readWords, wordsOf } from './words.ts';
import type { ArticleWords, Words } from './words.ts';

export type StoryView = {
  primary: string | null;
  /** Days since 1970 on the local clock; null where unknown. */
  day: number | null;
  elections: ReadonlySet<string>;
  coverage: string;
  /** Hashes of the words of names of persons, bodies and small places; those of its regions are left out. */
  names: HashSet;
  /** Words that open a sentence: names, if the other article has them as names. */
  openings: HashSet;
  /** Words of the names of those who speak. */
  speakers: HashSet;
  /** Hashes of numbers of three digits or more. */
  numbers: HashSet;
  /** Numbers of one or two digits that are no part of a date. */
  counts: HashSet;
  /** Days named in the text, month × 32 + day; polling days are left out. */
  dates: HashSet;
  /** What it is about: hashes of the stems of its other words, ascending, each with its weight; the headline's too. */
  topic: Topic;
};

/** Two articles of one story share one of their keys at least, within the window of days. */
export type KeyedStory = { view: StoryView; keys: readonly number[] };

export type Topic = { stems: HashSet; weights: Float32Array };

/** Institutions that a place stands behind: 'Bawaslu Wonogiri', 'Kecamatan Hamparan Rawang'. */
const BEFORE_PLACE =
  /^(?:kabupaten|kota|kab|provinsi|kecamatan|kelurahan|desa|kampung|distrik|pemkab|pemkot|pemko|pemprov|bawaslu|kpu|dprd|dprk|panwaslu|panwaslih|panwas|polres|kodim|pilkada|pilgub|pilbup|pilwalkot)$/;
const REGION_TAG = /^(?:region|primary):/;
const DAY_MS = 86_400_000;

/** `day`: of the story, days since 1970. */
export function viewStory(
  article: GroupArticle,
  day: number | null = dayOf(article.localDay),
  { own: body, body: words, title }: ArticleWords = wordsOf(article),
): KeyedStory {
  const places = placesOf(words, article);
  const dates = datesIn(body);
  const names = pick(words, (word, kind) => kind === NAME && !places.has(word));
  const speakers = hashSet(
    article.tags.speakers
      .flatMap(({ name }) => readWords(name).words)
      .filter((word) => word.length > 2 && !places.has(word))
      .map(hashWord),
  );
  const { primary, elections, coverage } = article.tags;
  const view = {
    primary,
    day,
    elections: new Set(elections.map(({ election }) => election)),
    coverage,
    names,
    openings: hashSet(words.hashes.filter((_, at) => words.openings[at] === 1)),
    speakers,
    numbers: pick(words, (_, kind) => kind === NUMBER),
    counts: hashSet(countsIn(body)),
    dates: hashSet(dates),
    topic: topicOf([title, words], places),
  };
  const keys = [...nameKeys(words, places, primary), ...dayKeys(dates, primary)];
  return { view, keys: [...keys, ...placeKey(primary, day)] };
}

function pick(words: Words, wanted: (word: string, kind: number) => boolean): HashSet {
  return hashSet(
    words.hashes.filter((_, at) => wanted(words.words[at] ?? '', words.kinds[at] ?? COMMON)),
  );
}

/** A word in one article of fifty tells half as much as one that is rarer. */
const COMMON_WEIGHT = 0.5;

function topicOf(parts: Words[], places: ReadonlySet<string>): Topic {
  const topic = new Map<number, number>();
  for (const { words, kinds } of parts)
    for (const [at, word] of words.entries()) {
      if (kinds[at] === NAME || word.length < 3 || /^\d/.test(word)) continue;
      if (FREQUENT_WORDS.has(word) || places.has(word)) continue;
      const weight = COMMON_WORDS.has(word) ? COMMON_WEIGHT : 1;
      const stem = hashWord(roughStem(word));
      topic.set(stem, Math.max(weight, topic.get(stem) ?? 0));
    }
  const stems = hashSet(topic.keys());
  return { stems, weights: Float32Array.from(stems, (stem) => topic.get(stem) ?? 0) };
}

/** Words that name where: quoted for a region's tag, or behind an institution. */
function placesOf({ words, kinds }: Words, { tags }: GroupArticle): Set<string> {
  const places = new Set<string>();
  for (const { tag, quote } of tags.reasons)
    if (REGION_TAG.test(tag)) for (const word of readWords(quote).words) places.add(word);
  for (let at = 1; at < words.length; at++)
    if (kinds[at] === NAME && BEFORE_PLACE.test(words[at - 1] ?? '')) places.add(words[at] ?? '');
  return places;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const DATE =
  /(?<![\d/])(\d{1,2})(?:\/(\d{1,2})(?![\d])|\s+(jan|feb|peb|mar|apr|mei|jun|jul|ag[ust]|sep|okt|nov|nop|des)\p{L}*)/giu;
/** Polling days and the like, which every article of a campaign names: pilkada 2015–2024, pemilu 2014–2024. */
const POLLING = new Set(
  [
    [27, 11],
    [9, 12],
    [27, 6],
    [15, 2],
    [14, 2],
    [17, 4],
    [9, 4],
    [9, 7],
    [23, 9],
    [27, 8],
  ].map(([day = 0, month = 0]) => month * 32 + day),
);

function datesIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const [, day = '', number, name] of text.matchAll(DATE)) {
    const stem = name
      ?.toLowerCase()
      .replace(/^peb/, 'feb')
      .replace('nop', 'nov')
      .replace(/^ag./, 'agu');
    const month = stem === undefined ? Number(number) : MONTHS.indexOf(stem) + 1;
    const date = month * 32 + Number(day);
    if (month >= 1 && month <= 12 && Number(day) <= 31 && !POLLING.has(date)) found.add(date);
  }
  return found;
}

/** '15 kasus', '39 detik'; not '4/10', not '10.00', not '4 Oktober'. */
function countsIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const [number] of text
    .replace(DATE, ' ')
    .matchAll(/(?<![\d/.,:-])\d{1,2}(?![\d/:]|[.,]\d)/g))
    if (Number(number) > 1) found.add(Number(number));
  return found;
}

/** Days since 1970; null where unknown or no date. */
export function dayOf(localDay: string | null): number | null {
  const at = localDay === null ? Number.NaN : Date.parse(`${localDay.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? null : Math.floor(at / DAY_MS);
}

/** Most keys of each kind. */
const KEYS = 32;

/** Two neighbouring words of a name; and each word that is one, or may be, together with the region. */
function nameKeys(words: Words, places: ReadonlySet<string>, primary: string | null): number[] {
  const { hashes, kinds, openings } = words;
  const elsewhere = words.words.map((word) => !places.has(word));
  const pairs = new Set<number>();
  const placed = new Set<number>();
  const place = placeHash(primary);
  for (const [at, is] of elsewhere.entries()) {
    if (!is || (kinds[at] !== NAME && openings[at] !== 1)) continue;
    placed.add(chain(place, hashes[at] ?? 0));
    if (kinds[at] === NAME && kinds[at + 1] === NAME && elsewhere[at + 1] === true)
      pairs.add(chain(hashes[at] ?? 0, hashes[at + 1] ?? 0));
  }
  return [...smallest(pairs), ...smallest(placed)];
}

/** A named day together with the region. */
const dayKeys = (dates: ReadonlySet<number>, primary: string | null): HashSet =>
  smallest(new Set([...dates].map((date) => chain(placeHash(primary), date))));

const placeHash = (primary: string | null): number => hashWord(primary ?? 'nasional');

/** All of one place in one week are compared; where the day or the place is unknown, names must lead there. */
function placeKey(primary: string | null, day: number | null): number[] {
  return primary === null || day === null ? [] : [hashWord(`all of ${primary}`)];
}

const smallest = (keys: Set<number>): HashSet => hashSet(keys).slice(0, KEYS);
