// A rhythm → how long a silence may be before it is an alarm, within a budget of false alarms a year; and when that is.
import { LONG, type Rhythm, groupSize, rateAt, watchedHours } from './rhythm.ts';

/**
 * False alarms of each kind (silence, bad pages, drift) that a living source may give in a year. Half the number makes
 * the deadline later by 0.7 usual silences.
 */
export const FALSE_ALARMS_A_YEAR = 0.1;
const HOURS_A_YEAR = 8766;
/** So much must have been seen before a rhythm is trusted. */
const LEAST_HOURS = 14 * 24;
const LEAST_GROUPS = 5;
/** Days on which all sources are slower push the alarm back: the deadline is stated with room for some. */
const SLOWER = 0.95;
/** While it is learnt, and at most ever, in hours. */
const UNKNOWN_HOURS = 35 * 24;
const MOST_HOURS = 60 * 24;
/** No silence is an alarm sooner: a quiet evening before a holiday. */
const LEAST_SILENCE = 18;
/** What is believed of the tail of silences before any was seen: as random arrivals have it, worth six silences. */
const PRIOR = 6;

export const isLearning = (rhythm: Rhythm): boolean =>
  watchedHours(rhythm) < LEAST_HOURS || rhythm.groups < LEAST_GROUPS;

/**
 * The silence at which an alarm is raised, in new articles that would have come (Infinity while learning).
 *
 * Arrivals in bursts have longer silences than random ones, so the tail is fitted: silences beyond LONG are taken as
 * exponential with an unknown mean (Gamma prior), whose predictive distribution is Lomax; a year holds `groups` of them.
 * Solved for: groups a year × P(longer than LONG) × (B / (B + y − LONG))^A = FALSE_ALARMS_A_YEAR.
 */
export function limitOf(rhythm: Rhythm): number {
  if (isLearning(rhythm)) return Infinity;
  const silences = (rhythm.groups / watchedHours(rhythm)) * HOURS_A_YEAR;
  const isLong = (rhythm.long.count + PRIOR * Math.exp(-LONG)) / (rhythm.groups + PRIOR);
  const [shape, scale] = [PRIOR + rhythm.long.count, PRIOR + rhythm.long.beyond];
  const rare = (silences * isLong) / FALSE_ALARMS_A_YEAR;
  const beyond = rare <= 1 ? 0 : scale * (rare ** (1 / shape) - 1);
  // the fewer silences were seen, the less is their usual length known
  const unsure = 1 + 1 / Math.sqrt(rhythm.groups);
  return groupSize(rhythm) * unsure * (LONG + beyond);
}

/**
 * The hour by whose end the alarm is raised if nothing new comes and all sources keep about their usual pace; null before the
 * source was asked for the first time.
 */
export function deadlineHour(
  rhythm: Rhythm,
  rates: readonly number[],
  limit: number,
  zone: number,
): number | null {
  if (rhythm.lastAsked === null) return null;
  const from = rhythm.lastNew ?? rhythm.first ?? rhythm.lastAsked;
  if (limit === Infinity) return from + UNKNOWN_HOURS;
  let left = limit - rhythm.quiet;
  let hour = rhythm.lastAsked;
  while (left >= 0 && hour < from + MOST_HOURS) {
    hour += 1;
    left -= rateAt(rates, hour, zone) * SLOWER;
  }
  // it shows in the round that follows
  return Math.max(hour, from + LEAST_SILENCE) + Math.ceil(rhythm.every) - 1;
}

/** The silence has lasted too long. */
export function isSilent(rhythm: Rhythm, limit: number): boolean {
  if (rhythm.lastAsked === null) return false;
  const silent = rhythm.lastAsked - (rhythm.lastNew ?? rhythm.first ?? rhythm.lastAsked);
  if (limit === Infinity) return silent >= UNKNOWN_HOURS;
  return (rhythm.quiet > limit && silent >= LEAST_SILENCE) || silent >= MOST_HOURS;
}
