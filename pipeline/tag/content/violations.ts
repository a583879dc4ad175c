// Acts alleged or proven in this article. In: acts and the kind of article. Out: violations with the hits that show them.
import { Violation } from '../../../schemas/tag.ts';
import type { Coverage } from '../../../schemas/tag.ts';
import type { Act } from './acts.ts';
import type { PlacedHit } from './scene.ts';

export type ViolationEvidence = { violation: Violation; hits: PlacedHit[] };

/** Kinds of articles that are about a case: there an act needs no word of allegation beside it. */
const CASES = new Set<Coverage>(['dugaan', 'penanganan', 'sanksi', 'data']);
/** Kinds whose headline tells of a case that the text then explains. */
const EXPLAINED = new Set<Coverage>(['regulasi', 'opini', 'lainnya']);

/** What the hits of an act must reach, each sentence by its strongest. */
const NEEDED = 0.8;

/** In the order of the schema. */
export function findViolations(acts: Act[], coverage: Coverage): ViolationEvidence[] {
  const told = acts.filter(
    ({ mood, hit }) =>
      mood === 'alleged' ||
      (mood !== 'unreal' && CASES.has(coverage)) ||
      (mood !== 'unreal' && hit.field === 'title' && EXPLAINED.has(coverage) && mood !== 'risk'),
  );
  const found: ViolationEvidence[] = [];
  for (const violation of Violation.options) {
    const hits = strongest(told.filter((act) => act.violation === violation));
    const sum = hits.reduce((total, { row }) => total + row.weight, 0);
    if (sum >= NEEDED) found.push({ violation, hits });
  }
  return found;
}

/** The strongest hit of each sentence. */
function strongest(acts: Act[]): PlacedHit[] {
  const best = new Map<number, PlacedHit>();
  for (const { hit } of acts) {
    const known = best.get(hit.slot);
    if (known === undefined || hit.row.weight > known.row.weight) best.set(hit.slot, hit);
  }
  return [...best.values()];
}
