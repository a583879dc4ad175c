// Counts → 95 % intervals.

import type { Interval } from '../../oversight/review/wilson.ts';

/** A small seeded generator (mulberry32): numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ROUNDS = 1000;

/** Percentile interval of a statistic over resamples of the articles, with a fixed seed. */
export function bootstrap<T>(items: readonly T[], statistic: (sample: T[]) => number): Interval {
  const random = seeded(20_240_924);
  const values = Array.from({ length: ROUNDS }, () =>
    statistic(items.flatMap(() => items[Math.floor(random() * items.length)] ?? [])),
  ).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.floor(share * (ROUNDS - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}
