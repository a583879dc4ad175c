// Acts alleged or proven in this article. In: Reading and its kind. Out: violations with the hits that show them.
// A forbidden act that is only warned of, listed, supposed or denied is no act: decided within the clause.
import { Violation } from '../../../schemas/tag.ts';
import type { Coverage } from '../../../schemas/tag.ts';
import { ordinals, placed } from './scene.ts';
import type { PlacedHit } from './scene.ts';
import type { Reading } from './reading.ts';
import { moodOf } from './negation.ts';

export type ViolationEvidence = { violation: Violation; hits: PlacedHit[] };

/** Kinds of articles that are about a case: there an act needs no word of allegation beside it. */
const CASES = new Set<Coverage>(['dugaan', 'penanganan', 'sanksi', 'data']);
/** Kinds whose headline tells of a case that the text then explains. */
const EXPLAINED = new Set<Coverage>(['regulasi', 'opini', 'lainnya']);

/** What the hits of an act must reach, each sentence by its strongest. */
const NEEDED = 0.8;

export function findViolations(reading: Reading, coverage: Coverage): ViolationEvidence[] {
  const order = ordinals(reading);
  const acts = placed(reading, 'acts', order);
  const moods = placed(reading, 'moods', order);
  const nothing = acts.filter(({ row }) => row.class === 'none');
  const real = acts.filter((act) => {
    if (act.row.class === 'none' || nothing.some((other) => overlaps(act, other))) return false;
    const mood = moodOf(reading, act, moods);
    if (mood === 'unreal') return false;
    if (mood === 'alleged' || CASES.has(coverage)) return true;
    return act.field === 'title' && EXPLAINED.has(coverage);
  });
  const found: ViolationEvidence[] = [];
  for (const violation of Violation.options) {
    const hits = real.filter(({ row }) => row.class === violation);
    if (weigh(hits) >= NEEDED) found.push({ violation, hits: strongest(hits) });
  }
  return found;
}

function weigh(hits: PlacedHit[]): number {
  return strongest(hits).reduce((sum, { row }) => sum + row.weight, 0);
}

/** The strongest hit of each sentence. */
function strongest(hits: PlacedHit[]): PlacedHit[] {
  const best = new Map<number, PlacedHit>();
  for (const hit of hits) {
    const known = best.get(hit.slot);
    if (known === undefined || hit.row.weight > known.row.weight) best.set(hit.slot, hit);
  }
  return [...best.values()];
}

function overlaps(one: PlacedHit, other: PlacedHit): boolean {
  return one.field === other.field && one.start < other.end && other.start < one.end;
}
