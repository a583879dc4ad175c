// Acts alleged or proven in this article. In: acts and the kind of article. Out: violations with the hits that show them.
import { Coverage, Violation } from '../../../schemas/tag.ts';
import { ENOUGH } from './acts.ts';
import type { Act } from './acts.ts';
import type { CoverageEvidence } from './coverage.ts';
import type { PlacedHit } from './scene.ts';

export type ViolationEvidence = { violation: Violation; hits: PlacedHit[] };

/** Kinds of articles that are about a case: there an act needs no word of allegation beside it. */
const CASES = new Set<Coverage>(['dugaan', 'penanganan', 'sanksi', 'data']);
/** Kinds whose headline tells of a case that the text then explains. */
const EXPLAINED = new Set<Coverage>(['regulasi', 'opini', 'lainnya']);

/** How likely a case must be; what lies between is mostly a case that is told as a word of warning. */
const LIKELY = 0.5;

/** In the order of the schema. What an act weighs is summed over sentences, each by its strongest hit. */
export function findViolations(
  acts: Act[],
  { coverage, chances }: Pick<CoverageEvidence, 'coverage' | 'chances'>,
): ViolationEvidence[] {
  const isCase = chanceOfCase(chances) >= LIKELY;
  const told = acts.filter(
    ({ mood, hit }) =>
      mood === 'alleged' ||
      (mood !== 'unreal' && isCase) ||
      (mood !== 'unreal' && hit.field === 'title' && EXPLAINED.has(coverage) && mood !== 'risk'),
  );
  const found: ViolationEvidence[] = [];
  for (const violation of Violation.options) {
    const hits = strongest(told.filter((act) => act.violation === violation));
    const sum = hits.reduce((total, { row }) => total + row.weight, 0);
    if (sum >= ENOUGH) found.push({ violation, hits });
  }
  return found;
}

const chanceOfCase = (chances: readonly number[]): number =>
  Coverage.options.reduce((sum, kind, at) => sum + (CASES.has(kind) ? (chances[at] ?? 0) : 0), 0);

/** The strongest hit of each sentence. */
function strongest(acts: Act[]): PlacedHit[] {
  const best = new Map<number, PlacedHit>();
  for (const { hit } of acts) {
    const known = best.get(hit.slot);
    if (known === undefined || hit.row.weight > known.row.weight) best.set(hit.slot, hit);
  }
  return [...best.values()];
}
