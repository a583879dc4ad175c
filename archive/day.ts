// A local day 'YYYY-MM-DD' ↔ its number since 1970; and the days, weeks and months that a chart has.

const DAY_MS = 86_400_000;

/** '1970-01-01' → 0. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / DAY_MS);

/** 0 → '1970-01-01'. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export type Unit = 'day' | 'week' | 'month';

/** Monday, 5 January 1970. */
export const MONDAY = 4;

/** The first day of the day, week or month in which a day lies; weeks are counted from `anchor`. */
function start(day: number, unit: Unit, anchor: number): number {
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day - anchor) % 7) + 7) % 7);
  return dayNumber(`${dayText(day).slice(0, 7)}-01`);
}

function next(first: number, unit: Unit): number {
  if (unit === 'day') return first + 1;
  if (unit === 'week') return first + 7;
  const date = new Date(first * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS;
}

/** Buckets from that of `from` to that of `to`, without holes, and the one of each day between. */
export type Calendar = {
  buckets: { from: number; to: number }[];
  /** -1 for a day outside. */
  bucketOf(day: number): number;
};

export function calendar(from: number, to: number, unit: Unit, anchor: number = MONDAY): Calendar {
  const buckets: Calendar['buckets'] = [];
  const first = start(from, unit, anchor);
  for (let day = first; day <= to; day = next(day, unit))
    buckets.push({ from: day, to: next(day, unit) - 1 });
  const end = (buckets.at(-1)?.to ?? first - 1) + 1;
  const numbers = new Int32Array(end - first);
  for (const [number, bucket] of buckets.entries())
    numbers.fill(number, bucket.from - first, bucket.to + 1 - first);
  return {
    buckets,
    bucketOf: (day) => (day < first || day >= end ? -1 : (numbers[day - first] ?? -1)),
  };
}

/** Coarse enough that a chart of these days can be read: at most about a hundred buckets. */
export function unitFor(from: number, to: number): Unit {
  const days = to - from + 1;
  if (days <= 95) return 'day';
  return days <= 550 ? 'week' : 'month';
}

/** More than four years of days: a chart beyond that is megabytes that nobody can read. */
const MOST_BUCKETS = 1500;
const DAYS_IN = { day: 1, week: 7, month: 30 } as const;

/** The unit asked for, or the next coarser one with which the time has no more buckets than a chart can hold. */
export function coarsened(unit: Unit, from: number, to: number): Unit {
  if (unit === 'month' || (to - from + 1) / DAYS_IN[unit] <= MOST_BUCKETS) return unit;
  return coarsened(unit === 'day' ? 'week' : 'month', from, to);
}
