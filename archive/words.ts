// Indonesian text in; the stems that the full-text index holds out, and where each stands in the text.
import { stemmer } from '@orama/stemmers/indonesian';

/** A run of letters, digits and the marks on them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const MARKS = /\p{M}/gu;

/** Longer runs are no words (Base64, addresses); the index takes their beginning. */
const MAX_WORD = 64;

/** Words repeat: 400,000 of them take about 40 MB, and a year of news has fewer. */
const MEMO_LIMIT = 200_000;
const memo = new Map<string, string>();

/**
 * The stem of one word (Tala's algorithm, as Elasticsearch's `indonesian` analysis uses): pelanggaran, melanggar
 * and dilanggar all give langgar. Case and accents do not count.
 */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const plain = word.slice(0, MAX_WORD).toLowerCase().normalize('NFD').replace(MARKS, '');
  const result = stemmer(plain);
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(word, result);
  return result;
}

/** The stems of a text in order, for example 'Melanggar netralitas, 3 ASN' → ['langgar', 'netralitas', '3', 'asn']. */
export const stems = (text: string): string[] => (text.match(WORD) ?? []).map(stem);

export type PlacedStem = { stem: string; start: number; end: number };

/** The stems with their places, in UTF-16 units. */
export function placedStems(text: string): PlacedStem[] {
  const found: PlacedStem[] = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ stem: stem(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return found;
}
