// Keys of articles → which articles share keys, in memory: an open hash table over typed arrays, 16 bytes a posting
// or so. A million articles of 24 keys take half a gigabyte; figures in docs/grouping.md.

export type KeyIndex = {
  /** Adds an article with its distinct 32-bit keys; its number out, counted from 0. */
  add(keys: readonly number[]): number;
  /** The article answers no more. */
  remove(article: number): void;
  /**
   * Numbers of the articles that have at least `least` of the keys, ascending. A key of more than `most` articles
   * does not count: it comes from furniture of a page, and would make every look-up long.
   */
  sharing(keys: readonly number[], least: number, most: number): number[];
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
  /** Posting → article, and the posting before it of the same key, side by side. */
  let posted = new Int32Array(2 * postings);
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
    const old = posted;
    posted = new Int32Array(2 * Math.ceil(old.length * 0.75 + 16));
    posted.set(old);
  };

  const post = (key: number, article: number): void => {
    if (2 * count === posted.length) growPostings();
    if (used + 1 > capacity * LOAD) growTable();
    const slot = slotOf(key);
    if (head[slot] === NONE) {
      keyAt[slot] = key;
      used += 1;
    }
    posted[2 * count] = article;
    posted[2 * count + 1] = head[slot] ?? NONE;
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
    sharing(keys, least, most) {
      const found: number[] = [];
      for (const key of keys) {
        const before = found.length;
        let at = head[slotOf(key)] ?? NONE;
        for (; at !== NONE && found.length - before <= most; at = posted[2 * at + 1] ?? NONE)
          found.push(posted[2 * at] ?? 0);
        if (found.length - before > most) found.length = before;
      }
      return repeated(found, least).filter((article) => !removed.has(article));
    },
  };
}

/** The numbers that are there at least so often, ascending, each once. */
function repeated(numbers: number[], least: number): number[] {
  const sorted = numbers.sort((a, b) => a - b);
  // The last of a run of equals; the run is long enough when the one so far before is equal.
  return sorted.filter((each, at) => sorted[at + 1] !== each && sorted[at - least + 1] === each);
}
