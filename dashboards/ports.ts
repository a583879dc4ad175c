// The questions that the dashboard asks; answered by the archive. Every question obeys `within`, the viewer's regions.
import type { Counts } from '../schemas/aggregate.ts';
import type { Article, VersionKind } from '../schemas/article.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Alarm, SourceHealth } from '../schemas/health.ts';
import type { Institution } from '../schemas/institution.ts';
import type {
  Actor,
  Coverage,
  Decision,
  ElectionId,
  ElectionStage,
  Violation,
} from '../schemas/tag.ts';

export type Counted<Value extends string = string> = Counts & { value: Value };

export type ArticleRow = {
  id: string;
  url: string;
  site: string;
  siteName: string;
  title: string;
  /** Local day; null where unknown. */
  day: string | null;
  primary: string | null;
  elections: ElectionId[];
  coverage: Coverage;
  violations: Violation[];
  decision: Decision;
  relevance: number;
  advertorial: boolean;
  /** Opening words, or the words around the hit with the hits between U+E000 and U+E001. */
  snippet: string;
};

export type ArticleAnswer = {
  article: Article;
  siteName: string;
  versions: { version: number; at: string; what: VersionKind }[];
  /** The other articles with the same text, newest first. */
  copies: ArticleRow[];
  /** Of all articles with this text, the one that was published first; `at` as its page printed it. */
  first: { id: string; site: string; siteName: string; at: string | null };
  /** Articles that tell the same story in other words, one for each text, newest first. */
  retold: ArticleRow[];
  /** The story in numbers, this article with it. */
  story: Counts;
};

/** What each field of an article holds; all but 'primary' and 'outlet' are fields of ArticleFilter. */
export type FieldValues = {
  region: string;
  primary: string;
  election: ElectionId;
  stage: ElectionStage;
  coverage: Coverage;
  violation: Violation;
  actor: Actor;
  institution: Institution;
  site: string;
  outlet: string;
  decision: Decision;
};
export type Field = keyof FieldValues;

/** Most first. Each list ignores its own field of the filter, so that another value of it can be chosen. */
export type Facets = {
  [F in Exclude<Field, 'primary' | 'outlet' | 'decision'>]: {
    value: FieldValues[F];
    articles: number;
  }[];
};

export type TrendOptions = {
  /** Without it as fine as a chart of the time can show. */
  unit?: 'day' | 'week' | 'month' | undefined;
  /** A day on which a week begins; without it Mondays. */
  anchor?: string | undefined;
  /** Only the sources that were read in at least nine of ten buckets: the same ones all along. */
  sameSources?: boolean | undefined;
  /** Splits each bucket by the values of a field. */
  by?: Field | undefined;
};

export type Bucket = Counts & {
  /** First and last local day. */
  from: string;
  to: string;
  /** All dated articles of these sources, whatever they are about: what a share is a share of. */
  read: number;
  /** Sources that completed a round, or of which an article of these days is held. 0: nobody looked, not nothing. */
  reporting: number;
};

export type Trend = {
  unit: 'day' | 'week' | 'month';
  /** Oldest first, without holes, from the first to the last day of the filter or of its articles. */
  buckets: Bucket[];
  /** All of them together; texts and stories that reach over several buckets count once. */
  total: Counts;
  /** Articles without a date: in no bucket, whatever days the filter names. */
  undated: Counts;
  /** Sources that could have reported: those of the filter, or those of its regions, or all. */
  sources: number;
  /** By value of `by`, most articles first: counts of all, and of each bucket. */
  parts: (Counts & { value: string; buckets: Counts[] })[];
};

export type RegionRow = Counts & {
  code: string;
  /** Sources at home in the region or below it, and those of them that were read in the time of the filter. */
  listed: number;
  reporting: number;
};

/** What happened to a source on one of its local days. */
export type CoverageCell = {
  site: string;
  day: string;
  rounds: number;
  completed: number;
  found: number;
  fetched: number;
  kept: number;
  skipped: number;
  failed: number;
  /** Articles that its rhythm promised for the day; null while it is learnt. */
  expected: number | null;
};

export type ListedSite = { id: string; name: string; region: string | null };

export type Reports = {
  trend(filter: ArticleFilter, options?: TrendOptions): Trend;
  /** All articles of the filter, with and without a date. */
  counts(filter: ArticleFilter): Counts;
  facets(filter: ArticleFilter): Facets;
  /** The values of a field that occur, most articles first. */
  values<F extends Field>(filter: ArticleFilter, field: F): FieldValues[F][];
  /** By the values of a field, most articles first. An article with several values counts under each. */
  breakdown<F extends Field>(filter: ArticleFilter, field: F): Counted<FieldValues[F]>[];
  /** By the values of two fields together. */
  crossTable<R extends Field, C extends Field>(
    filter: ArticleFilter,
    row: R,
    column: C,
  ): (Counts & { row: FieldValues[R]; column: FieldValues[C] })[];
  /** Regions that articles speak of or that have a source: a region that is unread is not a quiet one. */
  regions(filter: ArticleFilter): RegionRow[];
  /** Newest first, undated last; `page` from 1. */
  articles(
    filter: ArticleFilter,
    page: number,
    pageSize: number,
  ): { rows: ArticleRow[]; total: number };
  /** Null for an unknown id, and for an article that speaks of none of the regions `within`. */
  article(id: string, within?: readonly string[]): ArticleAnswer | null;
  articleVersion(id: string, version: number, within?: readonly string[]): Article | null;
  /** The sources by id, those that left the list too. */
  sites(): ReadonlyMap<string, ListedSite>;
  sources(): SourceRow[];
  /** Of each source that is watched, by id. */
  health(): SourceHealth[];
  /** Those that stand, oldest first, then those closed, newest first. */
  alarms(limit: number): Alarm[];
  /** Days on which something happened to a source, in order, from one local day to another, inclusive. */
  coverage(range: {
    from: string;
    to: string;
    sites?: readonly string[] | undefined;
  }): CoverageCell[];
  /** The first and the last day of which there is coverage or an article; null for an empty archive. */
  span(): { from: string; to: string } | null;
};

export type SourceRow = {
  id: string;
  name: string;
  region: string | null;
  verified: boolean;
  lastRound: string | null;
  found: number;
  kept: number;
  skipped: number;
  failed: number;
  due: number;
  relevant: number;
  /** Counts by reason, for example { 'skipped:alias': 3, 'failed:fetch/status-404': 1 }. */
  endings: Record<string, number>;
};

/** What an error of the archive calls its kind where a person can do something about it; others are bugs. */
const TROUBLES = ['busy', 'disk-full'] as const;
export type Trouble = (typeof TROUBLES)[number];

export const troubleOf = (error: unknown): Trouble | null =>
  error instanceof Error && 'kind' in error
    ? (TROUBLES.find((trouble) => trouble === error.kind) ?? null)
    : null;
