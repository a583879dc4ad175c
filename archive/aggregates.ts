// A filter and what to group by in; how many articles, texts, stories and outlets each group has, out.
import type { AggregateRow, Counts, Grouping, TimeGrouping } from '../schemas/aggregate.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Ask } from './ask.ts';
import { isWithin } from '../schemas/region.ts';
import { type Columns, type Field, UNDATED } from './columns.ts';
import { NO_ROWS, type Rows, byValue, grouped } from './counting.ts';
import { MONDAY, dayNumber, dayText } from './day.ts';

export type Aggregates = {
  /**
   * Groups that have articles, by key for times, else most articles first. An article with several regions,
   * elections, actors, acts or institutions is in several groups; one that has none is in none. Weeks go by the day
   * of their Monday.
   */
  aggregate(filter: ArticleFilter, by: Grouping): AggregateRow[];
  /** All articles of the filter; `undated` of them are in no group by time, whatever days the filter names. */
  count(filter: ArticleFilter): Counts & { undated: number };
  /**
   * Sources that completed a round in each time, or of which an article of it is held (older articles come with a
   * first round). `within`: of sources of these regions, by their rounds alone.
   */
  reporting(span: ReportingSpan, by: TimeGrouping): { key: string; sources: number }[];
};

export type ReportingSpan = {
  sites?: readonly string[] | undefined;
  /** Local days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  within?: readonly string[] | undefined;
};

export const aggregates = (ask: Ask): Aggregates => ({
  aggregate: (filter, by) =>
    ask.once(['aggregate', filter, by], () => {
      const { columns, selection, count } = ask.select(filter);
      const buckets = [...groups(columns, selection.rows(), by)].map(([key, rows]) => ({
        key,
        ...count(rows),
      }));
      const byKey = (a: AggregateRow, b: AggregateRow): number => (a.key < b.key ? -1 : 1);
      return buckets.sort(isTime(by) ? byKey : (a, b) => b.articles - a.articles || byKey(a, b));
    }),
  count: (filter) =>
    ask.once(['count', filter], () => {
      const { columns, selection, count } = ask.select(filter);
      const anyTime = ask.select({ ...filter, from: undefined, to: undefined });
      const undated = anyTime.selection.rows().filter((row) => columns.day[row] === UNDATED);
      return { ...count(selection.rows()), undated: undated.length };
    }),
  reporting: (span, by) => ask.once(['reporting', span, by], () => reporting(ask, span, by)),
});

const TIMES: Record<TimeGrouping, (day: number) => string> = {
  day: dayText,
  week: (day) => dayText(day - ((((day - MONDAY) % 7) + 7) % 7)),
  month: (day) => dayText(day).slice(0, 7),
  year: (day) => dayText(day).slice(0, 4),
};

const isTime = (by: Grouping): by is TimeGrouping => Object.hasOwn(TIMES, by);

function groups(columns: Columns, rows: Rows, by: Grouping): Map<string, Rows> {
  const { day, advertorial, codes, sets } = columns;
  if (by === 'province')
    return named(
      rows,
      (row) => codes.primary[row] ?? 0,
      (set) => sets.primary.sets[set]?.[0]?.slice(0, 2),
    );
  if (by === 'advertorial')
    return named(
      rows,
      (row) => advertorial[row] ?? 0,
      (is) => String(is === 1),
    );
  if (!isTime(by)) return byValue(columns, rows, by satisfies Field);
  return named(
    rows,
    (row) => day[row] ?? UNDATED,
    (at) => (at === UNDATED ? undefined : TIMES[by](at)),
  );
}

/** Keys that have one name are one group; those without a name are in none. */
function named(
  rows: Rows,
  keyOf: (row: number) => number,
  nameOf: (key: number) => string | undefined,
): Map<string, Rows> {
  const groupOfName = new Map<string, number>();
  const groupOfKey = new Map<number, number>();
  const learn = (key: number): number => {
    const name = nameOf(key);
    const group = name === undefined ? -1 : (groupOfName.get(name) ?? groupOfName.size);
    if (name !== undefined) groupOfName.set(name, group);
    groupOfKey.set(key, group);
    return group;
  };
  const lists = grouped(rows, (row) => groupOfKey.get(keyOf(row)) ?? learn(keyOf(row)));
  return new Map([...groupOfName].map(([name, group]) => [name, lists[group] ?? NO_ROWS]));
}

function reporting(ask: Ask, { sites, from, to, within }: ReportingSpan, by: TimeGrouping) {
  const read = new Map<string, Set<string>>();
  const reading = ask.reading();
  const add = (site: string, day: number): void => {
    const key = TIMES[by](day);
    const known = read.get(key) ?? new Set();
    read.set(key, known.add(site));
  };
  const isAsked = (site: string): boolean => {
    if (sites !== undefined && !sites.includes(site)) return false;
    const home = reading.sites.get(site)?.region ?? null;
    return within === undefined || (home !== null && isWithin(home, within));
  };
  const low = from === undefined ? UNDATED + 1 : dayNumber(from);
  const high = to === undefined ? Infinity : dayNumber(to);
  for (const [site, days] of reading.completed) {
    if (!isAsked(site)) continue;
    for (const day of days) if (day >= low && day <= high) add(site, day);
  }
  if (within === undefined) {
    const { columns, selection } = ask.select({ site: sites, from, to });
    for (const [site, rows] of byValue(columns, selection.rows(), 'site'))
      for (const day of daysOf(columns, rows)) if (day !== UNDATED) add(site, day);
  }
  return [...read]
    .map(([key, known]) => ({ key, sources: known.size }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function daysOf({ day }: Columns, rows: Rows): Set<number> {
  const days = new Set<number>();
  for (let index = 0; index < rows.length; index += 1) days.add(day[rows[index] ?? 0] ?? UNDATED);
  return days;
}
