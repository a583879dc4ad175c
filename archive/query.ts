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

/** A phrase of stems is letters and digits only, so quoting it is enough. */
const anyOf = (phrases: Phrase[]): string =>
  `(${phrases.map((phrase) => `"${phrase.join(' ')}"`).join(' OR ')})`;

/**
 * The query for FTS5: what must match, and what must not where nothing must (FTS5 has no NOT alone). Both null: the
 * query has no words, and nothing matches it.
 */
export function toMatch({ groups, without }: Query): { match: string | null; not: string | null } {
  if (groups.length === 0) return { match: null, not: without.length > 0 ? anyOf(without) : null };
  const must = groups.map(anyOf).join(' AND ');
  return { match: without.length > 0 ? `(${must}) NOT ${anyOf(without)}` : must, not: null };
}
