// Phrases of all taggers → hits. In: sets of phrases, then the tokens of a field. Out: for each set its hits, all from one pass.
// One trie over numbered words in typed arrays: a pass costs a step for each token and each hit, whatever the number of sets.
import { HIT, buildTrie, createScan } from './trie.ts';
import type { Entry, Found, Mode } from './trie.ts';
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

/** A text that a book has read. */
export type Read = { tokens: Token[]; found: Found };

/** The hits of one set of phrases in a text that its book has read, in order of their start. */
export type Finder<T> = (read: Read) => Hit<T>[];

/**
 * Sets of phrases, and one pass over a text that finds them all. Sets are added, then the book is closed to read.
 * Phrases are split as texts are, so 'Jum’at' and "Jum'at" are one. Empty phrases are ignored.
 */
export class PhraseBook {
  readonly #vocabulary = new Vocabulary();
  /** Null once the book is closed. */
  #entries: Entry[] | null = [];
  readonly #modes: Mode[] = [];

  /** Adds a set; gives the function that finds its hits. */
  add<T>(phrases: Iterable<Phrase<T>>, mode: Mode): Finder<T> {
    const values: T[] = [];
    const numbered = Array.from(phrases, ({ words, value }) => {
      return { words, value: values.push(value) - 1 };
    });
    const set = this.addSet(numbered, mode);
    return (read) => hitsOf(read, set, values);
  }

  /** Adds single words; gives the function that tells them. */
  addWords(words: Iterable<string>): (token: Token) => boolean {
    const numbers = Array.from(words, (word) => this.#vocabulary.add(word));
    const flags = new Uint8Array(this.#vocabulary.size);
    for (const number of numbers) flags[number] = 1;
    return ({ word }) => word < flags.length && flags[word] === 1;
  }

  /** Adds a set of phrases whose values are numbers from 0; gives the index of its hits in `found`. */
  addSet(phrases: Iterable<Phrase<number>>, mode: Mode): number {
    const entries = this.#entries;
    if (entries === null) throw new Error('phrases come after their book is closed');
    const set = this.#modes.push(mode) - 1;
    for (const { words, value } of phrases) {
      const path = tokenise(words).map(({ norm }) => this.#vocabulary.add(norm));
      if (path.length > 0) entries.push({ path, set, value });
    }
    return set;
  }

  /** Gives the function that reads a text, in time linear in its length. */
  close(): (text: string) => Read {
    const trie = buildTrie(this.#entries ?? [], this.#vocabulary.size);
    const scan = createScan(trie, this.#modes);
    this.#entries = null;
    return (text) => {
      const tokens = tokenise(text, this.#vocabulary);
      return { tokens, found: scan(tokens) };
    };
  }
}

function hitsOf<T>({ tokens, found }: Read, set: number, values: T[]): Hit<T>[] {
  const { hits, starts, ends } = found;
  const made: Hit<T>[] = [];
  const end = ends[set]!; // sets, values and tokens are there
  for (let at = starts[set]!; at < end; at += HIT) {
    const from = hits[at]!;
    const to = hits[at + 1]!;
    const value = values[hits[at + 2]!]!;
    made.push({ value, start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to });
  }
  return made;
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
