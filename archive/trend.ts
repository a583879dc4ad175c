// A filter in; articles, texts and stories by local day, week or month out, with how many sources were read in each.
import type { Counts } from '../schemas/aggregate.ts';
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';
import { provinceOf } from '../schemas/region.ts';
import type { Ask, Asked } from './ask.ts';
import { type Columns, type Field, UNDATED } from './columns.ts';
import { NO_ROWS, type Rows, articlesByValue, byValue, grouped } from './counting.ts';
import {
  type Calendar,
  type Unit,
  calendar,
  coarsened,
  dayNumber,
  dayText,
  unitFor,
} from './day.ts';

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
  const { columns, selection, count } = ask.select(filter);
  const isUndated = (row: number): boolean => columns.day[row] === UNDATED;
  const anyTime = ask.select({ ...filter, from: undefined, to: undefined });
  const undated = count(anyTime.selection.rows().filter(isUndated));
  const dated = selection.rows().filter((row) => !isUndated(row));
  const sites = sourcesOf(ask, filter);
  const span = spanOf(columns, dated, filter);
  if (span === null) {
    const none = { buckets: [], total: count(NO_ROWS), parts: [], sources: sites.size };
    return { unit: options.unit ?? 'month', undated, ...none };
  }
  const unit = coarsened(options.unit ?? unitFor(span.from, span.to), span.from, span.to);
  const anchor = options.anchor === undefined ? undefined : dayNumber(options.anchor);
  const time = calendar(span.from, span.to, unit, anchor);
  const readings = readingOf(ask, filter, time, sites);
  const chosen = options.sameSources === true ? panelOf(readings, time) : readings;
  const rows =
    chosen === readings ? dated : dated.filter((row) => chosen.has(siteOf(columns, row)));
  const inBuckets = bucketed(columns, rows, time);
  return {
    unit,
    buckets: time.buckets.map(({ from, to }, index) => ({
      from: dayText(from),
      to: dayText(to),
      ...count(inBuckets[index] ?? NO_ROWS),
      ...readIn(chosen, index),
    })),
    total: count(rows),
    undated,
    sources: chosen.size,
    parts: options.by === undefined ? [] : partsOf({ columns, count }, rows, options.by, time),
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
  const spoke = articlesByValue(columns, selection.rows(), 'site').map(({ value }) => value);
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

/** What was read of a source in each bucket. */
type SiteReading = {
  /** 1 where it was read. */
  reported: Uint8Array;
  /** All its dated articles. */
  articles: Uint32Array;
};

type Readings = ReadonlyMap<string, SiteReading>;

function readingOf(
  ask: Ask,
  filter: ArticleFilter,
  time: Calendar,
  sites: ReadonlySet<string>,
): Readings {
  const count = time.buckets.length;
  const readings = new Map<string, SiteReading>();
  for (const site of sites)
    readings.set(site, { reported: new Uint8Array(count), articles: new Uint32Array(count) });
  addArticles(ask, filter, time, readings);
  const { completed } = ask.reading();
  for (const [site, { reported }] of readings) {
    for (const day of completed.get(site) ?? []) {
      const bucket = time.bucketOf(day);
      if (bucket !== -1) reported[bucket] = 1;
    }
  }
  return readings;
}

function addArticles(
  ask: Ask,
  { within }: ArticleFilter,
  time: Calendar,
  readings: Readings,
): void {
  const { columns, selection } = ask.select({ within });
  const bySet = columns.sets.site.sets.map(([site = '']) => readings.get(site));
  const { day } = columns;
  const { site } = columns.codes;
  const rows = selection.rows();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const reading = bySet[site[row] ?? 0];
    const bucket = reading === undefined ? -1 : time.bucketOf(day[row] ?? UNDATED);
    if (reading === undefined || bucket === -1) continue;
    reading.reported[bucket] = 1;
    reading.articles[bucket] = (reading.articles[bucket] ?? 0) + 1;
  }
}

/** All articles of the sources in a bucket, and how many of them were read. */
function readIn(readings: Readings, bucket: number): Pick<Bucket, 'read' | 'reporting'> {
  let [read, reporting] = [0, 0];
  for (const { reported, articles } of readings.values()) {
    read += articles[bucket] ?? 0;
    reporting += reported[bucket] ?? 0;
  }
  return { read, reporting };
}

/** Sources read all along. Buckets in which nobody was read are nobody's fault and do not count against a source. */
function panelOf(readings: Readings, { buckets }: Calendar): Readings {
  const seen = buckets.filter((_, bucket) => readIn(readings, bucket).reporting > 0).length;
  const sum = (reported: Uint8Array): number => reported.reduce((all, one) => all + one, 0);
  return new Map(
    [...readings].filter(([, { reported }]) => {
      const known = sum(reported);
      return known > 0 && known >= seen * PANEL;
    }),
  );
}

const bucketed = ({ day }: Columns, rows: Rows, time: Calendar): Rows[] =>
  grouped(rows, (row) => time.bucketOf(day[row] ?? UNDATED));

type Counting = Pick<Asked, 'columns' | 'count'>;

function partsOf({ columns, count }: Counting, rows: Rows, by: Field, time: Calendar) {
  return [...byValue(columns, rows, by)]
    .map(([value, list]) => {
      const inBuckets = bucketed(columns, list, time);
      const buckets = time.buckets.map((_, index) => count(inBuckets[index] ?? NO_ROWS));
      return { value, ...count(list), buckets };
    })
    .sort((a, b) => b.articles - a.articles || (a.value < b.value ? -1 : 1));
}

export type Trends = { trend(filter: ArticleFilter, options?: TrendOptions): Trend };

export const trends = (ask: Ask): Trends => ({
  trend: (filter, options = {}) =>
    ask.once(['trend', filter, options], () => trend(ask, filter, options)),
});
