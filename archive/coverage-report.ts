// The coverage of the sources in; what was read of each on each day, and over which days, out.
import type { Ask } from './ask.ts';
import type { Database } from './database.ts';
import { dayNumber, dayText } from './day.ts';
import type { ListedSite } from './reading.ts';

/** Counts of a source on a day, as schemas/coverage.ts says them. */
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
  expected: number | null;
};

export type CoverageReports = {
  /** Days on which something happened to a source, in order, from one local day to another, inclusive. */
  coverage(range: {
    from: string;
    to: string;
    sites?: readonly string[] | undefined;
  }): CoverageCell[];
  /** The sources by id, those that left the list too. */
  sites(): ReadonlyMap<string, ListedSite>;
  /** The first and the last day of which there is coverage or an article; null for an empty archive. */
  span(): { from: string; to: string } | null;
};

export function coverageReports(db: Database, ask: Ask): CoverageReports {
  // Source by source, so that the key of the table finds the days.
  const cells = db.query<CoverageCell>(
    `SELECT site, day, rounds, completed, found, fetched, kept, skipped, failed, expected FROM coverage
     WHERE site IN (SELECT value FROM json_each(?)) AND day BETWEEN ? AND ? ORDER BY site, day`,
  );
  const read = db.query<{ first: string | null; last: string | null }>(
    'SELECT min(day) AS first, max(day) AS last FROM coverage',
  );
  return {
    coverage: ({ from, to, sites = [...ask.reading().completed.keys()] }) =>
      cells.all([JSON.stringify(sites), from, to]),
    sites: () => ask.reading().sites,
    span: () => ask.once(['span'], () => span(ask, read.get() ?? { first: null, last: null })),
  };
}

function span(ask: Ask, { first, last }: { first: string | null; last: string | null }) {
  const { columns } = ask.select({});
  const { newestFirst, day } = columns;
  const dated = newestFirst.findLast((row) => (day[row] ?? 0) > dayNumber('0000-01-01'));
  const days = dated === undefined ? [] : [day[dated] ?? 0, day[newestFirst[0] ?? 0] ?? 0];
  for (const each of [first, last]) if (each !== null) days.push(dayNumber(each));
  return days.length === 0
    ? null
    : { from: dayText(Math.min(...days)), to: dayText(Math.max(...days)) };
}
