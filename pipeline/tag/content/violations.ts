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

/** What the hits of an act must reach, in an article about a case and in another. */
const NEEDED = { case: 0.8, other: 1 };

export function findViolations(reading: Reading, coverage: Coverage): ViolationEvidence[] {
  const order = ordinals(reading);
  const acts = placed(reading, 'acts', order);
  const moods = placed(reading, 'moods', order);
  const nothing = acts.filter(({ row }) => row.class === 'none');
  const aboutCase = CASES.has(coverage);
  const real = acts.filter((act) => {
    if (act.row.class === 'none' || nothing.some((other) => overlaps(act, other))) return false;
    const mood = moodOf(reading, act, moods);
    if (mood === 'unreal') return false;
    return mood === 'alleged' || aboutCase;
  });
  const found: ViolationEvidence[] = [];
  for (const violation of Violation.options) {
    const hits = real.filter(({ row }) => row.class === violation);
    const sum = hits.reduce((total, { row }) => total + row.weight, 0);
    if (sum >= (aboutCase ? NEEDED.case : NEEDED.other)) found.push({ violation, hits });
  }
  return found;
}

function overlaps(one: PlacedHit, other: PlacedHit): boolean {
  return one.field === other.field && one.start < other.end && other.start < one.end;
}
