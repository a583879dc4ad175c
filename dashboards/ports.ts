// The questions that the dashboard asks; answered by archive/reports.ts.
import type { Article, VersionKind } from '../schemas/article.ts';
import type { Coverage, Decision, ElectionId } from '../schemas/tag.ts';

/** The state of a view; each field narrows. `decision` 'seen' means relevant and review together. */
export type ArticleFilter = {
  /** Full-text search with Indonesian stemming: words, "phrases", OR, -word. */
  query?: string | undefined;
  /** A province code means it and all below it. */
  region?: string | undefined;
  election?: ElectionId | undefined;
  coverage?: Coverage | undefined;
  decision?: Decision | 'seen' | undefined;
  site?: string | undefined;
  /** Local days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  advertorial?: boolean | undefined;
  /** What the viewer may see: articles that speak of one of these regions (a province: and all below it). */
  within?: readonly string[] | undefined;
};

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
  article(id: string): {
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
