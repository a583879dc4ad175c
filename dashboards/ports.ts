// The questions that the dashboard asks; answered by the archive.
import type { Article, VersionKind } from '../schemas/article.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Alarm, SourceHealth } from '../schemas/health.ts';
import type { Coverage, Decision, ElectionId } from '../schemas/tag.ts';

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
  decision: Decision;
  relevance: number;
  advertorial: boolean;
  /** Opening words, or the words around the hit with the hits between U+E000 and U+E001. */
  snippet: string;
};

export type Reports = {
  /**
   * Dated articles by local month 'YYYY-MM', oldest first, without holes. `sourcesReporting`: those that completed a
   * round in the month or of which an article of it is held, of `sources`; 0 says that nobody looked. `undated` is
   * counted beside.
   */
  trend(filter: ArticleFilter): {
    months: { month: string; articles: number; texts: number; sourcesReporting: number }[];
    undated: number;
    sources: number;
  };
  /** By primary region, most articles first. */
  regionRanking(
    filter: ArticleFilter,
    limit: number,
  ): { code: string; articles: number; texts: number }[];
  /** Newest first; `page` from 1. */
  articles(
    filter: ArticleFilter,
    page: number,
    pageSize: number,
  ): { rows: ArticleRow[]; total: number };
  /** Null for an unknown id, and for an article that speaks of none of the regions `within`. */
  article(
    id: string,
    within?: readonly string[],
  ): {
    article: Article;
    siteName: string;
    versions: {
      version: number;
      at: string;
      what: VersionKind;
    }[];
    copies: ArticleRow[];
  } | null;
  /** Values that occur, with counts, for the filter lists; each list ignores its own field of the filter. */
  facets(filter: ArticleFilter): {
    regions: { value: string; articles: number }[];
    elections: { value: ElectionId; articles: number }[];
    coverages: { value: Coverage; articles: number }[];
    sites: { value: string; name: string; articles: number }[];
  };
  sources(): SourceRow[];
  /** How each source that is watched stands, by id. */
  health(): SourceHealth[];
  /** Alarms: those that stand, oldest first, then those closed, newest first. */
  alarms(limit: number): Alarm[];
  totals(): {
    articles: number;
    relevant: number;
    review: number;
    irrelevant: number;
    texts: number;
    pages: number;
    due: number;
  };
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
