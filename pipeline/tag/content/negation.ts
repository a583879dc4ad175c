// How something is spoken of. In: a hit and the words of mood of its sentence. Out: alleged, plain, or not real at all.
// The scope of a word of mood is its clause: from it to the next full clause border.
import type { PlacedHit } from './scene.ts';
import type { Reading } from './reading.ts';

/** 'unreal': forbidden, supposed, denied or negated. 'alleged': said to have happened. 'plain': neither is said. */
export type Mood = 'unreal' | 'alleged' | 'plain';

/** Tokens before an act within which a mood word governs it, and behind it. */
const REACH = {
  forbidden: { before: 18, behind: 5 },
  conditional: { before: 14, behind: 0 },
  negated: { before: 3, behind: 2 },
  alleged: { before: 40, behind: 20 },
  proven: { before: 40, behind: 20 },
} as const;
type MoodClass = keyof typeof REACH;

/** Words that begin a clause of its own: a mood word before them does not govern what follows. */
const BORDERS = new Set([
  'tetapi',
  'tapi',
  'namun',
  'sedangkan',
  'sementara',
  'melainkan',
  'lantaran',
  'karena',
  'setelah',
]);

export function moodOf(reading: Reading, act: PlacedHit, moods: PlacedHit[]): Mood {
  const near = moods.filter((mood) => mood.slot === act.slot && governs(reading, mood, act));
  if (near.some(({ row }) => row.class === 'forbidden' || row.class === 'conditional'))
    return 'unreal';
  if (near.some(({ row }) => row.class === 'negated')) return 'unreal';
  return near.some(({ row }) => row.class === 'alleged' || row.class === 'proven')
    ? 'alleged'
    : 'plain';
}

function governs(reading: Reading, mood: PlacedHit, act: PlacedHit): boolean {
  const reach = REACH[mood.row.class as MoodClass]; // the classes of moods.csv
  if (reach === undefined) return false;
  const tokens = reading[act.field].field.tokens;
  if (mood.from < act.to && act.from < mood.to) return mood.row.class === 'alleged';
  if (mood.to <= act.from) {
    if (act.from - mood.to > reach.before) return false;
    if (mood.row.class === 'alleged' || mood.row.class === 'proven') return true;
    for (let at = mood.to; at < act.from; at++)
      if (BORDERS.has(tokens[at]?.norm ?? '')) return false;
    return true;
  }
  return mood.from - act.to < reach.behind;
}

/** Tokens before a word of a case within which a mood word takes its certainty. */
const DOUBT = { conditional: 14, forbidden: 6, negated: 2, future: 4 } as const;
/** What is left of a step that is only announced. */
const ANNOUNCED = 0.4;

/**
 * 1 for what is said to have happened, 0 for what is supposed, forbidden or negated, between for what is to come.
 * A decision (`decided`) that is to come is none; that nothing was found is one.
 */
export function certaintyOf(hit: PlacedHit, moods: PlacedHit[], decided: boolean): number {
  let certainty = 1;
  for (const { row, slot, to } of moods) {
    const distance = hit.from - to;
    if (slot !== hit.slot || distance < 0) continue;
    if (row.class === 'conditional' && distance <= DOUBT.conditional) return 0;
    if (row.class === 'forbidden' && distance <= DOUBT.forbidden) return 0;
    if (row.class === 'negated' && distance <= DOUBT.negated && !decided) return 0;
    if (row.class === 'future' && distance <= DOUBT.future) certainty = decided ? 0 : ANNOUNCED;
  }
  return certainty;
}
