// A filter in; articles, texts and stories by local day, week or month out, with how many sources were read in each.
import type { Counts } from '../schemas/aggregate.ts';
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';
import { provinceOf } from '../schemas/region.ts';
import type { Ask } from './ask.ts';
import { type Columns, type Field, UNDATED } from './columns.ts';
import { type Rows, byValue, counter } from './counting.ts';
import {
  type Calendar,
  type Unit,
  calendar,
  coarsened,
  dayNumber,
  dayText,
  unitFor,
} from './day.ts';
import type { Reading } from './reading.ts';

export type TrendOptions = {
  /** Without it as fine as a chart of the time can show; a coarser one where the time would have too many buckets. */
  unit?: Unit | undefined;
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
  unit: Unit;
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

/** Longer than any press archive; what lies before is a misread date. */
const MOST_DAYS = 40_000;
const PANEL = 0.9;

export function trend(ask: Ask, filter: ArticleFilter, options: TrendOptions = {}): Trend {
  const { columns, selection } = ask.select(filter);
  const count = counter(columns);
  const undated = ask
    .select({ ...filter, from: undefined, to: undefined })
    .selection.rows()
    .filter((row) => columns.day[row] === UNDATED);
  const dated = selection.rows().filter((row) => columns.day[row] !== UNDATED);
  const sites = sourcesOf(ask, filter);
  const span = spanOf(columns, dated, filter);
  if (span === null) {
    const none = { buckets: [], total: count([]), parts: [], sources: sites.size };
    return { unit: options.unit ?? 'month', undated: count(undated), ...none };
  }
  const unit = coarsened(options.unit ?? unitFor(span.from, span.to), span.from, span.to);
  const anchor = options.anchor === undefined ? undefined : dayNumber(options.anchor);
  const time = calendar(span.from, span.to, unit, anchor);
  const { reporting, read } = readingOf(ask, filter, time, sites);
  const chosen = options.sameSources === true ? panelOf(reporting, time.buckets.length) : sites;
  const rows = chosen === sites ? dated : dated.filter((row) => chosen.has(siteOf(columns, row)));
  const inBuckets = bucketed(columns, rows, time);
  return {
    unit,
    buckets: time.buckets.map(({ from, to }, index) => ({
      from: dayText(from),
      to: dayText(to),
      ...count(inBuckets[index] ?? []),
      read: sumOf(read, chosen, index),
      reporting: [...chosen].filter((site) => reporting.get(site)?.has(index) === true).length,
    })),
    total: count(rows),
    undated: count(undated),
    sources: chosen.size,
    parts: options.by === undefined ? [] : partsOf(columns, rows, options.by, time),
  };
}

const siteOf = (columns: Columns, row: number): string =>
  columns.sets.site.sets[columns.codes.site[row] ?? 0]?.[0] ?? '';

/** The first and the last day that the chart has; null where there is nothing to draw. */
function spanOf(columns: Columns, dated: Rows, filter: ArticleFilter) {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < dated.length; index += 1) {
    const day = columns.day[dated[index] ?? 0] ?? 0;
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  if (filter.from !== undefined && filter.to !== undefined)
    [low, high] = [dayNumber(filter.from), dayNumber(filter.to)];
  if (!(low <= high)) return null;
  return { from: Math.max(low, high - MOST_DAYS), to: high };
}

/**
 * The sources that would have told: those the filter names; with regions, those at home there or in the province,
 * and those that have spoken of them; without, all that are listed or have an article.
 */
export function sourcesOf(ask: Ask, filter: ArticleFilter): ReadonlySet<string> {
  const named = valuesOf(filter, 'site');
  if (named !== null) return new Set(named);
  const { sites } = ask.reading();
  const regions = valuesOf(filter, 'region') ?? filter.within ?? null;
  const { columns, selection } = ask.select(
    regions === null ? {} : { region: regions, within: filter.within },
  );
  const spoke = byValue(columns, selection.rows(), 'site').keys();
  const listed = [...sites.values()]
    .filter(({ region }) => regions === null || isNear(region, regions))
    .map(({ id }) => id);
  return new Set([...listed, ...spoke]);
}

/** A source of Bontang, of a kabupaten in the province asked for, or of the province of the city asked for. */
const isNear = (home: string | null, regions: readonly string[]): boolean =>
  home !== null &&
  regions.some(
    (region) => home === region || home === provinceOf(region) || provinceOf(home) === region,
  );

type ReadingOf = {
  /** By source: the buckets in which it was read. */
  reporting: Map<string, Set<number>>;
  /** By source: all its dated articles by bucket. */
  read: Map<string, number[]>;
};

function readingOf(
  ask: Ask,
  filter: ArticleFilter,
  time: Calendar,
  sites: ReadonlySet<string>,
): ReadingOf {
  const reporting = new Map<string, Set<number>>();
  const read = new Map<string, number[]>();
  const { columns, selection } = ask.select({ within: filter.within });
  for (const [site, rows] of byValue(columns, selection.rows(), 'site')) {
    if (!sites.has(site)) continue;
    const counts: number[] = [];
    for (const row of rows) {
      const bucket = time.bucketOf(columns.day[row] ?? UNDATED);
      if (bucket !== -1) counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    read.set(site, counts);
    reporting.set(site, new Set(Object.keys(counts).map(Number)));
  }
  addRounds(ask.reading(), time, sites, reporting);
  return { reporting, read };
}

function addRounds(
  { days }: Reading,
  time: Calendar,
  sites: ReadonlySet<string>,
  reporting: Map<string, Set<number>>,
): void {
  for (const site of sites) {
    const known = reporting.get(site) ?? new Set<number>();
    reporting.set(site, known);
    for (const { day, completed } of days.get(site)?.values() ?? []) {
      const bucket = completed > 0 ? time.bucketOf(day) : -1;
      if (bucket !== -1) known.add(bucket);
    }
  }
}

/** Buckets in which nobody was read are nobody's fault and do not count against a source. */
function panelOf(reporting: Map<string, Set<number>>, buckets: number): ReadonlySet<string> {
  const seen = new Set([...reporting.values()].flatMap((known) => [...known]));
  const least = Math.min(buckets, seen.size) * PANEL;
  return new Set(
    [...reporting]
      .filter(([, known]) => known.size > 0 && known.size >= least)
      .map(([site]) => site),
  );
}

function bucketed(columns: Columns, rows: Rows, time: Calendar): number[][] {
  const lists: number[][] = time.buckets.map(() => []);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    lists[time.bucketOf(columns.day[row] ?? UNDATED)]?.push(row);
  }
  return lists;
}

const sumOf = (read: Map<string, number[]>, sites: ReadonlySet<string>, bucket: number): number => {
  let sum = 0;
  for (const site of sites) sum += read.get(site)?.[bucket] ?? 0;
  return sum;
};

function partsOf(columns: Columns, rows: Rows, by: Field, time: Calendar): Trend['parts'] {
  const count = counter(columns);
  return [...byValue(columns, rows, by)]
    .map(([value, list]) => ({
      value,
      ...count(list),
      buckets: bucketed(columns, list, time).map((bucket) => count(bucket)),
    }))
    .sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1));
}

export type Trends = { trend(filter: ArticleFilter, options?: TrendOptions): Trend };

export const trends = (ask: Ask): Trends => ({
  trend: (filter, options = {}) =>
    ask.once(['trend', filter, options], () => trend(ask, filter, options)),
});
