// What an article says that people did for a candidate or party. In: Reading. Out: acts with the mood they are spoken in.
import { Violation } from '../../../schemas/tag.ts';
import { isOfOthers } from './agents.ts';
import { moodOf } from './negation.ts';
import type { Mood } from './negation.ts';
import { nearby } from './scene.ts';
import type { PlacedHit, Scene } from './scene.ts';

export type Act = { violation: Violation; mood: Mood; hit: PlacedHit };

/**
 * Every act that is spoken of, also what is forbidden or supposed; how a thing became known ('viral di medsos') is
 * none, nor is what candidates, parties and their people do.
 */
export function findActs(scene: Scene): Act[] {
  const found: Act[] = [];
  for (const hit of scene.hits.acts) {
    const violation = VIOLATIONS.get(hit.row.class);
    if (violation === undefined) continue;
    if (isOther(scene, hit) || isOfOthers(scene, hit)) continue;
    found.push({ violation, mood: moodOf(scene, hit), hit });
  }
  return found;
}

const VIOLATIONS = new Map<string, Violation>(Violation.options.map((name) => [name, name]));
const MEANS = new Set(['media_sosial', 'dukungan_ktp']);
/** Tokens that the longest pattern may span. */
const SPAN = { before: 45, behind: 0 };

/** Part of what is no act, or of another: 'memberi dukungan melalui media sosial' is support given there, one act. */
function isOther(scene: Scene, act: PlacedHit): boolean {
  const general = act.row.class === 'ajakan_dukungan';
  return nearby(scene, 'acts', act, SPAN).some(
    (other) =>
      (other.row.class === 'none' || (general && MEANS.has(other.row.class))) &&
      act.start < other.end &&
      other.start < act.end,
  );
}
