// One block's own text → numbers that tell prose from labels, links and lists.
import type { Block } from '../blocks.ts';
import { type LineKind, lineKind } from '../noise.ts';

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

/** Counts over the characters of a block; two East Asian characters count as a word. */
export function shapeOf({ text, links }: Block): Shape {
  let [words, letters, upper, digits, commas, stops, symbols, wide] = [0, 0, 0, 0, 0, 0, 0, 0];
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57;
    const letter = !digit && isLetter(code);
    if (letter) letters++;
    if (digit) digits++;
    if (code >= 65 && code <= 90) upper++;
    if (isWide(code)) wide++;
    if ((letter || digit) && !inWord) words++;
    inWord = letter || digit || (inWord && (code === 39 || code === 0x2019 || code === 45));
    if (letter || digit || code === 32) continue;
    if (code === 44 || code === 0x3001 || code === 0xff0c || code === 0x60c) commas++;
    else if (
      code === 46 ||
      code === 33 ||
      code === 63 ||
      code === 0x3002 ||
      code === 0x964 ||
      code === 0x6d4
    )
      stops++;
    else if (
      code === 124 ||
      code === 0x2022 ||
      code === 0xa9 ||
      code === 47 ||
      code === 62 ||
      code === 0xbb ||
      code === 35 ||
      code === 64
    )
      symbols++;
  }
  const kind = lineKind(text);
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
    line: kind === null ? (links > 0 ? 0.5 : 0) : LINES.indexOf(kind) + 1,
    dated: text.length < 200 && DATED.test(text) ? 1 : 0,
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
