// Rows of features → how sure the judge is that each block is the article's, 0 … 1. Gradient-boosted trees, weights as data.
import { NAMES, WIDTH } from './features.ts';
import weights from './weights.gen.json' with { type: 'json' };

/** Trees in preorder: a node is [feature, threshold], its left child follows; a leaf is [-1, value]. */
type Forest = {
  feature: Int16Array;
  /** Threshold of an inner node, value of a leaf. */
  value: Float64Array;
  /** Where the right child of an inner node stands. */
  right: Int32Array;
  roots: number[];
};

/** After so many trees a block that they are this sure of is left as it is: most blocks need a sixth of the work. */
const CHECKS = [
  { trees: 50, margin: 2.2 },
  { trees: 100, margin: 3.2 },
] as const;

function plant(trees: readonly (readonly number[])[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length / 2, 0);
  const forest: Forest = {
    feature: new Int16Array(size),
    value: new Float64Array(size),
    right: new Int32Array(size),
    roots: [],
  };
  let at = 0;
  const grow = (tree: readonly number[], from: number): number => {
    const own = at++;
    forest.feature[own] = tree[from] ?? -1;
    forest.value[own] = tree[from + 1] ?? 0;
    if ((tree[from] ?? -1) < 0) return from + 2;
    const afterLeft = grow(tree, from + 2);
    forest.right[own] = at;
    return grow(tree, afterLeft);
  };
  for (const tree of trees) {
    forest.roots.push(at);
    grow(tree, 0);
  }
  return forest;
}

const forest = plant(weights.trees);

/** True where the weights were trained on the features that this code computes. */
export const weightsFit = (): boolean =>
  weights.names.length === NAMES.length && weights.names.every((name, at) => name === NAMES[at]);

/** One number a block. `rows` holds WIDTH features a block; a block that `left` marks is none of the article's: 0. */
export function judge(rows: Float32Array, left?: Uint8Array): Float64Array {
  const opinion = new Float64Array(rows.length / WIDTH);
  const [first, second] = CHECKS;
  for (let block = 0; block < opinion.length; block++) {
    if (left?.[block] === 1) continue;
    const base = block * WIDTH;
    let sum = sumOf(rows, base, 0, first.trees);
    if (Math.abs(sum) < first.margin) {
      sum += sumOf(rows, base, first.trees, second.trees);
      if (Math.abs(sum) < second.margin)
        sum += sumOf(rows, base, second.trees, forest.roots.length);
    }
    opinion[block] = 1 / (1 + Math.exp(-sum));
  }
  return opinion;
}

/** Sum of the leaves that trees `from` … `until` give the row at `base`. */
function sumOf(rows: Float32Array, base: number, from: number, until: number): number {
  const { feature, value, right, roots } = forest;
  let sum = 0;
  for (let tree = from; tree < until; tree++) {
    let node = roots[tree] ?? 0;
    let split = feature[node] ?? -1;
    while (split >= 0) {
      node = (rows[base + split] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
      split = feature[node] ?? -1;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}
