// The articles of a day → those that the random sample of this installation draws, the same ones at each asking.
import { createHmac } from 'node:crypto';
import type { SampleShare } from '../../schemas/review.ts';

export type Candidate = { id: string; share: SampleShare };

/** Articles drawn a day: more of what the tagger showed, and some of what it put aside, so that misses are found. */
const SIZE: Record<SampleShare, number> = { seen: 8, irrelevant: 4 };

/**
 * Each article gets a number from the installation's key, the day and its id; the lowest are drawn. Whoever does not
 * hold the key cannot foresee them, and nobody can choose them. `candidates` are all of a day that is over, with what
 * the tagger said at first sight: nothing that happens later changes the draw.
 */
export function drawSample(
  key: Uint8Array,
  day: string,
  candidates: readonly Candidate[],
): Candidate[] {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      rank: createHmac('sha256', key).update(`sample ${day} ${candidate.id}`).digest('hex'),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ candidate }) => candidate);
  return (['seen', 'irrelevant'] as const).flatMap((share) =>
    ranked.filter((one) => one.share === share).slice(0, SIZE[share]),
  );
}
