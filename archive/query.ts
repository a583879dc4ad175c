// What a person types into the search box in; a full-text expression over stems out, that no input can break.
import { stems } from './words.ts';

/** Stems that stand one after another; a single word is a phrase of one. */
export type Phrase = string[];

/** All groups must match, each by one of its phrases; none of `without` may. */
export type Query = { groups: Phrase[][]; without: Phrase[] };

/** Terms read; what comes after them is not. */
const MAX_TERMS = 50;

/** `-` before a term, then "a phrase" (the closing mark may be missing) or a run without spaces. */
const TERM = /(?<minus>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/g;

/**
 * Reads a query: words (all of them), "phrases", OR between two terms, -word without it. For example
 * `netralitas "kepala dinas" OR camat -pilkades`. Words with marks inside, such as non-ASN, are phrases.
 */
export function parseQuery(text: string): Query {
  const groups: Phrase[][] = [];
  const without: Phrase[] = [];
  let joined = false;
  let terms = 0;
  for (const { groups: term } of text.matchAll(TERM)) {
    if (term?.['word'] === 'OR' && term['minus'] === '') {
      joined = groups.length > 0;
      continue;
    }
    const phrase = stems(term?.['phrase'] ?? term?.['word'] ?? '');
    if (phrase.length === 0) continue;
    terms += 1;
    if (terms > MAX_TERMS) break;
    if (term?.['minus'] === '-') without.push(phrase);
    else if (joined) groups.at(-1)?.push(phrase);
    else groups.push([phrase]);
    joined = false;
  }
  return { groups, without };
}

/** Quoted, nothing in it is read as an operator; FTS5 would read no further than a NUL. */
const quote = (text: string): string => `"${text.replaceAll('\0', ' ').replaceAll('"', '""')}"`;

const anyOf = (phrases: Phrase[]): string =>
  `(${phrases.map((phrase) => quote(phrase.join(' '))).join(' OR ')})`;

/**
 * What the full-text index is asked: the articles that `match`, or where `inverted` those that do not. Null where the
 * query has no words and therefore no answer.
 */
export type Expression = { match: string; inverted: boolean };

export function toMatch({ groups, without }: Query): Expression | null {
  if (groups.length === 0)
    return without.length === 0 ? null : { match: anyOf(without), inverted: true };
  const must = groups.map(anyOf).join(' AND ');
  const match = without.length === 0 ? must : `(${must}) NOT ${anyOf(without)}`;
  return { match, inverted: false };
}
