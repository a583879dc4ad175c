// Counts → their 95 % interval.

export type Interval = { low: number; high: number };

const Z = 1.959964; // the 97.5 % point of the normal distribution

/** Wilson's score interval for `hits` of `of` (Wilson 1927); honest at 0 and 1. `of` is above 0. */
export function wilson(hits: number, of: number): Interval {
  const share = hits / of;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
