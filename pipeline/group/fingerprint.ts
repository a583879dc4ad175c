// Words of an article → the few keys that copies of it share, so that they are found by equality of keys.
// Two views, since copies are cut, retitled and reworded: the smallest hashes of all runs of four words (bottom-k
// sketch: Broder 1997, 'On the resemblance and containment of documents'; a cut copy keeps its share of them,
// which banded MinHash over the whole text does not), and those of all pairs of neighbouring names and numbers,
// which stay when every other word is replaced by a synonym.
import { hashSet } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { chain, COMMON, NAME } from './words.ts';
import type { Words } from './words.ts';

const RUN = 4;
/** How many keys of each view; measured in docs/grouping.md. */
const RUN_KEYS = 16;
const NAME_KEYS = 8;
/** Two articles that share fewer keys are no candidates. */
export const SHARED_KEYS = 2;
/**
 * A key that more anchors have (16 of a text, see place-text.ts) comes from furniture of a page that extraction has left
 * in or from a release that was sent out for many places, and does not count.
 */
export const COMMON_KEY = 250;

/** At most 24 distinct 32-bit keys, ascending. */
export function fingerprint(words: Words): number[] {
  const keys = [...smallest(runs(words), RUN_KEYS), ...smallest(namePairs(words), NAME_KEYS)];
  return [...hashSet(keys)];
}

/** Runs that hold a telling word: titles of laws and offices stand in thousands of articles. */
function runs({ hashes, kinds }: Words): number[] {
  const found: number[] = [];
  let lastTelling = -1;
  for (let at = 0; at < hashes.length; at++) {
    if (kinds[at] !== COMMON) lastTelling = at;
    const from = at - RUN + 1;
    if (from < 0 || lastTelling < from) continue;
    let hash = 0;
    for (let of = from; of <= at; of++) hash = chain(hash, hashes[of] ?? 0);
    found.push(hash);
  }
  return found;
}

function namePairs({ hashes, kinds }: Words): number[] {
  const found: number[] = [];
  let before: number | null = null;
  for (let at = 0; at < hashes.length; at++) {
    if ((kinds[at] ?? COMMON) < NAME) continue;
    const here = hashes[at] ?? 0;
    // The same name again tells nothing of order.
    if (before !== null && before !== here) found.push(chain(before, here));
    before = here;
  }
  return found;
}

const smallest = (hashes: number[], count: number): HashSet => hashSet(hashes).slice(0, count);
