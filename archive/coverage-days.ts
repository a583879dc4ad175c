// A span of days in; what was read of each source on each of them, newest day first, out.
import type { CoverageDay } from '../schemas/coverage.ts';
import type { Database } from './database.ts';

export type CoverageFilter = {
  site?: string | undefined;
  /** Local days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  /** Sources of these regions and all below them, on days on which they were asked: others tell of their articles. */
  within?: readonly string[] | undefined;
};

/** A row that was the last of a page. */
export type CoveragePosition = { day: string; site: string };

export type CoverageDays = {
  coverageFrom(
    filter: CoverageFilter,
    limit: number,
    after: CoveragePosition | null,
  ): CoverageDay[];
};

export function coverageDays(db: Database): CoverageDays {
  const rows = db.query<Omit<CoverageDay, 'id'>>(
    `SELECT c.site, s.region, c.day, c.rounds, c.completed, c.found, c.fetched, c.kept, c.skipped, c.failed,
       c.expected, c.late, c.version
     FROM coverage c LEFT JOIN sites s ON s.id = c.site
     WHERE ($site IS NULL OR c.site = $site) AND ($from IS NULL OR c.day >= $from) AND ($to IS NULL OR c.day <= $to)
       AND ($within IS NULL OR c.rounds > 0)
       AND ($within IS NULL OR s.region IN (SELECT value FROM json_each($within))
         OR substr(s.region, 1, 2) IN (SELECT value FROM json_each($within)))
       AND ($day IS NULL OR c.day < $day OR (c.day = $day AND c.site > $after))
     ORDER BY c.day DESC, c.site LIMIT $limit`,
  );
  return {
    coverageFrom: ({ site, from, to, within }, limit, after) =>
      rows
        .all({
          site: site ?? null,
          from: from ?? null,
          to: to ?? null,
          within: within === undefined ? null : JSON.stringify(within),
          day: after?.day ?? null,
          after: after?.site ?? null,
          limit,
        })
        .map((row) => ({ id: `${row.site}/${row.day}`, ...row })),
  };
}
