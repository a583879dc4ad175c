// Blocks of a page and the true text → which blocks are in it. A block counts where its words stand in the truth, in
// the order of the page, so that a teaser that repeats a sentence elsewhere does not.

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];
type Match = { block: number; at: number; end: number; weight: number };

/** 1 for a block of the article, 0 for another. */
export function alignBlocks(
  texts: readonly string[],
  truth: string,
  hidden: readonly boolean[],
): Float32Array {
  const target = wordsOf(truth);
  const index = runIndex(target);
  const words = texts.map(wordsOf);
  const candidates = words.flatMap((list, block) =>
    list.length < 4
      ? []
      : placesOf(list, block, index, target).map((match) =>
          hidden[block] === true ? { ...match, weight: match.weight * 0.4 } : match,
        ),
  );
  const chosen = longestChain(candidates);
  const labels = new Float32Array(texts.length);
  for (const { block } of chosen) labels[block] = 1;
  fillShort(words, target, chosen, labels);
  return labels;
}

function runIndex(target: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let at = 0; at + 4 <= target.length; at++) {
    const key = target.slice(at, at + 4).join(' ');
    const list = index.get(key);
    if (list === undefined) index.set(key, [at]);
    else if (list.length < 20) list.push(at);
  }
  return index;
}

/** Where in the truth a block may stand: the diagonals on which at least half of its runs lie. */
function placesOf(
  list: readonly string[],
  block: number,
  index: Map<string, number[]>,
  target: readonly string[],
): Match[] {
  const diagonals = new Map<number, number>();
  const runs = list.length - 3;
  for (let at = 0; at < runs; at++)
    for (const place of index.get(list.slice(at, at + 4).join(' ')) ?? [])
      diagonals.set(place - at, (diagonals.get(place - at) ?? 0) + 1);
  const sorted = [...diagonals].sort(([, a], [, b]) => b - a).slice(0, 4);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  return sorted.flatMap(([shift, count]) => {
    const covered = Math.max(
      count,
      sorted.length > 1 && Math.abs((sorted[0]?.[0] ?? 0) - shift) < 30 ? total : count,
    );
    if (covered < runs * 0.5) return [];
    return [
      {
        block,
        at: Math.max(0, shift),
        end: Math.min(target.length, shift + list.length),
        weight: count + 3,
      },
    ];
  });
}

/** The heaviest chain of matches that go up in both page and truth. */
function longestChain(matches: Match[]): Match[] {
  const best: { weight: number; from: number }[] = [];
  let top = -1;
  for (const [i, match] of matches.entries()) {
    let [weight, from] = [match.weight, -1];
    for (let j = 0; j < i; j++) {
      const earlier = matches[j];
      if (earlier === undefined || earlier.block >= match.block || earlier.end > match.at + 3)
        continue;
      const sum = (best[j]?.weight ?? 0) + match.weight;
      if (sum > weight) [weight, from] = [sum, j];
    }
    best.push({ weight, from });
    if (top < 0 || weight > (best[top]?.weight ?? 0)) top = i;
  }
  const chain: Match[] = [];
  for (let at = top; at >= 0; at = best[at]?.from ?? -1) {
    const match = matches[at];
    if (match !== undefined) chain.unshift(match);
  }
  return chain;
}

/** Blocks of under four words count where they fill a gap between the matched ones, in order. */
function fillShort(
  words: readonly string[][],
  target: readonly string[],
  chain: readonly Match[],
  labels: Float32Array,
): void {
  const bounds = [
    { block: -1, at: 0, end: 0 },
    ...chain,
    { block: words.length, at: target.length, end: target.length },
  ];
  for (let step = 0; step + 1 < bounds.length; step++) {
    const [left, right] = [bounds[step], bounds[step + 1]];
    if (left === undefined || right === undefined) continue;
    let from = left.end;
    // Before the first and after the last match only near blocks can be meant.
    const first = step === 0 ? Math.max(0, right.block - 12) : left.block + 1;
    const last = step === bounds.length - 2 ? Math.min(words.length, left.block + 12) : right.block;
    for (let block = first; block < last; block++) {
      const list = words[block] ?? [];
      if (list.length === 0 || labels[block] === 1 || from >= right.at) continue;
      const place = findRun(target, list, from, right.at);
      if (place < 0) continue;
      labels[block] = 1;
      from = place + list.length;
    }
  }
}

function findRun(
  target: readonly string[],
  list: readonly string[],
  from: number,
  until: number,
): number {
  for (let at = from; at + list.length <= until; at++)
    if (list.every((word, step) => target[at + step] === word)) return at;
  return -1;
}
