// A filter in; articles and distinct texts by local month out, and which regions have most of them.
import type { Database, Value } from './database.ts';
import { where } from './filter.ts';
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';

export type Month = { month: string; articles: number; texts: number; sourcesReporting: number };

export type Trends = {
  /**
   * Dated articles by local month 'YYYY-MM', oldest first, without holes. `sourcesReporting`: of `sources`, those
   * that completed a round in the month, or of which an article of the month is held (older articles come with a
   * first round); 0 says that nobody looked, not that nothing was. `undated` has no month and stands apart, whatever
   * days the filter names.
   */
  trend(filter: ArticleFilter): { months: Month[]; undated: number; sources: number };
  /** By primary region, most articles first; with a region in the filter, those within it. */
  regionRanking(
    filter: ArticleFilter,
    limit: number,
  ): { code: string; articles: number; texts: number }[];
};

export function trends(db: Database): Trends {
  return {
    trend: (filter) => {
      const counted = monthsOf(db, filter);
      const reporting = reportingByMonth(db, valuesOf(filter, 'site'));
      return {
        months: withoutHoles(counted).map((month) => ({
          ...month,
          sourcesReporting: reporting.get(month.month) ?? 0,
        })),
        undated: undatedOf(db, filter),
        sources: sourceCount(db, valuesOf(filter, 'site')),
      };
    },
    regionRanking: (filter, limit) => ranking(db, filter, limit),
  };
}

type Counted = Omit<Month, 'sourcesReporting'>;

function monthsOf(db: Database, filter: ArticleFilter): Counted[] {
  const { sql, values } = where(filter, 'a.day IS NOT NULL');
  return db
    .query<Counted>(
      `SELECT substr(a.day, 1, 7) AS month, count(*) AS articles, count(DISTINCT a.text_key) AS texts
       FROM articles a WHERE ${sql} GROUP BY 1 ORDER BY 1`,
    )
    .all(values);
}

function undatedOf(db: Database, filter: ArticleFilter): number {
  const { sql, values } = where({ ...filter, from: undefined, to: undefined }, 'a.day IS NULL');
  return countOf(db, `SELECT count(*) AS n FROM articles a WHERE ${sql}`, values);
}

function reportingByMonth(db: Database, sites: readonly string[] | null): Map<string, number> {
  const rows = db
    .query<{ month: string; sources: number }>(
      `SELECT month, count(*) AS sources FROM (
         SELECT site, substr(day, 1, 7) AS month FROM coverage WHERE completed > 0
         UNION SELECT * FROM (
           SELECT DISTINCT site, substr(day, 1, 7) FROM articles WHERE substr(day, 1, 7) IS NOT NULL))
       WHERE $sites IS NULL OR site IN (SELECT value FROM json_each($sites)) GROUP BY 1`,
    )
    .all({ sites: sites === null ? null : JSON.stringify(sites) });
  return new Map(rows.map(({ month, sources }) => [month, sources]));
}

const sourceCount = (db: Database, sites: readonly string[] | null): number =>
  countOf(
    db,
    'SELECT count(*) AS n FROM sites WHERE $sites IS NULL OR id IN (SELECT value FROM json_each($sites))',
    {
      sites: sites === null ? null : JSON.stringify(sites),
    },
  );

function countOf(db: Database, sql: string, values: Record<string, Value>): number {
  return db.query<{ n: number }>(sql).get(values)?.n ?? 0;
}

/** Months between the first and the last that have no article are there with 0. */
function withoutHoles(counted: Counted[]): Counted[] {
  const byMonth = new Map(counted.map((month) => [month.month, month]));
  const [first, last] = [counted.at(0)?.month, counted.at(-1)?.month];
  const months: Counted[] = [];
  if (first === undefined || last === undefined) return months;
  for (let month = first; month <= last; month = next(month)) {
    months.push(byMonth.get(month) ?? { month, articles: 0, texts: 0 });
  }
  return months;
}

/** '2024-12' → '2025-01'. */
function next(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const [y, m] = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
}

function ranking(db: Database, filter: ArticleFilter, limit: number) {
  const regions = valuesOf(filter, 'region');
  const within =
    regions === null
      ? 'a.primary_region IS NOT NULL'
      : `EXISTS (SELECT 1 FROM json_each($primaries)
           WHERE a.primary_region = value OR substr(a.primary_region, 1, 3) = value || '.')`;
  const { sql, values } = where(filter, within);
  const primaries = regions === null ? {} : { primaries: JSON.stringify(regions) };
  return db
    .query<{ code: string; articles: number; texts: number }>(
      `SELECT a.primary_region AS code, count(*) AS articles, count(DISTINCT a.text_key) AS texts
       FROM articles a WHERE ${sql} GROUP BY 1 ORDER BY articles DESC, code LIMIT $limit`,
    )
    .all({ ...values, ...primaries, limit });
}
