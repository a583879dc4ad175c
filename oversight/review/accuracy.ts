// Reviews of the random sample → how often the tagger was right, by tag and by region, with 95 % intervals.
import type { Review } from '../../schemas/review.ts';
import { type Interval, wilson } from './wilson.ts';

/** `hits` of `of`; the interval is Wilson's. */
export type Share = { hits: number; of: number } & Interval;

export type Accuracy = {
  /** Articles of the sample that were reviewed whole. */
  articles: number;
  /** Of those shown as relevant, how many are; null where none was reviewed. */
  precision: Share | null;
  /** Of those put aside, how many are rightly so. */
  aside: Share | null;
  /** Within relevant articles, most frequent first: of the given tags how many hold, of those that hold how many were given. */
  tags: { tag: string; precision: Share | null; recall: Share | null }[];
  /** By main region: relevance, main region and kind all right. */
  regions: { region: string; right: Share | null }[];
};

type Case = { given: Set<string>; true: Set<string>; sample: Review['sample'] };

const COUNTED = /^(region|primary|election|contest|coverage|actor|violation|advertorial)(:|$)/;

/** The last whole review of each article counts; only those that the random sample drew. */
export function accuracyOf(reviews: readonly Review[]): Accuracy {
  const last = new Map<string, Review>();
  for (const review of reviews)
    if (review.whole && review.sample !== null) last.set(review.article, review);
  const cases = [...last.values()].map(({ tagger, judgements, sample }): Case => ({
    given: new Set(tagger),
    true: new Set(judgements.filter(({ holds }) => holds).map(({ tag }) => tag)),
    sample,
  }));
  const shown = cases.filter(({ given, sample }) => sample === 'seen' && given.has('relevance'));
  const aside = cases.filter(({ sample }) => sample === 'irrelevant');
  return {
    articles: cases.length,
    precision: share(shown, (one) => one.true.has('relevance')),
    aside: share(aside, (one) => !one.true.has('relevance')),
    tags: byTag(cases.filter((one) => one.true.has('relevance'))),
    regions: byRegion(cases),
  };
}

function share<T>(all: readonly T[], hit: (one: T) => boolean): Share | null {
  if (all.length === 0) return null;
  const hits = all.filter(hit).length;
  return { hits, of: all.length, ...wilson(hits, all.length) };
}

function byTag(cases: readonly Case[]): Accuracy['tags'] {
  const tags = new Set(cases.flatMap((one) => [...one.given, ...one.true]));
  const counted = [...tags]
    .filter((tag) => COUNTED.test(tag))
    .map((tag) => {
      const given = cases.filter((one) => one.given.has(tag));
      const held = cases.filter((one) => one.true.has(tag));
      return {
        tag,
        precision: share(given, (one) => one.true.has(tag)),
        recall: share(held, (one) => one.given.has(tag)),
      };
    });
  const size = ({ precision, recall }: (typeof counted)[number]): number =>
    (precision?.of ?? 0) + (recall?.of ?? 0);
  return counted.sort((a, b) => size(b) - size(a) || (a.tag < b.tag ? -1 : 1));
}

const oneOf = (tags: ReadonlySet<string>, kind: string): string | undefined =>
  [...tags].find((tag) => tag.startsWith(`${kind}:`));

function byRegion(cases: readonly Case[]): Accuracy['regions'] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const region = (oneOf(one.true, 'primary') ?? oneOf(one.given, 'primary'))?.slice(8);
    if (region !== undefined) groups.set(region, [...(groups.get(region) ?? []), one]);
  }
  return [...groups]
    .map(([region, own]) => ({ region, right: share(own, isRight) }))
    .sort((a, b) => (b.right?.of ?? 0) - (a.right?.of ?? 0) || (a.region < b.region ? -1 : 1));
}

const isRight = (one: Case): boolean =>
  one.given.has('relevance') === one.true.has('relevance') &&
  oneOf(one.given, 'primary') === oneOf(one.true, 'primary') &&
  oneOf(one.given, 'coverage') === oneOf(one.true, 'coverage');
