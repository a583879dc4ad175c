// One block's own text → numbers that tell prose from labels, links and lists.
import type { Block } from '../blocks.ts';
import type { LineKind } from '../noise.ts';

export type Shape = {
  words: number;
  letters: number;
  upper: number;
  digits: number;
  commas: number;
  stops: number;
  symbols: number;
  /** Kind of the first and the last character that is no space: see firstKind and lastKind. */
  first: number;
  last: number;
  line: number;
  dated: number;
};

/** Codes of Shape.line, from 1. */
export const LINES: LineKind[] = [
  'teaser',
  'share',
  'subscribe',
  'credit',
  'label',
  'ad',
  'legal',
  'comment',
];
const DATED =
  /\b(?:19|20)\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b(?! ?%)|\bago\b|\blalu\b/i;

const isWide = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0xf900 && code <= 0xfaff);
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
  isWide(code);

const [LETTER, UPPER, DIGIT, COMMA, STOP, SYMBOL, WIDE, JOINT] = [1, 2, 4, 8, 16, 32, 64, 128];

const COMMAS = new Set([44, 0x3001, 0xff0c, 0x60c]);
const STOPS = new Set([46, 33, 63, 0x3002, 0x964, 0x6d4]);
const SYMBOLS = new Set([124, 0x2022, 0xa9, 47, 62, 0xbb, 35, 64]);
/** Apostrophes and hyphens do not end a word. */
const JOINTS = new Set([39, 0x2019, 45]);

function traitsOf(code: number): number {
  if (code >= 48 && code <= 57) return DIGIT;
  if (isLetter(code))
    return LETTER | (code >= 65 && code <= 90 ? UPPER : 0) | (isWide(code) ? WIDE : 0);
  if (COMMAS.has(code)) return COMMA;
  if (STOPS.has(code)) return STOP;
  if (SYMBOLS.has(code)) return SYMBOL;
  return JOINTS.has(code) ? JOINT : 0;
}

/** traitsOf for the characters of Latin text, where nearly all are. */
const LATIN = Uint8Array.from({ length: 0x2100 }, (_, code) => traitsOf(code));

/** Counts over the characters of a block; two East Asian characters count as a word. */
export function shapeOf({ text, links, line }: Block): Shape {
  let [words, letters, upper, digits, commas, stops, symbols, wide] = [0, 0, 0, 0, 0, 0, 0, 0];
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const traits = code < LATIN.length ? (LATIN[code] ?? 0) : traitsOf(code);
    if ((traits & (LETTER | DIGIT)) !== 0) {
      if (!inWord) words++;
      inWord = true;
      if ((traits & LETTER) === 0) digits++;
      else {
        letters++;
        if ((traits & UPPER) !== 0) upper++;
        else if ((traits & WIDE) !== 0) wide++;
      }
      continue;
    }
    inWord = inWord && (traits & JOINT) !== 0;
    if (traits === COMMA) commas++;
    else if (traits === STOP) stops++;
    else if (traits === SYMBOL) symbols++;
  }
  return {
    words: Math.max(words, Math.round(wide / 2)),
    letters,
    upper,
    digits,
    commas,
    stops,
    symbols,
    first: firstKind(text.charCodeAt(0)),
    last: lastKind(text.charCodeAt(text.length - 1)),
    line: line === null ? (links > 0 ? 0.5 : 0) : LINES.indexOf(line) + 1,
    dated: digits > 0 && text.length < 200 && DATED.test(text) ? 1 : 0,
  };
}

/** 1 capital, 2 small letter, 3 digit, 4 quotation mark, 5 other letter, 0 anything else. */
function firstKind(code: number): number {
  if (code >= 65 && code <= 90) return 1;
  if (code >= 97 && code <= 122) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (
    code === 34 ||
    code === 0x201c ||
    code === 0x201e ||
    code === 0xab ||
    code === 0x300c ||
    code === 0x2018
  )
    return 4;
  return isLetter(code) ? 5 : 0;
}

/** 1 full stop, 2 closing quotation mark or bracket, 3 colon, 4 comma or dash, 5 ellipsis, 0 anything else. */
function lastKind(code: number): number {
  if (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 0x3002 ||
    code === 0x964 ||
    code === 0x6d4
  )
    return 1;
  if (
    code === 34 ||
    code === 0x201d ||
    code === 0x201c ||
    code === 0xbb ||
    code === 41 ||
    code === 0x300d ||
    code === 0x2019
  )
    return 2;
  if (code === 58) return 3;
  if (code === 44 || code === 45 || code === 0x2013 || code === 0x2014 || code === 59) return 4;
  return code === 0x2026 ? 5 : 0;
}

/** The words of a text in lower case: runs of letters and digits. */
export function wordsOf(lower: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at);
    const traits = code < LATIN.length ? (LATIN[code] ?? 0) : traitsOf(code);
    const inside = (traits & (LETTER | DIGIT)) !== 0;
    if (inside && start < 0) start = at;
    else if (!inside && start >= 0) {
      words.push(lower.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}
