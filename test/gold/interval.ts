// Counts → 95 % intervals.

export type Interval = { low: number; high: number };

const Z = 1.959964; // the 97.5 % point of the normal distribution

/** Wilson's score interval for `hits` of `of` (Wilson 1927); honest at 0 and 1, where the bootstrap has no width. */
export function wilson(hits: number, of: number): Interval {
  const share = hits / of;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

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
