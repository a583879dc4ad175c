// The posted form of a review, and the article that it was about → what was said of which tag.
import type { Tags } from '../../schemas/tag.ts';
import type { Language } from '../web/words.ts';
import type { ReviewDesk, Said } from './review-ports.ts';
import { sayReview } from './review-words.ts';

/** What a form posted: a field once or several times. */
export type Posted = Record<string, unknown>;

export type ReadReview = {
  said: Said[];
  why: string;
  whole: boolean;
  version: number;
  /** Regions that were not understood, in the reader's language. */
  faults: string[];
};

/** Groups of tags that share a field for the words behind them. */
export const GROUPS = [
  'relevance',
  'regions',
  'elections',
  'coverage',
  'violations',
  'actors',
  'advertorial',
] as const;
export type Group = (typeof GROUPS)[number];

const one = (posted: Posted, name: string): string => {
  const value = [posted[name] ?? ''].flat().at(-1);
  return typeof value === 'string' ? value.trim() : '';
};

const many = (posted: Posted, name: string): string[] =>
  [posted[name] ?? []].flat().filter((value) => typeof value === 'string');

/** The tags of each group, as they stand. */
export function groupTags(tags: Tags): Record<Group, string[]> {
  return {
    relevance: tags.relevant ? ['relevance'] : [],
    regions: [
      ...(tags.primary === null ? [] : [`primary:${tags.primary}`]),
      ...tags.regions.map((code) => `region:${code}`),
    ],
    elections: tags.elections.flatMap(({ election, contests }) => [
      `election:${election}`,
      ...contests.map((contest) => `contest:${election}/${contest}`),
    ]),
    coverage: [`coverage:${tags.coverage}`],
    violations: tags.violations.map((act) => `violation:${act}`),
    actors: tags.actors.map((actor) => `actor:${actor}`),
    advertorial: tags.advertorial ? ['advertorial'] : [],
  };
}

export function readReview(
  posted: Posted,
  tags: Tags,
  desk: Pick<ReviewDesk, 'regionsCalled'> & { regionName: (code: string) => string },
  language: Language,
): ReadReview {
  const faults: string[] = [];
  const regions = regionLines(one(posted, 'wilayah'), desk, language, faults);
  const relevant = one(posted, 'relevan') !== 'tidak';
  const [primary] = regions;
  const wanted: Record<Group, string[]> = {
    relevance: relevant ? ['relevance'] : [],
    regions: [
      ...(primary === undefined ? [] : [`primary:${primary}`]),
      ...regions.map((code) => `region:${code}`),
    ],
    elections: [
      ...many(posted, 'pemilihan').map((id) => `election:${id}`),
      ...many(posted, 'kontes').map((id) => `contest:${id}`),
    ],
    // The kind and the acts of an article fall with its relevance: nothing is said of them then.
    coverage: relevant ? [`coverage:${one(posted, 'jenis')}`] : [`coverage:${tags.coverage}`],
    violations: relevant
      ? many(posted, 'pelanggaran').map((act) => `violation:${act}`)
      : tags.violations.map((act) => `violation:${act}`),
    actors: many(posted, 'pihak').map((actor) => `actor:${actor}`),
    advertorial: one(posted, 'advertorial') === '' ? [] : ['advertorial'],
  };
  const before = groupTags(tags);
  return {
    said: GROUPS.flatMap((group) =>
      differences(before[group], wanted[group], one(posted, `kutipan-${group}`)),
    ),
    why: one(posted, 'alasan'),
    whole: one(posted, 'utuh') !== '',
    version: Number(one(posted, 'versi')),
    faults,
  };
}

/** Words without a change confirm what stands. */
function differences(before: string[], wanted: string[], quote: string): Said[] {
  const added = wanted.filter((tag) => !before.includes(tag));
  const dropped = before.filter(
    (tag) =>
      !wanted.includes(tag) && !(replaced(tag) && added.some((other) => sameKind(tag, other))),
  );
  const changes = [
    ...dropped.map((tag) => ({ tag, holds: false, quote: added.length === 0 ? quote : '' })),
    ...added.map((tag) => ({ tag, holds: true, quote })),
  ];
  if (changes.length > 0 || quote === '') return changes;
  return wanted.map((tag) => ({ tag, holds: true, quote }));
}

/** A tag of which an article has one goes when another one of its kind comes. */
const replaced = (tag: string): boolean => /^(primary|coverage):/.test(tag);
const sameKind = (a: string, b: string): boolean => a.split(':', 1)[0] === b.split(':', 1)[0];

// oxlint-disable-next-line max-params -- the lines, who knows regions, in which language, and where faults are noted
function regionLines(
  text: string,
  desk: Pick<ReviewDesk, 'regionsCalled'> & { regionName: (code: string) => string },
  language: Language,
  faults: string[],
): string[] {
  const codes = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line): string[] => {
      const found = desk.regionsCalled(line);
      if (found.length === 1) return found;
      const names = found.map((code) => desk.regionName(code)).join(', ');
      faults.push(`${sayReview('regions', language)}: ${line} – ${names === '' ? '?' : names}`);
      return [];
    });
  return [...new Set(codes)];
}
