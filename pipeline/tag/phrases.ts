// Phrases of all taggers → hits. In: sets of phrases, then the tokens of a field. Out: for each set its hits, all from one pass.
// One trie over numbered words in typed arrays: a pass costs a step for each token and each hit, whatever the number of sets.
import { HIT, buildTrie, findAll } from './trie.ts';
import type { Entry, Found } from './trie.ts';
import { Vocabulary, tokenise } from './words.ts';
import type { Token } from './words.ts';

export type Hit<T> = {
  value: T;
  /** UTF-16 offsets into the text: text.slice(start, end) is what matched. */
  start: number;
  end: number;
  /** First token, and the one after the last. */
  from: number;
  to: number;
};

export type Phrase<T> = { words: string; value: T };

/** A text that a book has read: by number of the set what was found. */
export type Read = { tokens: Token[]; found: Found[] };

/** `longest` gives leftmost-longest hits without overlap, `all` every hit. */
export type Mode = 'longest' | 'all';

/** The hits of one set of phrases in a text that its book has read. */
export type Finder<T> = (read: Read, mode: Mode) => Hit<T>[];

/**
 * Sets of phrases, and one pass over a text that finds them all. Sets are added, then the book is closed to read.
 * Phrases are split as texts are, so 'Jum’at' and "Jum'at" are one. Empty phrases are ignored.
 */
export class PhraseBook {
  readonly #vocabulary = new Vocabulary();
  /** Null once the book is closed. */
  #entries: Entry[] | null = [];
  #sets = 0;

  /** Adds a set; gives the function that finds its hits. */
  add<T>(phrases: Iterable<Phrase<T>>): Finder<T> {
    const values: T[] = [];
    const numbered = Array.from(phrases, ({ words, value }) => {
      return { words, value: values.push(value) - 1 };
    });
    const set = this.addSet(numbered);
    return ({ tokens, found }, mode) => {
      const all = found[set] ?? [];
      return hitsOf(mode === 'longest' ? longest(all) : all, tokens, values);
    };
  }

  /** Adds a set of phrases whose values are numbers from 0; gives the index of its hits in `found`. */
  addSet(phrases: Iterable<Phrase<number>>): number {
    const entries = this.#entries;
    if (entries === null) throw new Error('phrases come after their book is closed');
    const set = this.#sets++;
    for (const { words, value } of phrases) {
      const path = tokenise(words).map(({ norm }) => this.#vocabulary.add(norm));
      if (path.length > 0) entries.push({ path, set, value });
    }
    return set;
  }

  /** Gives the function that reads a text, in time linear in its length. */
  close(): (text: string) => Read {
    const trie = buildTrie(this.#entries ?? [], this.#vocabulary.size);
    const sets = this.#sets;
    this.#entries = null;
    return (text) => {
      const tokens = tokenise(text, this.#vocabulary);
      return { tokens, found: findAll(trie, tokens, sets) };
    };
  }
}

function hitsOf<T>(found: Found, tokens: Token[], values: T[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < found.length; at += HIT) {
    const from = found[at]!; // hits come in whole triples
    const to = found[at + 1]!;
    const value = values[found[at + 2]!]!;
    hits.push({ value, start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to });
  }
  return hits;
}

/** Of all hits the leftmost, of those the longest, without overlap; all values of a phrase that stands twice. */
export function longest(all: Found): Found {
  const kept: Found = [];
  let free = 0;
  for (let at = 0; at < all.length;) {
    const from = all[at]!; // hits come in whole triples
    let to = from;
    let best = at;
    for (; all[at] === from; at += HIT) {
      if (all[at + 1]! <= to) continue;
      to = all[at + 1]!;
      best = at;
    }
    if (from < free) continue;
    for (; best < at; best += HIT) kept.push(from, to, all[best + 2]!);
    free = to;
  }
  return kept;
}

/** Of all hits (in order of their start) the leftmost, of those the longest that is accepted, without overlap. */
export function leftmostLongest<T>(
  hits: Hit<T>[],
  accept: (hit: Hit<T>) => boolean = () => true,
): Hit<T>[] {
  const kept: Hit<T>[] = [];
  let free = 0;
  for (let at = 0; at < hits.length;) {
    const from = hits[at]?.from ?? 0;
    let best: Hit<T> | null = null;
    for (; hits[at]?.from === from; at++) {
      const hit = hits[at];
      if (hit !== undefined && accept(hit)) best = hit;
    }
    if (best === null || best.from < free) continue;
    kept.push(best);
    free = best.to;
  }
  return kept;
}
