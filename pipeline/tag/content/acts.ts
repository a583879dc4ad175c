// What an article says that people did for a candidate or party. In: Reading. Out: acts with the mood they are spoken in.
import { Violation } from '../../../schemas/tag.ts';
import { moodOf } from './negation.ts';
import type { Mood } from './negation.ts';
import type { PlacedHit, Scene } from './scene.ts';

export type Act = { violation: Violation; mood: Exclude<Mood, 'unreal'>; hit: PlacedHit };

/** Acts that are not forbidden, supposed, asked or denied; how a thing became known ('viral di medsos') is none. */
export function findActs({ reading, hits }: Scene): Act[] {
  const nothing = hits.acts.filter(({ row }) => row.class === 'none');
  const found: Act[] = [];
  for (const hit of hits.acts) {
    const violation = Violation.safeParse(hit.row.class);
    if (!violation.success || nothing.some((other) => overlaps(hit, other))) continue;
    if (isMeans(hit, hits.acts)) continue;
    const mood = moodOf(reading, hit, hits.moods);
    if (mood !== 'unreal') found.push({ violation: violation.data, mood, hit });
  }
  return found;
}

const MEANS = new Set(['media_sosial', 'dukungan_ktp']);

/** 'memberi dukungan melalui media sosial' is one act: the support is given there. */
function isMeans(act: PlacedHit, acts: PlacedHit[]): boolean {
  if (act.row.class !== 'ajakan_dukungan') return false;
  return acts.some((other) => MEANS.has(other.row.class) && overlaps(act, other));
}

function overlaps(one: PlacedHit, other: PlacedHit): boolean {
  return one.field === other.field && one.start < other.end && other.start < one.end;
}
