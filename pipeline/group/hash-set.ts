// Hashes in; a set of them that takes four bytes each out: grouping holds thousands of texts at once, and in a Set a
// hash above 2³¹ is an object of its own.

/** Ascending, each once. */
export type HashSet = Uint32Array;

export function hashSet(hashes: Iterable<number>): HashSet {
  const sorted = Uint32Array.from(hashes).sort();
  let size = 0;
  for (const hash of sorted) {
    if (size > 0 && sorted[size - 1] === hash) continue;
    sorted[size] = hash;
    size += 1;
  }
  return sorted.slice(0, size);
}

export function hasHash(set: HashSet, hash: number): boolean {
  let from = 0;
  let to = set.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((set[middle] ?? 0) < hash) from = middle + 1;
    else to = middle;
  }
  return set[from] === hash;
}

/** Calls with the places of each hash that both have, ascending. */
export function matches(a: HashSet, b: HashSet, each: (inA: number, inB: number) => void): void {
  let of = 0;
  for (let at = 0; at < a.length; at++) {
    const hash = a[at] ?? 0;
    while (of < b.length && (b[of] ?? 0) < hash) of += 1;
    if (b[of] === hash) each(at, of);
  }
}

/** How many hashes both have. */
export function shared(a: HashSet, b: HashSet): number {
  let count = 0;
  matches(a, b, () => {
    count += 1;
  });
  return count;
}

/** Share of the first set that the second has; 1 where the first is empty. */
export const contained = (small: HashSet, large: HashSet): number =>
  small.length === 0 ? 1 : shared(small, large) / small.length;
