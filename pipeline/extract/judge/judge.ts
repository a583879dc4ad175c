// Rows of features → how sure the judge is that each block is the article's, 0 … 1. Gradient-boosted trees, weights as data.
import { NAMES, WIDTH } from './features.ts';
import weights from './weights.gen.json' with { type: 'json' };

/**
 * Trees in preorder, three numbers a node in one stretch of memory: the feature, its threshold, where the right child
 * stands; the left child follows. A leaf is -1 and the place of its value.
 */
type Forest = {
  nodes: Int32Array;
  /** The same memory: thresholds. */
  thresholds: Float32Array;
  leaves: Float64Array;
  roots: Int32Array;
};
const NODE = 3;

/**
 * After so many trees a block is left as it is where they give it less than a tenth, or are so sure that it is the
 * article's: on no page of five benchmark sets does the rest of the trees change a text, and most blocks need a third of them.
 */
const CHECKS = [
  { trees: 50, sure: 2.2 },
  { trees: 100, sure: 3.2 },
  { trees: 150, sure: Infinity },
  { trees: 200, sure: Infinity },
  { trees: 300, sure: Infinity },
  { trees: Infinity, sure: Infinity },
];
/** log(0.1 / 0.9), about. */
const TENTH = -2.2;

function plant(trees: readonly (readonly number[])[]): Forest {
  const size = trees.reduce((sum, tree) => sum + tree.length / 2, 0);
  const nodes = new Int32Array(size * NODE);
  const thresholds = new Float32Array(nodes.buffer);
  const leaves: number[] = [];
  let at = 0;
  /** Weights give two numbers a node: feature and threshold, or -1 and the value of a leaf. */
  const grow = (tree: readonly number[], from: number): number => {
    const own = at;
    const feature = tree[from] ?? -1;
    const value = tree[from + 1] ?? 0;
    at += NODE;
    nodes[own] = feature;
    if (feature < 0) {
      nodes[own + 1] = leaves.push(value) - 1;
      return from + 2;
    }
    thresholds[own + 1] = floatBelow(value);
    const afterLeft = grow(tree, from + 2);
    nodes[own + 2] = at;
    return grow(tree, afterLeft);
  };
  const roots = Int32Array.from(trees, (tree) => {
    const root = at;
    grow(tree, 0);
    return root;
  });
  return { nodes, thresholds, leaves: Float64Array.from(leaves), roots };
}

/** The greatest 32-bit float that is not above the number: a feature, itself such a float, lies on the same side of both. */
function floatBelow(value: number): number {
  const bits = new Int32Array(1);
  const float = new Float32Array(bits.buffer);
  float[0] = value;
  if ((float[0] ?? 0) <= value) return float[0] ?? 0;
  bits[0] = (bits[0] ?? 0) + (value > 0 ? -1 : 1);
  return float[0] ?? 0;
}

const forest = plant(weights.trees);

/** True where the weights were trained on the features that this code computes. */
export const weightsFit = (): boolean =>
  weights.names.length === NAMES.length && weights.names.every((name, at) => name === NAMES[at]);

/** One number a block. `rows` holds WIDTH features a block; a block that `left` marks is none of the article's: 0. */
export function judge(rows: Float32Array, left?: Uint8Array): Float64Array {
  const opinion = new Float64Array(rows.length / WIDTH);
  for (let block = 0; block < opinion.length; block++) {
    if (left?.[block] === 1) continue;
    let [sum, from] = [0, 0];
    for (const { trees, sure } of CHECKS) {
      sum += sumOf(rows, block * WIDTH, from, Math.min(trees, forest.roots.length));
      if (sum <= TENTH || sum >= sure) break;
      from = trees;
    }
    opinion[block] = 1 / (1 + Math.exp(-sum));
  }
  return opinion;
}

/** Sum of the leaves that trees `from` … `until` give the row at `base`. */
function sumOf(rows: Float32Array, base: number, from: number, until: number): number {
  const { nodes, thresholds, leaves, roots } = forest;
  let sum = 0;
  for (let tree = from; tree < until; tree++) {
    let node = roots[tree] ?? 0;
    let feature = nodes[node] ?? -1;
    while (feature >= 0) {
      const left = (rows[base + feature] ?? 0) <= (thresholds[node + 1] ?? 0);
      node = left ? node + NODE : (nodes[node + 2] ?? 0);
      feature = nodes[node] ?? -1;
    }
    sum += leaves[nodes[node + 1] ?? 0] ?? 0;
  }
  return sum;
}
