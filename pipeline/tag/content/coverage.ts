// Which kind of article: an appeal, an allegation, a pledge … In: Scene. Out: the kind and the hits that speak for it.
// A linear model over words by concept and zone, over who speaks and how the text is made; its weights are learned.
import { Coverage } from '../../../schemas/tag.ts';
import type { Speaker } from '../../../schemas/tag.ts';
import type { Act } from './acts.ts';
import { readCoverage } from './coverage-features.ts';
import { COVERAGE_WEIGHTS } from './coverage-weights.ts';
import type { PlacedHit, Scene } from './scene.ts';

export type CoverageEvidence = { coverage: Coverage; hits: PlacedHit[] };

/** Concepts whose hits are shown for a kind; more would hide the strongest. */
const CONCEPTS_SHOWN = 3;

/** The kind with the highest score; its hits are those of the concepts that weighed most for it, title first. */
export function findCoverage(scene: Scene, acts: Act[], speakers: Speaker[]): CoverageEvidence {
  const { features, hits } = readCoverage(scene, acts, speakers);
  const scores = [...(COVERAGE_WEIGHTS['bias'] ?? [])];
  for (const [name, value] of features) {
    COVERAGE_WEIGHTS[name]?.forEach((weight, kind) => {
      scores[kind] = (scores[kind] ?? 0) + weight * value;
    });
  }
  const best = scores.reduce((top, score, kind) => (score > (scores[top] ?? 0) ? kind : top), 0);
  const spoken = [...hits]
    .map(([name, own]) => ({
      own,
      weight: (COVERAGE_WEIGHTS[name]?.[best] ?? 0) * (features.get(name) ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, CONCEPTS_SHOWN)
    .flatMap(({ own }) => own.slice(0, 1));
  return {
    coverage: Coverage.options[best] ?? 'lainnya',
    hits: spoken.toSorted(
      (one, other) =>
        Number(one.field === 'text') - Number(other.field === 'text') || one.start - other.start,
    ),
  };
}
