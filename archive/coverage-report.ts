// The coverage of the sources in; what was read of each on each day, and what is missing on a day, out.
import type { Ask } from './ask.ts';
import { dayNumber, dayText } from './day.ts';
import type { ListedSite, ReadDay } from './reading.ts';

export type CoverageCell = Omit<ReadDay, 'day'> & { site: string; day: string };

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

export function coverageReports(ask: Ask): CoverageReports {
  return {
    coverage: ({ from, to, sites }) => {
      const { days } = ask.reading();
      const [low, high] = [dayNumber(from), dayNumber(to)];
      return [...days]
        .filter(([site]) => sites === undefined || sites.includes(site))
        .flatMap(([site, known]) =>
          [...known.values()]
            .filter(({ day }) => day >= low && day <= high)
            .sort((a, b) => a.day - b.day)
            .map(({ day, ...counts }) => ({ site, day: dayText(day), ...counts })),
        );
    },
    sites: () => ask.reading().sites,
    span: () => {
      const { columns, selection } = ask.select({});
      const { days } = ask.reading();
      let [low, high] = [Infinity, -Infinity];
      const widen = (day: number): void => {
        low = Math.min(low, day);
        high = Math.max(high, day);
      };
      const { newestFirst, day } = columns;
      if (selection.count() > 0) {
        const dated = newestFirst.findLast((row) => (day[row] ?? 0) > dayNumber('0000-01-01'));
        if (dated !== undefined) {
          widen(day[dated] ?? 0);
          widen(day[newestFirst[0] ?? 0] ?? 0);
        }
      }
      for (const known of days.values()) for (const number of known.keys()) widen(number);
      return low <= high ? { from: dayText(low), to: dayText(high) } : null;
    },
  };
}
