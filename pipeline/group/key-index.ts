// Keys of articles → which articles share keys, in memory: an open hash table over typed arrays, 16 bytes a posting
// or so. A million articles of 24 keys take half a gigabyte; figures in docs/grouping.md.

export type KeyIndex = {
  /** Adds an article with its distinct 32-bit keys; its number out, counted from 0. */
  add(keys: readonly number[]): number;
  /** The article answers no more. */
  remove(article: number): void;
  /** Numbers of the articles that have at least `least` of the keys, ascending. */
  sharing(keys: readonly number[], least: number): number[];
};

const NONE = -1;
/** A table fuller than this grows. */
const LOAD = 0.75;

/** `postings`: how many keys of all articles together are expected; it grows beyond, by copying. */
export function createKeyIndex(postings = 1024): KeyIndex {
  let capacity = 1024;
  while (capacity * LOAD < postings) capacity *= 2;
  /** A slot is named by the highest bits of the mixed key. */
  let shift = 32 - Math.log2(capacity);
  /** Slot → key, and the newest posting of the key. */
  let keyAt = new Uint32Array(capacity);
  let head = new Int32Array(capacity).fill(NONE);
  let used = 0;
  /** Posting → article, and the posting before it of the same key. */
  let owner = new Int32Array(postings);
  let previous = new Int32Array(postings);
  let count = 0;
  const removed = new Set<number>();
  let articles = 0;

  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> shift;
    while (head[slot] !== NONE && keyAt[slot] !== key) slot = (slot + 1) & (capacity - 1);
    return slot;
  };

  const growTable = (): void => {
    const [oldKeys, oldHead] = [keyAt, head];
    capacity *= 2;
    shift -= 1;
    keyAt = new Uint32Array(capacity);
    head = new Int32Array(capacity).fill(NONE);
    for (let old = 0; old < oldHead.length; old++) {
      if (oldHead[old] === NONE) continue;
      const slot = slotOf(oldKeys[old] ?? 0);
      keyAt[slot] = oldKeys[old] ?? 0;
      head[slot] = oldHead[old] ?? NONE;
    }
  };

  const growPostings = (): void => {
    const length = Math.ceil(owner.length * 1.5) + 16;
    const [oldOwner, oldPrevious] = [owner, previous];
    owner = new Int32Array(length);
    previous = new Int32Array(length);
    owner.set(oldOwner);
    previous.set(oldPrevious);
  };

  const post = (key: number, article: number): void => {
    if (count === owner.length) growPostings();
    if (used + 1 > capacity * LOAD) growTable();
    const slot = slotOf(key);
    if (head[slot] === NONE) {
      keyAt[slot] = key;
      used += 1;
    }
    owner[count] = article;
    previous[count] = head[slot] ?? NONE;
    head[slot] = count;
    count += 1;
  };

  return {
    add(keys) {
      for (const key of keys) post(key, articles);
      articles += 1;
      return articles - 1;
    },
    remove: (article) => {
      removed.add(article);
    },
    sharing(keys, least) {
      const found: number[] = [];
      for (const key of keys)
        for (let at = head[slotOf(key)] ?? NONE; at !== NONE; at = previous[at] ?? NONE)
          found.push(owner[at] ?? 0);
      found.sort((a, b) => a - b);
      return found.filter(
        (article, at) =>
          // The last of a run of equals; the run is `least` long when the one so far before is equal.
          found[at + 1] !== article && found[at - least + 1] === article && !removed.has(article),
      );
    },
  };
}
