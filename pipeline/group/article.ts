// What grouping takes of an article, and how it sees it: words, keys, slots, names, days. Computed once for each.
import type { Tags } from '../../schemas/tag.ts';
import { COMMON_WORDS } from './common-words.ts';
import { fingerprint } from './fingerprint.ts';
import { hashSet } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { slotsOf } from './slots.ts';
import type { Slots } from './slots.ts';
import { bodyOf, chain, hashWord, readWords } from './words.ts';
import type { Words } from './words.ts';

export type GroupTags = Pick<Tags, 'primary' | 'elections' | 'coverage' | 'speakers' | 'reasons'>;

export type GroupArticle = {
  id: string;
  /** Host name; its own name in the text tells nothing. */
  outlet: string;
  title: string;
  text: string;
  tags: GroupTags;
  /** 'YYYY-MM-DD' on the clock of the place; null where unknown. */
  localDay: string | null;
  /** ISO 8601 with offset where the clock time is known, else null. Says who was first on a day. */
  published: string | null;
  /** ISO 8601 in UTC. Breaks ties, and orders those whose date is unknown. */
  firstSeen: string;
};

/** An article as sameText compares it. */
export type TextView = {
  title: Words;
  body: Words;
  /** Distinct hashes of neighbouring words, and of three in a row. */
  pairs: HashSet;
  triples: HashSet;
  bag: HashSet;
  slots: Slots;
  keys: readonly number[];
  primary: string | null;
  /** Hashes of the words in the body that speak for `primary`. */
  places: HashSet;
};

/** Below this many words the title belongs to the text. */
export const FEW_WORDS = 25;

export function viewText(article: Pick<GroupArticle, 'title' | 'text' | 'tags'>): TextView {
  const title = readWords(article.title);
  const body = readWords(bodyOf(article.text));
  return {
    title,
    body,
    pairs: runSet(body.hashes, 2),
    triples: runSet(body.hashes, 3),
    bag: hashSet(body.hashes),
    slots: slotsOf(body),
    keys: fingerprint(
      body.words.length < FEW_WORDS ? readWords(`${article.title}\n${bodyOf(article.text)}`) : body,
    ),
    primary: article.tags.primary,
    places: placesOf(article.tags),
  };
}

function placesOf({ primary, reasons }: GroupTags): HashSet {
  const quotes = reasons.filter(
    ({ tag, field }) => field === 'text' && tag === `primary:${primary}`,
  );
  const words = quotes.flatMap(({ quote }) => readWords(quote).words);
  return hashSet(words.filter((word) => !COMMON_WORDS.has(word)).map(hashWord));
}

function runSet(hashes: Uint32Array, length: number): HashSet {
  const found: number[] = [];
  for (let at = 0; at + length <= hashes.length; at++) {
    let hash = 0;
    for (let of = at; of < at + length; of++) hash = chain(hash, hashes[of] ?? 0);
    found.push(hash);
  }
  return hashSet(found);
}
