// How an act is spoken of. In: a hit and the words of mood of its sentence. Out: alleged, plain, or not real at all.
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
