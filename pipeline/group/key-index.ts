// Keys of articles → which articles share keys, in memory: an open hash table over typed arrays, 16 bytes a posting
// or so. A million articles of 24 keys take half a gigabyte; figures in docs/grouping.md.

export type KeyIndex = {
  /** Adds an article with its distinct 32-bit keys; its number out, counted from 0. */
  add(keys: readonly number[]): number;
  /** The article answers no more. */
  remove(article: number): void;
  /**
   * The articles that have at least `least` of the keys, and how many they have, ascending. A key of more than `most`
   * articles does not count: it comes from furniture of a page, and would make every look-up long.
   */
  sharing(keys: readonly number[], least: number, most: number): Sharing[];
};

/** Number of an article, and how many keys it has of those asked for. */
export type Sharing = { article: number; keys: number };

const NONE = -1;

/** `postings`: how many keys of all articles together are expected; it grows beyond, by copying. */
export function createKeyIndex(postings = 1024): KeyIndex {
  const newest = createTable(postings);
  /** Posting → article, and the posting before it of the same key, side by side. */
  let posted = new Int32Array(2 * postings);
  let count = 0;
  let articles = 0;
  const removed = new Set<number>();

  const post = (key: number, article: number): void => {
    if (2 * count === posted.length) {
      const old = posted;
      posted = new Int32Array(2 * Math.ceil(old.length * 0.75 + 16));
      posted.set(old);
    }
    posted[2 * count] = article;
    posted[2 * count + 1] = newest.replace(key, count);
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
        let at = newest.get(key);
        for (; at !== NONE && found.length - before <= most; at = posted[2 * at + 1] ?? NONE)
          found.push(posted[2 * at] ?? 0);
        if (found.length - before > most) found.length = before;
      }
      return repeated(found, least).filter(({ article }) => !removed.has(article));
    },
  };
}

type Table = {
  /** NONE for an unknown key. */
  get(key: number): number;
  /** Puts the value, 0 or more, and gives the one before. */
  replace(key: number, value: number): number;
};

/** A table fuller than this grows. */
const LOAD = 0.75;

/** 32-bit keys → numbers: open addressing with linear probing. */
function createTable(expected: number): Table {
  let bits = 10;
  while (2 ** bits * LOAD < expected) bits += 1;
  let keys = new Uint32Array(2 ** bits);
  let values = new Int32Array(2 ** bits).fill(NONE);
  let used = 0;

  /** The slot of the key, or the free one where it belongs. */
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (values[slot] !== NONE && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
    return slot;
  };

  const grow = (): void => {
    const old = { keys, values };
    bits += 1;
    keys = new Uint32Array(2 ** bits);
    values = new Int32Array(2 ** bits).fill(NONE);
    for (const [at, value] of old.values.entries()) {
      if (value === NONE) continue;
      const key = old.keys[at] ?? 0;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
    }
  };

  return {
    get: (key) => values[slotOf(key)] ?? NONE,
    replace(key, value) {
      const slot = slotOf(key);
      const before = values[slot] ?? NONE;
      keys[slot] = key;
      values[slot] = value;
      if (before === NONE) used += 1;
      if (used > keys.length * LOAD) grow();
      return before;
    },
  };
}

/** The numbers that are there at least so often, ascending, each once. */
function repeated(numbers: number[], least: number): Sharing[] {
  const sorted = numbers.sort((a, b) => a - b);
  const found: Sharing[] = [];
  for (let at = 0, from = 0; at < sorted.length; at++) {
    if (sorted[at + 1] === sorted[at]) continue;
    const keys = at - from + 1;
    if (keys >= least) found.push({ article: sorted[at] ?? 0, keys });
    from = at + 1;
  }
  return found;
}
