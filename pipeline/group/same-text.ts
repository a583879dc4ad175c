// Two articles → are they the same text, as printed by two newspapers or twice by one? Copies are cut, reworded by
// synonyms, retitled, given other furniture; two reporters at one event share quotes only; a template release with
// another city's name shares all but the names. The figures behind each limit are in docs/grouping.md.
import { FEW_WORDS } from './article.ts';
import type { Body, TextView } from './article.ts';
import { contained, hasHash, hashSet } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { compareSlots } from './slots.ts';
import { chain, NAME } from './words.ts';

export type TextVerdict = { same: boolean; score: number; reason: TextReason };
export type TextReason =
  | 'same-words'
  | 'reworded'
  | 'other-words'
  | 'other-names'
  | 'other-place'
  | 'too-short'
  | 'part-of-roundup';

/** Words of a block: about one sentence, so that shared quotes leave the blocks between them bare. */
const BLOCK = 12;
/** Share of runs of three words below which not even a reworded copy lies. */
export const TRIPLES = 0.22;
/** Blocks with a fifth of their pairs shared: nearly all in a reworded copy, half where only quotes are shared. */
const TOUCHED = { pairs: 0.2, blocks: 0.8 };
/** Blocks copied word for word: most in a copy with paragraphs of its own. */
const COPIED = { pairs: 0.6, blocks: 0.55 };
/**
 * Of the names in blocks that both have, the share that the longer text has too: a reworded copy keeps all, a
 * template a half.
 */
const NAMES = 0.7;
/** Share of slots that are filled otherwise. */
const OTHER_SLOTS = 0.2;
/** A text contained in one that is longer by this is its beginning, or one item of a roundup. */
const ROUNDUP = 3;

/** Symmetric; never throws; linear in the words of both. */
export function sameText(a: TextView, b: TextView): TextVerdict {
  const [small, large] = shorterFirst(a, b);
  const size = small.body.hashes.length;
  if (size < FEW_WORDS && !comparable(small, large)) return no('too-short', 0);
  const score = contained(small.triples, large.triples);
  if (score < TRIPLES) return no('other-words', score);
  const blocks = blockShares(small.body, large.pairs);
  const copied = atLeast(blocks, COPIED.pairs) >= COPIED.blocks;
  if (!copied && atLeast(blocks, TOUCHED.pairs) < TOUCHED.blocks) return no('other-words', score);
  if (large.body.hashes.length > ROUNDUP * size && !opensAlike(large.body, small.pairs))
    return no('part-of-roundup', score);
  const against = otherNames(small, large, blocks);
  if (against !== null) return no(against, score);
  return { same: true, score, reason: copied ? 'same-words' : 'reworded' };
}

/** Texts of one length by their words, so that the order of the arguments never counts. */
function shorterFirst(a: TextView, b: TextView): [TextView, TextView] {
  return order(a.body.hashes, b.body.hashes) <= 0 ? [a, b] : [b, a];
}

function order(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((hash, index) => hash !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const no = (reason: TextReason, score: number): TextVerdict => ({ same: false, score, reason });

/** Captions and teasers: equal title and words, or a dozen words that begin a longer text. */
function comparable(small: TextView, large: TextView): boolean {
  if (large.body.hashes.length < FEW_WORDS)
    return (
      order(small.title, large.title) === 0 && order(small.body.hashes, large.body.hashes) === 0
    );
  return small.body.hashes.length >= BLOCK && contained(small.triples, large.triples) > 0.9;
}

/** Place and person must match too. */
function otherNames(small: TextView, large: TextView, blocks: number[]): TextReason | null {
  const { same, other } = compareSlots(small.slots, large.slots);
  const elsewhere = apart(small.primary, large.primary);
  const cased = small.body.cased && large.body.cased;
  if (elsewhere && (other > 0 || !cased || contained(small.places, large.bag) === 0))
    return 'other-place';
  const known = sharedNames(small.body, blocks, large.bag);
  if (known < NAMES || (elsewhere && known < 0.9)) return 'other-names';
  return other > 0 && other / (same + other) >= OTHER_SLOTS ? 'other-names' : null;
}

/** Both known, and neither lies in the other ('64' holds '64.74'). */
export const apart = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);

function sharedNames({ hashes, kinds }: Body, blocks: number[], bag: HashSet): number {
  const names = hashSet(
    hashes.filter(
      (_, at) =>
        (kinds[at] ?? 0) >= NAME && !((blocks[Math.floor(at / BLOCK)] ?? 1) < TOUCHED.pairs),
    ),
  );
  return contained(names, bag);
}

/**
 * For each block of the text the share of its pairs that the other has too; pairs inside a name do not count. NaN
 * where that leaves too little: a list of names, a last block of few words.
 */
function blockShares({ hashes, kinds }: Body, pairs: HashSet): number[] {
  const shares: number[] = [];
  for (let from = 0; from + 1 < hashes.length; from += BLOCK) {
    let counted = 0;
    let shared = 0;
    for (let at = from; at < Math.min(from + BLOCK, hashes.length - 1); at++) {
      if ((kinds[at] ?? 0) >= NAME && (kinds[at + 1] ?? 0) >= NAME) continue;
      counted += 1;
      if (hasHash(pairs, pairAt(hashes, at))) shared += 1;
    }
    shares.push(counted >= BLOCK / 2 ? shared / counted : Number.NaN);
  }
  return shares;
}

const pairAt = (hashes: Uint32Array, at: number): number =>
  chain(chain(0, hashes[at] ?? 0), hashes[at + 1] ?? 0);

/** Of the blocks that say enough, those with that share; 1 where none does. */
function atLeast(shares: number[], limit: number): number {
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.length === 0 ? 1 : known.filter((share) => share >= limit).length / known.length;
}

/** The longer text begins with the shorter one's words. */
function opensAlike({ hashes }: Body, pairs: HashSet): boolean {
  const length = Math.min(2 * BLOCK, hashes.length - 1);
  let shared = 0;
  for (let at = 0; at < length; at++) if (hasHash(pairs, pairAt(hashes, at))) shared += 1;
  return shared >= length * 0.3;
}
