// Which kind of article: an appeal, an allegation, a pledge … In: Scene. Out: the kind and the hits that speak for it.
// A linear model over words by concept and zone, over who speaks and how the text is made; its weights are learned.
import { Coverage } from '../../../schemas/tag.ts';
import type { Speaker } from '../../../schemas/tag.ts';
import type { Act } from './acts.ts';
import { createCoverageReader } from './coverage-features.ts';
import type { CoverageFeatures, CoverageReading } from './coverage-features.ts';
import { COVERAGE_WEIGHTS } from './coverage-weights.ts';
import type { PlacedHit, Scene } from './scene.ts';

/** `chances`: by kind in the order of the schema, together 1. */
export type CoverageEvidence = { coverage: Coverage; chances: number[]; hits: PlacedHit[] };

/** Concepts whose hits are shown for a kind; more would hide the strongest. */
const CONCEPTS_SHOWN = 3;

export type CoverageFinder = (scene: Scene, acts: Act[], speakers: Speaker[]) => CoverageEvidence;

/** Gives the kind with the highest score; its hits are those of the concepts that weighed most for it, title first. */
export function createCoverageFinder(): CoverageFinder {
  const read = createCoverageReader();
  const weights = new Map(Object.entries(COVERAGE_WEIGHTS));
  return (scene, acts, speakers) => {
    const reading = read(scene, acts, speakers);
    const chances = chancesOf(reading.features, weights);
    const best = chances.indexOf(Math.max(...chances));
    return {
      coverage: Coverage.options[best] ?? 'lainnya',
      chances,
      hits: spokenFor(best, reading, weights),
    };
  };
}

type Weights = ReadonlyMap<string, readonly number[]>;

function chancesOf(features: CoverageFeatures, weights: Weights): number[] {
  const scores = [...(weights.get('bias') ?? [])];
  for (const [name, value] of features) {
    const own = weights.get(name);
    if (own === undefined) continue;
    for (let kind = 0; kind < scores.length; kind++) scores[kind]! += (own[kind] ?? 0) * value;
  }
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function spokenFor(
  kind: number,
  { features, hits }: CoverageReading,
  weights: Weights,
): PlacedHit[] {
  const spoken = [...hits]
    .map(([name, own]) => ({
      own,
      weight: (weights.get(name)?.[kind] ?? 0) * (features.get(name) ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, CONCEPTS_SHOWN)
    .flatMap(({ own }) => own.slice(0, 1));
  return spoken.toSorted(
    (one, other) =>
      Number(one.field === 'text') - Number(other.field === 'text') || one.start - other.start,
  );
}
