// What grouping takes of an article, and how it sees it: words, keys, slots, names, days. Computed once for each.
import type { Tags } from '../../schemas/tag.ts';
import { COMMON_WORDS } from './common-words.ts';
import { fingerprint } from './fingerprint.ts';
import { hashSet } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { slotsOf } from './slots.ts';
import type { Slots } from './slots.ts';
import { sketchOf } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import { chain, hashWord, readWords, wordsOf } from './words.ts';
import type { ArticleWords, Words } from './words.ts';

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
  /** Hashes of its words. */
  title: Uint32Array;
  body: Body;
  /** Distinct hashes of neighbouring words, and of three in a row. */
  pairs: HashSet;
  triples: HashSet;
  bag: HashSet;
  slots: Slots;
  primary: string | null;
  /** Hashes of the words in the body that speak for `primary`. */
  places: HashSet;
};

/** Its words by their hashes: thousands of texts are held at once, and a word takes ten times as much. */
export type Body = Pick<Words, 'hashes' | 'kinds' | 'cased'>;

/** Below this many words the title belongs to the text. */
export const FEW_WORDS = 25;

/** By what others find it, and what most of these need of it. */
export type KeyedText = { view: TextView; keys: readonly number[]; sketch: Sketch };

export function keyedText(
  article: Pick<GroupArticle, 'title' | 'text' | 'tags'>,
  words: ArticleWords = wordsOf(article),
): KeyedText {
  const view = viewText(article, words);
  const { own, body } = words;
  const few = body.words.length < FEW_WORDS;
  const keys = fingerprint(few ? readWords(`${article.title}\n${own}`) : body);
  return { view, keys, sketch: sketchOf(view.triples) };
}

export function viewText(
  article: Pick<GroupArticle, 'title' | 'text' | 'tags'>,
  { body, title }: ArticleWords = wordsOf(article),
): TextView {
  const { hashes, kinds, cased } = body;
  return {
    title: title.hashes,
    body: { hashes, kinds, cased },
    pairs: runSet(hashes, 2),
    triples: runSet(hashes, 3),
    bag: hashSet(hashes),
    slots: slotsOf(body),
    primary: article.tags.primary,
    places: placesOf(article.tags),
  };
}

/** The same for two states of an article exactly where viewText gives the same, but for a chance of 2⁻³². */
export function signOf({
  title,
  text,
  tags,
}: Pick<GroupArticle, 'title' | 'text' | 'tags'>): number {
  return hashWord(JSON.stringify([title, text, tags.primary, placeQuotes(tags)]));
}

const placeQuotes = ({ primary, reasons }: GroupTags): string[] =>
  reasons
    .filter(({ tag, field }) => field === 'text' && tag === `primary:${primary}`)
    .map(({ quote }) => quote);

function placesOf(tags: GroupTags): HashSet {
  const words = placeQuotes(tags).flatMap((quote) => readWords(quote).words);
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
