// A field → how it uses capitals. Only 'normal' tells names from common words.
import type { ReadField } from '../document.ts';

export type CaseStyle = 'normal' | 'title' | 'upper' | 'lower';

/** So many words tell the style. */
const SAMPLE = 150;

export function caseOf(field: ReadField): CaseStyle {
  let letters = 0;
  let upper = 0;
  let capitals = 0;
  for (const token of field.tokens.slice(0, SAMPLE)) {
    if (isLowerLetter(field.raw.charCodeAt(token.start))) {
      letters++;
      continue;
    }
    const word = field.raw.slice(token.start, token.end);
    if (!/\p{L}/u.test(word)) continue;
    letters++;
    if (token.capital) capitals++;
    if (word.length > 1 && word === word.toUpperCase()) upper++;
  }
  if (letters === 0 || capitals === 0) return 'lower';
  if (upper / letters > 0.8) return 'upper';
  return capitals / letters > 0.55 ? 'title' : 'normal';
}

const isLowerLetter = (code: number): boolean => code >= 97 && code <= 122;
