// Text → tokens → phrase hits. In: a string and a set of phrases; out: hits with UTF-16 offsets into that string.
// A trie over lower-cased word tokens: one pass whatever the number of phrases, hits only at word borders.

export type Token = {
  /** Lower case, apostrophes unified. */
  norm: string;
  start: number;
  end: number;
  /** The first letter is a capital. */
  capital: boolean;
  /** A number made of `norm`: words that begin or go on no phrase are mostly told by it, without a look-up. */
  mark: number;
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

/** `marks`: for each word of `next` the bit that the low five bits of its mark name. */
type Node<T> = { next: Map<string, Node<T>>; marks: number; values: T[] };
/** `firsts`: a bit for each mark of a word that begins a phrase; few enough bytes to stay near the processor. */
type Trie<T> = { root: Node<T>; firsts: Uint32Array };

const MARKS = 65_536;

/** FNV-1a over UTF-16 units, folded to 16 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function markOf(word: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01_00_01_93);
  }
  return ((hash >>> 16) ^ hash) & (MARKS - 1);
}

const APOSTROPHE = /[’ʼ`]/g;
const OTHER_LETTER = /[\p{L}\p{N}]/u;

/** Words of letters and digits; punctuation and hyphens separate ('Tapin-Banjar' is two tokens). */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    let end = wordEnd(text, at);
    if (end === at) {
      at += text.codePointAt(at)! > 0xffff ? 2 : 1;
      continue;
    }
    let marked = false;
    while (isApostrophe(text.charCodeAt(end))) {
      const next = wordEnd(text, end + 1);
      if (next === end + 1) break;
      marked = true;
      end = next;
    }
    tokens.push(tokenOf(text, at, { end, marked }));
    at = end;
  }
  return tokens;
}

function tokenOf(text: string, start: number, word: { end: number; marked: boolean }): Token {
  const raw = text.slice(start, word.end);
  const lower = raw.toLowerCase();
  const first = raw.charCodeAt(0);
  const norm = word.marked ? lower.replaceAll(APOSTROPHE, "'") : lower;
  return {
    norm,
    start,
    end: word.end,
    capital: first < 128 ? first >= 65 && first <= 90 : raw.charAt(0) !== norm.charAt(0),
    mark: markOf(norm),
  };
}

/** Where the run of letters and digits from `at` ends. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      const letter = (code | 32) >= 97 && (code | 32) <= 122;
      if (!letter && (code < 48 || code > 57)) break;
      end++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(end) ?? code);
    if (!OTHER_LETTER.test(character)) break;
    end += character.length;
  }
  return end;
}

const isApostrophe = (code: number): boolean =>
  code === 0x27 || code === 0x2019 || code === 0x02bc || code === 0x60;

/** Builds a matcher; phrases are split as texts are, so 'Jum’at' and "Jum'at" are one. Empty phrases are ignored. */
export function buildMatcher<T>(phrases: Iterable<Phrase<T>>): Matcher<T> {
  const root: Node<T> = { next: new Map(), marks: 0, values: [] };
  const firsts = new Uint32Array(MARKS / 32);
  for (const { words, value } of phrases) {
    const tokens = tokenise(words);
    const first = tokens[0];
    if (first === undefined) continue;
    insert(root, tokens, value);
    firsts[first.mark >>> 5] = (firsts[first.mark >>> 5] ?? 0) | (1 << first.mark);
  }
  return (tokens, mode) => scan({ root, firsts }, tokens, mode);
}

function insert<T>(root: Node<T>, tokens: Token[], value: T): void {
  let node = root;
  for (const { norm, mark } of tokens) {
    let next = node.next.get(norm);
    if (next === undefined) {
      next = { next: new Map(), marks: 0, values: [] };
      node.next.set(norm, next);
      node.marks |= 1 << mark;
    }
    node = next;
  }
  node.values.push(value);
}

function scan<T>({ root, firsts }: Trie<T>, tokens: Token[], mode: 'longest' | 'all'): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let from = 0; from < tokens.length;) {
    const token = tokens[from];
    if (token === undefined || (((firsts[token.mark >>> 5] ?? 0) >>> token.mark) & 1) === 0) {
      from++;
      continue;
    }
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
    if (token === undefined || ((node.marks >>> token.mark) & 1) === 0) break;
    node = node.next.get(token.norm);
  }
  return longest;
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
