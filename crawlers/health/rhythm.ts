// Hours in which a source was asked, and how many new articles it named in them → its rhythm: the rate of each hour of
// the week, and how long its silences are.
import { z } from 'zod';

const WEEK = 168;
const cells = z.array(z.number()).length(WEEK);

/** What is known of one source. Hours are counted since 1970; amounts fade by FADE a week. */
export const Rhythm = z.strictObject({
  /** First hour in which it was asked; null before. */
  first: z.int().nullable(),
  lastAsked: z.int().nullable(),
  /** Last hour in which it named something new. */
  lastNew: z.int().nullable(),
  /** Usual hours between two rounds. */
  every: z.number(),
  /** New articles, and hours watched, by hour of the local week (0 = Thursday 0:00, as 1970 began). */
  arrivals: cells,
  hours: cells,
  /** Hours watched since something new came: they count once the silence has ended. */
  pending: cells,
  /** New articles that would have been usual since then. */
  quiet: z.number(),
  /** Hours with something new, and silences longer than LONG, in usual silences: how many, and their length beyond it. */
  groups: z.number(),
  long: z.strictObject({ count: z.number(), beyond: z.number() }),
  /** Expected and named within some hours and within some days, for the pace that all sources keep. */
  lately: z.array(z.strictObject({ expected: z.number(), named: z.number() })).length(2),
});
export type Rhythm = z.infer<typeof Rhythm>;

/** Hours after which what came lately has faded to a third: a holiday shows at once, and through its nights. */
const SPANS = [6, 36];

const zeros = (): number[] => Array.from({ length: WEEK }, () => 0);

export const newRhythm = (): Rhythm => ({
  first: null,
  lastAsked: null,
  lastNew: null,
  every: 1,
  arrivals: zeros(),
  hours: zeros(),
  pending: zeros(),
  quiet: 0,
  groups: 0,
  long: { count: 0, beyond: 0 },
  lately: SPANS.map(() => ({ expected: 0, named: 0 })),
});

/** Half of what was learnt has faded after eleven weeks: campaigns and redesigns change a rhythm. */
const FADE = 0.94;
/** Silences are measured in usual silences (mean 1); beyond this length their tail is fitted. */
export const LONG = 1.5;
/** Hours without a round that are still watched: what came meanwhile is in the list of the next round. */
const UNASKED = 6;
/** A list that is read for the first time, or was filled by hand, is no rhythm: so many times the usual count at most. */
const MOST_AT_ONCE = 12;

const cellOf = (hour: number, zone: number): number => (((hour + zone) % WEEK) + WEEK) % WEEK;
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/**
 * New articles an hour, by hour of the week: Gamma–Poisson. Each cell is drawn to the product of the overall rate with
 * the factors of its hour of the day and its day of the week, themselves drawn to 1.
 */
export function ratesOf(rhythm: Rhythm): number[] {
  const known = RATES.get(rhythm.arrivals);
  if (known !== undefined) return known;
  const rates = computeRates(rhythm);
  RATES.set(rhythm.arrivals, rates);
  return rates;
}

/** `arrivals` and `hours` are only ever replaced together, so the one stands for both. */
const RATES = new WeakMap<number[], number[]>();

function computeRates({ arrivals, hours }: Rhythm): number[] {
  const overall = (sum(arrivals) + 0.5) / (sum(hours) + 12);
  const strength = 4;
  const factor = (belongs: (cell: number) => number, count: number): number[] => {
    const [n, t] = [zerosOf(count), zerosOf(count)];
    for (let cell = 0; cell < WEEK; cell += 1) {
      const at = belongs(cell);
      n[at] = (n[at] ?? 0) + (arrivals[cell] ?? 0);
      t[at] = (t[at] ?? 0) + (hours[cell] ?? 0);
    }
    return n.map((named, at) => (named + strength) / (overall * (t[at] ?? 0) + strength));
  };
  const byHour = factor((cell) => cell % 24, 24);
  const byDay = factor((cell) => Math.floor(cell / 24), 7);
  return arrivals.map((named, cell) => {
    const prior = overall * (byHour[cell % 24] ?? 1) * (byDay[Math.floor(cell / 24)] ?? 1);
    const shape = 2;
    return (named + shape) / ((hours[cell] ?? 0) + shape / prior);
  });
}

const zerosOf = (length: number): number[] => Array.from({ length }, () => 0);

/** New articles that come together: the mean of an hour with something new. At least 1. */
export const groupSize = ({ arrivals, groups }: Rhythm): number =>
  Math.max(1, (sum(arrivals) + 1) / (groups + 1));

/** Hours watched, faded. */
export const watchedHours = ({ hours }: Rhythm): number => sum(hours);

/** New articles expected in a usual week. */
export const perWeek = (rates: readonly number[]): number => sum(rates);

/** The rate of that hour. `zone`: hours east of UTC. */
export const rateAt = (rates: readonly number[], hour: number, zone: number): number =>
  rates[cellOf(hour, zone)] ?? 0;

export type Hour = {
  hour: number;
  /** Hours east of UTC. */
  zone: number;
  /** New articles named in rounds of this hour. */
  named: number;
  /** What all other sources bring in these hours, as a share of the usual: holidays. 0 … 1 */
  pace: number;
  /** Silence at which an alarm is raised, in new articles expected. */
  limit: number;
};

/** An hour in which the source was asked; hours in which it was not are made good by the next, if they were few. */
export function observe(before: Rhythm, rates: readonly number[], at: Hour): Rhythm {
  const { hour, zone, pace, limit } = at;
  const span = before.lastAsked === null ? 1 : hour - before.lastAsked;
  if (span <= 0 && at.named === 0) return before;
  const watched = span <= Math.max(UNASKED, 3 * before.every) ? span : 1;
  const pending = [...before.pending];
  let expected = 0;
  for (let h = hour - watched + 1; h <= hour; h += 1) {
    const cell = cellOf(h, zone);
    pending[cell] = (pending[cell] ?? 0) + 1;
    expected += (rates[cell] ?? 0) * pace;
  }
  const every =
    span > 0 && before.first !== null ? before.every * 0.9 + watched * 0.1 : before.every;
  const named = Math.min(at.named, MOST_AT_ONCE + 5 * expected);
  const rhythm: Rhythm = {
    ...before,
    first: before.first ?? hour,
    lastAsked: hour,
    every,
    pending,
    quiet: before.quiet + expected,
    lately: before.lately.map((sums, n) => {
      const left = Math.exp(-watched / (SPANS[n] ?? 1));
      return {
        expected: sums.expected * left + expected / Math.max(pace, 0.01),
        named: sums.named * left + named,
      };
    }),
  };
  if (at.named === 0) return rhythm;
  // the first list that was ever read says nothing of a rhythm
  if (before.first === null || before.lastNew === null) {
    return { ...rhythm, lastNew: hour, pending: zeros(), quiet: 0 };
  }
  const aged = fade(rhythm, weekOf(hour) - weekOf(before.lastNew));
  return endSilence(aged, cellOf(hour, zone), named, limit);
}

function endSilence(rhythm: Rhythm, cell: number, named: number, limit: number): Rhythm {
  const usual = groupSize(rhythm);
  const length = Math.min(rhythm.quiet, limit) / usual;
  const long =
    length > LONG
      ? { count: rhythm.long.count + 1, beyond: rhythm.long.beyond + length - LONG }
      : rhythm.long;
  // a silence that was an alarm was no rhythm
  const hours =
    rhythm.quiet > limit
      ? rhythm.hours
      : rhythm.hours.map((watched, at) => watched + (rhythm.pending[at] ?? 0));
  const arrivals = rhythm.arrivals.map((n, at) => (at === cell ? n + named : n));
  const lastNew = rhythm.lastAsked;
  return {
    ...rhythm,
    lastNew,
    hours,
    arrivals,
    long,
    groups: rhythm.groups + 1,
    pending: zeros(),
    quiet: 0,
  };
}

const weekOf = (hour: number): number => Math.floor(hour / WEEK);

/** Nothing fades in a silence, so that its deadline stays as it was stated. */
function fade(rhythm: Rhythm, weeks: number): Rhythm {
  if (weeks <= 0) return rhythm;
  const left = FADE ** weeks;
  return {
    ...rhythm,
    arrivals: rhythm.arrivals.map((n) => n * left),
    hours: rhythm.hours.map((n) => n * left),
    groups: rhythm.groups * left,
    long: { count: rhythm.long.count * left, beyond: rhythm.long.beyond * left },
  };
}
