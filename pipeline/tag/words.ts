// Text → words. In: a string and, to number its words, a vocabulary. Out: tokens with UTF-16 offsets into that string.
// A word that is known costs no string of its own: it is hashed and compared where it stands.

export type Token = {
  /** Lower case, apostrophes unified. */
  norm: string;
  start: number;
  end: number;
  /** The first letter is a capital. */
  capital: boolean;
  /** Number of the word in the vocabulary; UNKNOWN where it has none. */
  word: number;
};

export const UNKNOWN = -1;

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
const HASH = { start: 0x81_1c_9d_c5 | 0, prime: 0x01_00_01_93 } as const;
/** Words seen lately that are in no phrase: their strings serve again. A power of two. */
const RECENT = 8192;
/** A longer one would hold the whole text that it was cut from (V8 shares from 13 units on). */
const LONGEST_RECENT = 12;

/** The words of all phrases, numbered from 0 in the order in which they were added. */
export class Vocabulary {
  readonly #words: string[] = [];
  /** By hash the number of a word plus one; 0 is free. */
  #slots = new Int32Array(1024);
  readonly #recent: string[] = Array.from({ length: RECENT }, () => '');

  get size(): number {
    return this.#words.length;
  }

  /** The number of a word as tokens have it in `norm`; a new one where it is not known. */
  add(norm: string): number {
    const known = this.numberOf(norm);
    if (known !== UNKNOWN) return known;
    const word = this.#words.push(norm) - 1;
    if (this.#words.length * 2 > this.#slots.length) this.#grow();
    else this.#place(word);
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
    const word = this.#search(text, start, end, hash);
    const norm = word === UNKNOWN ? this.#unknown(text, start, end, hash) : this.#words[word]!;
    return { norm, start, end, capital, word };
  }

  #search(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = (this.#slots[slot] ?? 0) - 1;
      if (word === UNKNOWN || isSame(this.#words[word] ?? '', text, start, end)) return word;
    }
  }

  #unknown(text: string, start: number, end: number, hash: number): string {
    const slot = hash & (RECENT - 1);
    const recent = this.#recent[slot] ?? '';
    if (isSame(recent, text, start, end)) return recent;
    const norm = text.slice(start, end).toLowerCase();
    if (norm.length <= LONGEST_RECENT) this.#recent[slot] = norm;
    return norm;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#words.forEach((_, word) => {
      this.#place(word);
    });
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashOf(this.#words[word] ?? '') & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word + 1;
  }
}

function hashOf(norm: string): number {
  let hash: number = HASH.start;
  for (let at = 0; at < norm.length; at++) {
    hash = hashOn(hash, norm.charCodeAt(at));
  }
  return hash;
}

const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, HASH.prime);

/** Whether a word in lower case stands in the text: letters of ASCII in either case. */
function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    const code = text.charCodeAt(start + at);
    const own = word.charCodeAt(at);
    if (own !== code && own !== lowerCode(code)) return false;
  }
  return true;
}

const lowerCode = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

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
    const plain = !(code >= 128 || isApostrophe(code)); // NaN at the end of the text
    if (!plain) end = wordEnd(text, at);
    if (end === at) at += code >= 0xd8_00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
    else if (plain && vocabulary !== undefined) tokens.push(vocabulary.token(text, at, end, hash));
    else tokens.push(rareToken(text, at, end, vocabulary));
    at = Math.max(at, end);
  }
  return tokens;
}

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
  return { norm, start, end, capital, word: vocabulary?.numberOf(norm) ?? UNKNOWN };
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
