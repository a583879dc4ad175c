// A trie over numbered words in typed arrays. In: phrases as paths of numbers; then tokens. Out: all hits, by set of phrases.
import type { Token } from './words.ts';

/** A phrase: the numbers of its words, the set it is of and its value there. */
export type Entry = { path: number[]; set: number; value: number };

/** Of the hits of a set the leftmost-longest without overlap (all values of a phrase that stands twice), or every one. */
export type Mode = 'longest' | 'all';

/**
 * What stands in a text. A hit is three numbers in `hits`: its first token, the one after its last, its value. Those of a
 * set run from `starts[set]` to `ends[set]`, by their first token, the longer after the shorter.
 */
export type Found = { hits: Int32Array; starts: number[]; ends: number[] };
/** Numbers that a hit takes. */
export const HIT = 3;

export type Trie = Edges & {
  /** Node → where its values begin in `sets` and `values`; they end where those of the next begin. */
  starts: Int32Array;
  sets: Int32Array;
  values: Int32Array;
};

type Edges = {
  /** Word → the node of the phrases that begin with it; 0 where none does. */
  firsts: Int32Array;
  /** Node → a bit for each word that goes on from it, by the low five bits of its number: mostly tells without a look-up. */
  marks: Int32Array;
  /** Node → its parent and the word between; by the hash of both the node stands in `slots`, 0 is free. */
  parents: Int32Array;
  words: Int32Array;
  slots: Int32Array;
};

/** `size` is the number of words. */
export function buildTrie(entries: Entry[], size: number): Trie {
  const most = entries.reduce((total, { path }) => total + path.length, 1);
  const edges: Edges = {
    firsts: new Int32Array(size),
    marks: new Int32Array(most),
    parents: new Int32Array(most),
    words: new Int32Array(most),
    slots: new Int32Array(2 ** Math.ceil(Math.log2(most * 2))),
  };
  let nodes = 1;
  const ends = entries.map(({ path }) => {
    let node = 0;
    for (const word of path) {
      const known = childOf(edges, node, word);
      node = known === 0 ? insert(edges, node, word, nodes++) : known;
    }
    return node;
  });
  return {
    ...edges,
    marks: edges.marks.slice(0, nodes),
    parents: edges.parents.slice(0, nodes),
    words: edges.words.slice(0, nodes),
    ...valuesOf(entries, ends, nodes),
  };
}

function insert(edges: Edges, parent: number, word: number, node: number): number {
  const { firsts, marks, parents, words, slots } = edges;
  if (parent === 0) firsts[word] = node;
  marks[parent] = (marks[parent] ?? 0) | (1 << word);
  parents[node] = parent;
  words[node] = word;
  let slot = slotOf(slots, parent, word);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = node;
  return node;
}

/** Values by node, in the order of the entries. */
function valuesOf(
  entries: Entry[],
  ends: number[],
  nodes: number,
): Pick<Trie, 'starts' | 'sets' | 'values'> {
  const starts = new Int32Array(nodes + 1);
  for (const end of ends) starts[end + 1] = (starts[end + 1] ?? 0) + 1;
  for (let node = 0; node < nodes; node++) {
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  }
  const next = starts.slice();
  const sets = new Int32Array(entries.length);
  const values = new Int32Array(entries.length);
  entries.forEach(({ set, value }, index) => {
    const end = ends[index] ?? 0;
    const at = next[end] ?? 0;
    sets[at] = set;
    values[at] = value;
    next[end] = at + 1;
  });
  return { starts, sets, values };
}

/** The node behind a word, or 0. */
function childOf({ parents, words, slots }: Edges, parent: number, word: number): number {
  for (let slot = slotOf(slots, parent, word); ; slot = (slot + 1) & (slots.length - 1)) {
    const node = slots[slot] ?? 0;
    if (node === 0 || (parents[node] === parent && words[node] === word)) return node;
  }
}

/** Multipliers of Fibonacci hashing and of MurmurHash3's finaliser, whose high bits are mixed best. */
function slotOf(slots: Int32Array, parent: number, word: number): number {
  const mixed = Math.imul(parent, 0x9e_37_79_b1) ^ Math.imul(word, 0x85_eb_ca_6b);
  return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
}

/** Finds phrases in the tokens of one text after the other, `modes` by number of the set; time is linear in tokens and hits. */
export function createScan(trie: Trie, modes: Mode[]): (tokens: Token[]) => Found {
  const { firsts, marks, starts, sets, values } = trie;
  /** The hits of a text in order of their start, each after the number of its set; kept from text to text. */
  let room = new Int32Array(1024);
  return (tokens) => {
    let size = 0;
    for (let from = 0; from < tokens.length; from++) {
      let node = firsts[tokens[from]!.word]!; // of typed arrays only what is there is read
      for (let to = from + 1; node !== 0; to++) {
        const end = starts[node + 1]!;
        for (let at = starts[node]!; at < end; at++) {
          if (size + HIT >= room.length) room = grown(room);
          room[size++] = sets[at]!;
          room[size++] = from;
          room[size++] = to;
          room[size++] = values[at]!;
        }
        if (marks[node] === 0 || to === tokens.length) break;
        const { word } = tokens[to]!;
        node = ((marks[node]! >>> word) & 1) === 1 ? childOf(trie, node, word) : 0;
      }
    }
    return bySet(room, size, modes);
  };
}

function grown(room: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(room.length * 2);
  more.set(room);
  return more;
}

function bySet(room: Int32Array, size: number, modes: Mode[]): Found {
  const starts = modes.map(() => 0);
  for (let at = 0; at < size; at += HIT + 1) starts[room[at]!]! += HIT;
  let total = 0;
  for (let set = 0; set < starts.length; set++) {
    total += starts[set]!;
    starts[set] = total - starts[set]!;
  }
  const ends = starts.slice();
  const hits = new Int32Array(total);
  for (let at = 0; at < size; at += HIT + 1) {
    const set = room[at]!;
    const end = ends[set]!;
    hits[end] = room[at + 1]!;
    hits[end + 1] = room[at + 2]!;
    hits[end + 2] = room[at + 3]!;
    ends[set] = end + HIT;
  }
  for (let set = 0; set < modes.length; set++) {
    if (modes[set] === 'longest') ends[set] = keepLongest(hits, starts[set]!, ends[set]!);
  }
  return { hits, starts, ends };
}

/** Moves the leftmost-longest hits to the front; gives the end of them. */
function keepLongest(hits: Int32Array, start: number, end: number): number {
  let kept = start;
  let free = 0;
  for (let at = start; at < end;) {
    const from = hits[at]!;
    let best = at;
    for (; at < end && hits[at] === from; at += HIT) if (hits[at + 1]! > hits[best + 1]!) best = at;
    if (from < free) continue;
    free = hits[best + 1]!;
    hits.copyWithin(kept, best, at);
    kept += at - best;
  }
  return kept;
}
