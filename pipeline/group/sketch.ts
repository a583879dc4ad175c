// Runs of three words of a text → some of them, in two bytes each, by which most texts that only share a key or two are told
// apart without the articles being read.
import type { HashSet } from './hash-set.ts';

/**
 * First how often the range of hashes was halved until few enough lie in it, then the first 16 bits within that range of each
 * hash that does, ascending.
 */
export type Sketch = Uint16Array;

/** Most runs of a sketch: a text of 250 words has all of its own. */
const MOST = 256;
const BITS = 32;
const BITS_KEPT = 16;

export function sketchOf(runs: HashSet): Sketch {
  let halved = 0;
  let count = runs.length;
  while (count > MOST && halved < BITS_KEPT) {
    halved += 1;
    const end = 2 ** (BITS - halved);
    while (count > 0 && (runs[count - 1] ?? 0) >= end) count -= 1;
  }
  const shift = BITS - BITS_KEPT - halved;
  return Uint16Array.of(halved, ...runs.subarray(0, count).map((hash) => hash >>> shift));
}

/** Standard deviations of a share taken from a sample, below which it is taken for less. */
const SURE = 3;

/**
 * Whether less than `share` of the one's runs are in the other, whichever that is. Of two texts with whole sketches 'yes' is
 * always right, of longer ones but for one in a thousand that lie right at `share`. 'No' means nothing.
 */
export function sharesLess(a: Sketch, b: Sketch, share: number): boolean {
  const [wide, narrow] = (a[0] ?? 0) <= (b[0] ?? 0) ? [a, b] : [b, a];
  const more = (narrow[0] ?? 0) - (wide[0] ?? 0);
  const one = wide.subarray(1).filter((hash) => hash < 2 ** (BITS_KEPT - more));
  const other = narrow.subarray(1).map((hash) => hash >>> more);
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const whole = narrow[0] === 0;
  const deviation = whole ? 0 : SURE * Math.sqrt(few.length * share * (1 - share));
  return few.length > 0 && sharedBy(few, many) < few.length * share - deviation;
}

/** How many of the first the second has; both ascending. */
function sharedBy(few: Uint16Array, many: Uint16Array): number {
  let count = 0;
  let at = 0;
  for (const hash of few) {
    while (at < many.length && (many[at] ?? 0) < hash) at += 1;
    if (many[at] === hash) count += 1;
  }
  return count;
}
