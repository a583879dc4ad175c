// The questions that the API asks; answered by the archive.
import type { AggregateRow, Counts, Grouping, TimeGrouping } from '../../schemas/aggregate.ts';
import type { CoverageDay } from '../../schemas/coverage.ts';
import type { ArticleFilter } from '../../schemas/filter.ts';
import type { ExportArchive } from '../export/export.ts';
import type { Reports } from '../ports.ts';
import type { Position } from './cursor.ts';

type Span = {
  from?: string | undefined;
  to?: string | undefined;
  within?: readonly string[] | undefined;
};

export type ApiArchive = ExportArchive &
  Pick<Reports, 'article' | 'sources'> & {
    /** Another text whenever an answer about articles, groups, sources or their coverage may be another. */
    head(): string;
    /** Of the newest version of an article; null for an unknown id. */
    hashOf(id: string): string | null;
    /** Newest first, undated last; articles that came after the first page are on none. */
    articlesFrom(
      filter: ArticleFilter,
      limit: number,
      after: Position | null,
    ): {
      articles: { id: string; version: number; hash: string; snippet: string }[];
      next: Position | null;
      total: number;
    };
    aggregate(filter: ArticleFilter, by: Grouping): AggregateRow[];
    count(filter: ArticleFilter): Counts & { undated: number };
    /** Sources that completed a round in a time, or of which an article of it is held, by key of the grouping. */
    reporting(
      span: Span & { sites?: readonly string[] | undefined },
      by: TimeGrouping,
    ): { key: string; sources: number }[];
    coverageFrom(
      span: Span & { site?: string | undefined },
      limit: number,
      after: { day: string; site: string } | null,
    ): CoverageDay[];
  };
