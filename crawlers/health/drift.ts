// Articles of a source one after the other → whether a field is missing from the newest, or their text has become short.
import { z } from 'zod';
import { FALSE_ALARMS_A_YEAR } from './deadline.ts';

/** What is compared of an article. */
const Mark = z.strictObject({
  /** Natural logarithm of the characters of its text. */
  length: z.number(),
  dated: z.boolean(),
  signed: z.boolean(),
});
export type Mark = z.infer<typeof Mark>;

export const Usual = z.strictObject({
  /** Articles that went into it, faded. */
  count: z.number(),
  /** Mean and variance of the length. */
  mean: z.number(),
  variance: z.number(),
  dated: z.number(),
  signed: z.number(),
  /** The newest, not yet part of it; newest last. */
  newest: z.array(Mark),
});
export type Usual = z.infer<typeof Usual>;

export const newUsual = (): Usual => ({
  count: 0,
  mean: 0,
  variance: 0,
  dated: 0,
  signed: 0,
  newest: [],
});

const NEWEST = 10;
/** Articles before drift is judged, and after which older ones count less. */
const LEAST = 40;
const MEMORY = 300;
const WINDOWS = [3, 5, NEWEST];
/** Texts of less than two fifths of the usual length, as a logarithm. */
const MUCH_SHORTER = Math.log(2.5);

/** One article more. While drift stands, what is usual stays as it was. */
export function addMark(usual: Usual, mark: Mark, drifting: boolean): Usual {
  const newest = [...usual.newest, mark];
  const [oldest] = newest;
  if (newest.length <= NEWEST || oldest === undefined) return { ...usual, newest };
  newest.shift();
  if (drifting) return { ...usual, newest };
  const count = Math.min(usual.count + 1, MEMORY);
  const weight = 1 / count;
  const off = oldest.length - usual.mean;
  return {
    count,
    mean: usual.mean + weight * off,
    variance: (1 - weight) * (usual.variance + weight * off * off),
    dated: usual.dated + weight * (Number(oldest.dated) - usual.dated),
    signed: usual.signed + weight * (Number(oldest.signed) - usual.signed),
    newest,
  };
}

/**
 * What has drifted, in words; null where nothing has. `perYear`: articles a year, by which chance is measured: so many
 * times the comparison is made.
 */
export function driftOf(usual: Usual, perYear: number): string | null {
  if (usual.count < LEAST) return null;
  const rare = FALSE_ALARMS_A_YEAR / Math.max(perYear, 50) / WINDOWS.length;
  for (const window of WINDOWS) {
    const newest = usual.newest.slice(-window);
    if (newest.length < window) continue;
    for (const [field, name] of [
      ['dated', 'a date'],
      ['signed', 'an author'],
    ] as const) {
      const filled = newest.filter((mark) => mark[field]).length;
      const before = usual[field];
      if (before - filled / window < 0.4) continue;
      // the lower end of what it may really be
      const surely = before - 2 * Math.sqrt((before * (1 - before)) / usual.count);
      if (atMost(filled, window, Math.min(surely, 0.98)) < rare) {
        return `${filled} of the last ${window} articles have ${name}; before, ${Math.round(before * 100)} % had`;
      }
    }
    const mean = newest.reduce((sum, { length }) => sum + length, 0) / window;
    const spread = Math.max(Math.sqrt(usual.variance), 0.5) / Math.sqrt(window);
    if (usual.mean - mean > MUCH_SHORTER && normalBelow((mean - usual.mean) / spread) < rare) {
      const [now, then] = [Math.exp(mean), Math.exp(usual.mean)].map(Math.round);
      return `the last ${window} texts have about ${now} characters; before, ${then} were usual`;
    }
  }
  return null;
}

/** P(X ≤ k) of a binomial. */
function atMost(k: number, n: number, p: number): number {
  let [term, total] = [(1 - p) ** n, 0];
  for (let i = 0; i <= k; i += 1) {
    total += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return total;
}

/** Standard normal distribution for a deviation ≤ 0 (Abramowitz and Stegun 26.2.17, error < 7.5e-8). */
function normalBelow(deviation: number): number {
  const t = 1 / (1 + 0.2316419 * -deviation);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-deviation * deviation) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
