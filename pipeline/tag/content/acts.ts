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
/** What the words of an act must weigh to tell of it by themselves. */
export const ENOUGH = 0.8;
/** An act whose words may be part of another's, and those others: 'memberi dukungan melalui media sosial' is one act. */
const PART_OF = new Map<string, readonly string[]>([
  ['ajakan_dukungan', ['media_sosial', 'dukungan_ktp']],
  ['pendekatan_parpol', ['anggota_parpol']],
  ['alat_peraga', ['media_sosial']],
]);
/** What somebody is told to do: 'meminta setiap RW menyambut calon' is no presence of who asks. */
const TOLD_IN = new Map<string, string>([['hadir_kampanye', 'ajakan_dukungan']]);
/** Tokens that the longest pattern may span. */
const SPAN = { before: 45, behind: 0 };

/** Part of what is no act, or of another. */
function isOther(scene: Scene, act: PlacedHit): boolean {
  const wholes = PART_OF.get(act.row.class) ?? [];
  const told = TOLD_IN.get(act.row.class);
  return nearby(scene, 'acts', act, SPAN).some((other) => {
    if (act.start >= other.end || other.start >= act.end) return false;
    const { class: name, weight } = other.row;
    if (name === 'none') return true;
    if (weight < ENOUGH) return false;
    return wholes.includes(name) || (name === told && isWithin(act, other));
  });
}

const isWithin = (act: PlacedHit, other: PlacedHit): boolean =>
  act.start > other.start && act.end <= other.end;
