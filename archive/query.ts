// What a person types into the search box in; a full-text expression over stems out, that no input can break.
import { EVERY } from './marks.ts';
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
  `{title text} : (${phrases.map((phrase) => quote(phrase.join(' '))).join(' OR ')})`;

/** The articles that have one of these marks. */
export const anyMark = (marks: string[]): string => `marks : (${marks.map(quote).join(' OR ')})`;

/**
 * The expression for FTS5: the articles with one of each list of `marks`, and with one of `within` where it is not
 * null, that answer the query. Null where nothing does, because the query has no words or a list is empty.
 */
export function toMatch(
  { groups, without }: Query,
  marks: string[][],
  within: string[] | null,
): string | null {
  if (groups.length === 0 && without.length === 0) return null;
  const lists = within === null ? marks : [...marks, within];
  if (lists.some((list) => list.length === 0)) return null;
  const every = groups.length === 0 && lists.length === 0 ? [[EVERY]] : lists;
  const must = [...groups.map(anyOf), ...every.map(anyMark)].join(' AND ');
  return without.length === 0 ? must : `(${must}) NOT ${anyOf(without)}`;
}
