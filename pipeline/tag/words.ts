// Text → words. In: a string and, to number its words, a vocabulary. Out: tokens with UTF-16 offsets into that string.
// A word that is known costs no string of its own: it is hashed and compared where it stands.

export type Token = {
  /** Lower case, apostrophes unified. */
  norm: string;
  start: number;
  end: number;
  /** The first letter is a capital; the first is a digit. */
  capital: boolean;
  numeral: boolean;
  /** Number of the word in the vocabulary; UNKNOWN where it has none. */
  word: number;
};

/** The number of every word that is in no phrase. */
export const UNKNOWN = 0;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
const HASH = { start: 0x81_1c_9d_c5 | 0, prime: 0x01_00_01_93 } as const;
/** Words seen lately that are in no phrase: their strings serve again. A power of two. */
const RECENT = 8192;
/** A longer one would hold the whole text that it was cut from (V8 shares from 13 units on). */
const LONGEST_RECENT = 12;

/** The words of all phrases, numbered from 1 in the order in which they were added. */
export class Vocabulary {
  readonly #words = [''];
  /** The units of all words in a row, and for each word where its own begin: read faster than strings are. */
  #units = new Uint16Array(4096);
  readonly #starts = [0, 0];
  /** By hash the number of a word, and the hash itself; 0 is free. */
  #slots = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  readonly #recent: string[] = Array.from({ length: RECENT }, () => '');

  /** One more than the last number. */
  get size(): number {
    return this.#words.length;
  }

  /** The number of a word as tokens have it in `norm`; a new one where it is not known. */
  add(norm: string): number {
    const hash = hashOf(norm);
    const known = this.#search(norm, 0, norm.length, hash);
    if (known !== UNKNOWN) return known;
    const word = this.#words.push(norm) - 1;
    const start = this.#starts[word] ?? 0;
    const end = start + norm.length;
    this.#starts.push(end);
    if (end > this.#units.length) this.#units = grown(this.#units, end);
    for (let at = 0; at < norm.length; at++) this.#units[start + at] = norm.charCodeAt(at);
    this.#place(word, hash);
    if (word * 2 > this.#slots.length) this.#rehash();
    return word;
  }

  /** The number of a word, or UNKNOWN. */
  numberOf(norm: string): number {
    return this.#search(norm, 0, norm.length, hashOf(norm));
  }

  /** The token of a word of the letters and digits of ASCII; `hash` is that of its lower case. */
  token(text: string, start: number, end: number, hash: number): Token {
    const first = text.charCodeAt(start);
    const capital = first >= 65 && first <= 90;
    const numeral = first <= 57;
    const word = this.#search(text, start, end, hash);
    const norm = word === UNKNOWN ? this.#unknown(text, start, end, hash) : this.#words[word]!;
    return { norm, start, end, capital, numeral, word };
  }

  #search(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot]!;
      if (word === UNKNOWN) return word;
      if (this.#hashes[slot] === hash && this.#stands(word, text, start, end)) return word;
    }
  }

  /** Whether a word stands in the text: letters of ASCII in either case. */
  #stands(word: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    const from = this.#starts[word]!;
    if (this.#starts[word + 1]! - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (!isAlike(units[from + at - start]!, text.charCodeAt(at))) return false;
    }
    return true;
  }

  #unknown(text: string, start: number, end: number, hash: number): string {
    const slot = slotOf(hash) & (RECENT - 1);
    const recent = this.#recent[slot]!;
    let same = recent.length === end - start;
    for (let at = start; same && at < end; at++) {
      same = isAlike(recent.charCodeAt(at - start), text.charCodeAt(at));
    }
    if (same) return recent;
    const norm = text.slice(start, end).toLowerCase();
    if (norm.length <= LONGEST_RECENT) this.#recent[slot] = norm;
    return norm;
  }

  #place(word: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(hash) & mask;
    while (this.#slots[slot] !== UNKNOWN) slot = (slot + 1) & mask;
    this.#slots[slot] = word;
    this.#hashes[slot] = hash;
  }

  #rehash(): void {
    const length = this.#slots.length * 2;
    this.#slots = new Int32Array(length);
    this.#hashes = new Int32Array(length);
    for (let word = 1; word < this.size; word++) this.#place(word, hashOf(this.#words[word]!));
  }
}

function grown(units: Uint16Array, least: number): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(Math.max(least, units.length * 2));
  more.set(units);
  return more;
}

function hashOf(norm: string): number {
  let hash: number = HASH.start;
  for (let at = 0; at < norm.length; at++) hash = hashOn(hash, norm.charCodeAt(at));
  return hash;
}

const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, HASH.prime);
/** The low bits of FNV-1a alone are mixed worst. */
const slotOf = (hash: number): number => hash ^ (hash >>> 15);

/** Whether a unit of a word in lower case is that of a text, whose letters of ASCII may be capitals. */
const isAlike = (own: number, code: number): boolean =>
  own === code || (code >= 65 && code <= 90 && own === (code | 32));

const APOSTROPHE = /[’ʼ`]/g;
const OTHER_LETTER = /[\p{L}\p{N}]/u;

/** Words of letters and digits; punctuation and hyphens separate ('Tapin-Banjar' is two tokens). */
export function tokenise(text: string, vocabulary?: Vocabulary): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    let hash: number = HASH.start;
    let end = at;
    let code = text.charCodeAt(at);
    for (; isAscii(code); code = text.charCodeAt(++end)) hash = hashOn(hash, code | 32);
    const plain = !(isOther(code) || isApostrophe(code)); // NaN at the end of the text
    if (!plain) end = wordEnd(text, at);
    if (end === at) at += code >= 0xd8_00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
    else if (plain && vocabulary !== undefined) tokens.push(vocabulary.token(text, at, end, hash));
    else tokens.push(rareToken(text, at, end, vocabulary));
    at = Math.max(at, end);
  }
  return tokens;
}

/** Beyond ASCII, and no dash, quotation mark or blank (General Punctuation): perhaps a letter. */
const isOther = (code: number): boolean =>
  code >= 128 && !(code >= 0x20_00 && code <= 0x20_6f) && code !== 0xa0;

/** A letter or a digit of ASCII; with `| 32` its lower case. */
function isAscii(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57);
}

/** The token of any word: with other letters or an apostrophe in it, or of no vocabulary. */
function rareToken(text: string, start: number, end: number, vocabulary?: Vocabulary): Token {
  const raw = text.slice(start, end);
  const norm = raw.toLowerCase().replaceAll(APOSTROPHE, "'");
  const capital = raw.charAt(0) !== norm.charAt(0);
  const numeral = /^\d/.test(norm);
  const word = vocabulary?.numberOf(norm) ?? UNKNOWN;
  return { norm, start, end, capital, numeral, word };
}

/** Where the word from `start` on ends: an apostrophe between letters or digits is part of it. */
function wordEnd(text: string, start: number): number {
  let end = runEnd(text, start);
  while (end > start && isApostrophe(text.charCodeAt(end))) {
    const next = runEnd(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Where the run of letters and digits from `start` on ends. */
function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (!isAscii(code)) break;
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
