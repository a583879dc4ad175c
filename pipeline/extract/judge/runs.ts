// Words → their runs of four as numbers: two texts share a run where they have its number.

/** `pairs`: two words, by their numbers; `runs`: two pairs; `size`: how many runs the text has. */
export type Runs = {
  words: Map<string, number>;
  pairs: Map<number, number>;
  runs: Set<number>;
  size: number;
};

/** More than a text has words; the square is still an exact number. */
const MANY = 2 ** 26;

/** The different runs of a text; one that is shorter than a run has one, which no other text shares. */
export function runsIn(words: readonly string[]): Runs {
  const numbers = new Map<string, number>();
  const pairs = new Map<number, number>();
  const text = words.map((word) => numberOf(numbers, word));
  const twos = text.slice(1).map((word, at) => numberOf(pairs, (text[at] ?? 0) * MANY + word));
  const runs = new Set(twos.slice(2).map((pair, at) => (twos[at] ?? 0) * MANY + pair));
  return { words: numbers, pairs, runs, size: Math.max(1, runs.size) };
}

function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** How many runs of the words are among those of the text, each time that it stands there; adds them to `found`. */
export function countRuns(words: readonly string[], text: Runs, found: Set<number>): number {
  let hits = 0;
  /** Pairs that end at the word before the last, at the last, and here; -1 for one that the text has not. */
  let [two, one, pair] = [-1, -1, -1];
  let before = -1;
  for (const word of words) {
    const own = text.words.get(word) ?? -1;
    const joined = before < 0 || own < 0 ? undefined : text.pairs.get(before * MANY + own);
    [two, one, pair] = [one, pair, joined ?? -1];
    before = own;
    if (two < 0 || pair < 0) continue;
    const run = two * MANY + pair;
    if (!text.runs.has(run)) continue;
    found.add(run);
    hits++;
  }
  return hits;
}
