// Indonesian text in; the stems that the full-text index holds out, and where each stands in the text.
import { stemmer } from '@orama/stemmers/indonesian';

/** Letters and digits, and the marks on them. */
const NOT_ASCII_WORD = /[\p{L}\p{N}\p{M}]/u;
const MARKS = /\p{M}/gu;

/** Longer runs are no words (Base64, addresses); the index takes their beginning. */
const MAX_WORD = 64;

/** Words repeat; this many, more than a year of news has, take about 20 MB. */
const MEMO_LIMIT = 200_000;
const memo = new Map<string, string>();

/**
 * The stem of one word (Tala's algorithm, as Elasticsearch's `indonesian` analysis uses): pelanggaran, melanggar
 * and dilanggar all give langgar. Case and accents do not count.
 */
function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  // A slice of a string keeps all of it in memory, here an article for a word: a copy does not.
  const copy = ` ${word.slice(0, MAX_WORD)}`.slice(1);
  const result = stemmer(copy.toLowerCase().normalize('NFD').replace(MARKS, ''));
  if (memo.size >= MEMO_LIMIT) memo.clear();
  if (word.length <= MAX_WORD) memo.set(copy, result);
  return result;
}

/** The stems of a text in order, for example 'Melanggar netralitas, 3 ASN' → ['langgar', 'netralitas', '3', 'asn']. */
export function stems(text: string): string[] {
  const found: string[] = [];
  eachWord(text, (start, end) => {
    found.push(stem(text.slice(start, end)));
  });
  return found;
}

export type PlacedStem = { stem: string; start: number; end: number };

/** The stems with their places, in UTF-16 units. */
export function placedStems(text: string): PlacedStem[] {
  const found: PlacedStem[] = [];
  eachWord(text, (start, end) => {
    found.push({ stem: stem(text.slice(start, end)), start, end });
  });
  return found;
}

/** Calls with each run of letters and digits. By hand: a regular expression with \p classes takes three times as long. */
function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (isWordCode(code)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(start, at);
      start = -1;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (start >= 0) visit(start, at);
}

const isWordCode = (code: number): boolean =>
  code < 0x80
    ? (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39)
    : NOT_ASCII_WORD.test(String.fromCodePoint(code));
