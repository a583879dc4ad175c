// Text → tokens → phrase hits. In: a string and a set of phrases; out: hits with UTF-16 offsets into that string.
// A trie over lower-cased word tokens: one pass whatever the number of phrases, hits only at word borders.

export type Token = {
  /** Lower case, apostrophes unified. */
  norm: string;
  start: number;
  end: number;
  /** The first letter is a capital. */
  capital: boolean;
};

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

/** Finds phrases in the tokens of one text. `longest` gives leftmost-longest hits without overlap, `all` every hit. */
export type Matcher<T> = (tokens: Token[], mode: 'longest' | 'all') => Hit<T>[];

type Node<T> = { next: Map<string, Node<T>>; values: T[] };

const WORD = /[\p{L}\p{N}]+(?:['’ʼ`][\p{L}\p{N}]+)*/gu;

const APOSTROPHE = /[’ʼ`]/;
const APOSTROPHES = /[’ʼ`]/g;

/** Words of letters and digits; punctuation and hyphens separate ('Tapin-Banjar' is two tokens). */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const first = word.charAt(0);
    const norm = word.toLowerCase();
    tokens.push({
      norm: APOSTROPHE.test(norm) ? norm.replaceAll(APOSTROPHES, "'") : norm,
      start: match.index,
      end: match.index + word.length,
      capital: first !== first.toLowerCase(),
    });
  }
  return tokens;
}

/** Builds a matcher; phrases are split as texts are, so 'Jum’at' and "Jum'at" are one. Empty phrases are ignored. */
export function buildMatcher<T>(phrases: Iterable<Phrase<T>>): Matcher<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const { words, value } of phrases) {
    const tokens = tokenise(words);
    if (tokens.length > 0) insert(root, tokens, value);
  }
  return (tokens, mode) => scan(root, tokens, mode);
}

function insert<T>(root: Node<T>, tokens: Token[], value: T): void {
  let node = root;
  for (const { norm } of tokens) {
    let next = node.next.get(norm);
    if (next === undefined) {
      next = { next: new Map(), values: [] };
      node.next.set(norm, next);
    }
    node = next;
  }
  node.values.push(value);
}

function scan<T>(root: Node<T>, tokens: Token[], mode: 'longest' | 'all'): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let from = 0; from < tokens.length;) {
    const to = collect(root, tokens, from, { mode, hits });
    from = mode === 'longest' && to > from ? to : from + 1;
  }
  return hits;
}

/** Adds the hits that begin at `from`; returns the token after the longest one, or `from` if there is none. */
function collect<T>(
  root: Node<T>,
  tokens: Token[],
  from: number,
  { mode, hits }: { mode: 'longest' | 'all'; hits: Hit<T>[] },
): number {
  const first = tokens[from];
  let node = first === undefined ? undefined : root.next.get(first.norm);
  if (first === undefined || node === undefined) return from;
  const start = hits.length;
  let longest = from;
  for (let to = from + 1; node !== undefined; to++) {
    if (node.values.length > 0) {
      if (mode === 'longest') hits.length = start;
      longest = to;
      const end = tokens[to - 1]?.end ?? first.end;
      for (const value of node.values) hits.push({ value, start: first.start, end, from, to });
    }
    const token = tokens[to];
    node = token === undefined ? undefined : node.next.get(token.norm);
  }
  return longest;
}
