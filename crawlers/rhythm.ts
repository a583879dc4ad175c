// When articles of a source appeared lately in; how long from a moment until the next one is to be expected out.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Days that the rhythm is learnt from. */
export const RHYTHM_DAYS = 14;
/** Less than this tells no rhythm. */
const MIN_DAYS = 2;
const MIN_ARRIVALS = 5;
/** Share of the mean rate that every hour keeps, so that no hour is ruled out by a fortnight. */
const FLOOR = 0.15;
/** How far the last day may move the rate: a day of many reports is read more often at once. */
const [SLOWEST, FASTEST] = [0.5, 4];
const STEP_MINUTES = 5;
const ROUNDING = 1e-9;

export type Rhythm = {
  /** UTC ms at which articles appeared, in any order; older ones than RHYTHM_DAYS are left out. */
  arrivals: readonly number[];
  /** UTC ms since which the source is read. */
  since: number;
  /** Minutes east of UTC of its clock. */
  zone: number;
};

/**
 * Minutes from `from` until one article is to be expected, by the hour of the day on the clock of the source and
 * by how the last day went; null where too little is known. At most `longest`.
 *
 * The rate of an hour is that of a Poisson process: articles of the last fortnight in that hour and, half as much, in
 * its neighbours, over the days observed. The answer is the time over which the rate adds up to one.
 */
export function minutesToNext(rhythm: Rhythm, from: number, longest: number): number | null {
  const start = Math.max(from - RHYTHM_DAYS * DAY, rhythm.since);
  const days = (from - start) / DAY;
  const recent = rhythm.arrivals.filter((at) => at >= start && at <= from);
  if (days < MIN_DAYS || recent.length < MIN_ARRIVALS) return null;
  const rates = hourlyRates(recent, rhythm.zone, days);
  const today = recent.filter((at) => at > from - DAY).length;
  const pace = Math.min(Math.max(today / (recent.length / days), SLOWEST), FASTEST);
  let expected = 0;
  let minutes = 0;
  while (expected < 1 - ROUNDING && minutes < longest) {
    const hour = new Date(from + (rhythm.zone + minutes) * MINUTE).getUTCHours();
    expected += ((rates[hour] ?? 0) * pace * STEP_MINUTES) / 60;
    minutes += STEP_MINUTES;
  }
  return Math.min(minutes, longest);
}

/** Articles an hour for each hour of the day. */
function hourlyRates(arrivals: readonly number[], zone: number, days: number): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const at of arrivals) {
    const hour = new Date(at + zone * MINUTE).getUTCHours();
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const mean = arrivals.length / days / 24;
  const of = (hour: number): number => counts[(hour + 24) % 24] ?? 0;
  return counts.map((_, hour) => {
    const smooth = (of(hour - 1) + 2 * of(hour) + of(hour + 1)) / 4;
    return Math.max(smooth / days, mean * FLOOR);
  });
}
