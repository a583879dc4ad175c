// How something is spoken of. In: a hit and the words of mood of its sentence. Out: alleged, plain, or not real at all.
// The scope of a word of mood is its clause: from it to the next full clause border.
import { nearby } from './scene.ts';
import type { PlacedHit, Scene } from './scene.ts';
import type { Reading } from './reading.ts';

/**
 * 'unreal': forbidden, supposed or negated. 'alleged': said to have happened. 'hinted': weaker. 'plain': nothing is said.
 * 'risk': only what it may bring is said, 'like di medsos bisa kena sanksi'.
 */
export type Mood = 'unreal' | 'alleged' | 'proven' | 'hinted' | 'plain' | 'risk';

/** Tokens before an act within which a mood word governs it, and behind it. */
const REACH = {
  ruled: { before: 18, behind: 5 },
  forbidden: { before: 18, behind: 0 },
  conditional: { before: 14, behind: 0 },
  negated: { before: 3, behind: 2 },
  denied: { before: 10, behind: 0 },
  alleged: { before: 40, behind: 20 },
  hinted: { before: 40, behind: 20 },
  proven: { before: 40, behind: 20 },
  future: { before: -1, behind: 4 },
} as const;
/** The widest of these, and the length of a mood word itself. */
const WINDOW = { before: 50, behind: 20 };
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

/**
 * A condition or a negation over the act makes it unreal. A prohibition does unless an allegation stands nearer:
 * 'dilarang …, namun ia diduga ikut kampanye'. A question that alleges nothing is unreal too.
 */
export function moodOf(scene: Scene, act: PlacedHit): Mood {
  const { reading } = scene;
  const near = nearby(scene, 'moods', act, WINDOW).filter(
    (mood) => mood.slot === act.slot && governs(reading, mood, act),
  );
  const nearest = (...names: string[]): number =>
    Math.min(
      Infinity,
      ...near.filter(({ row }) => names.includes(row.class)).map((mood) => distance(mood, act)),
    );
  if (nearest('conditional', 'negated', 'denied') < Infinity) return 'unreal';
  const alleged = nearest('alleged');
  const told = Math.min(alleged, nearest('proven'));
  if (nearest('ruled', 'forbidden') < told) return 'unreal';
  if (told < Infinity) return alleged <= told ? 'alleged' : 'proven';
  if (isAsked(reading, act)) return 'unreal';
  if (nearest('hinted') < Infinity) return 'hinted';
  return near.some(({ row }) => row.class === 'future') ? 'risk' : 'plain';
}

function governs(reading: Reading, mood: PlacedHit, act: PlacedHit): boolean {
  const reach = REACH[mood.row.class as MoodClass]; // 'threat' governs no act
  if (reach === undefined) return false;
  const says = mood.row.class === 'alleged' || mood.row.class === 'hinted';
  if (mood.from < act.to && act.from < mood.to) return says || mood.from < act.from;
  if (mood.from >= act.to) return mood.from - act.to < reach.behind;
  if (act.from - mood.to > reach.before) return false;
  if (says || mood.row.class === 'proven') return true;
  const tokens = reading[act.field].field.tokens;
  for (let at = mood.to; at < act.from; at++) {
    if (BORDERS.has(tokens[at]?.norm ?? '')) return false;
  }
  return true;
}

/** Tokens between them; what stands behind the act is further than anything before it. */
function distance(mood: PlacedHit, act: PlacedHit): number {
  return mood.to <= act.from ? act.from - mood.to : 100 + mood.from - act.to;
}

function isAsked(reading: Reading, act: PlacedHit): boolean {
  const { field } = reading[act.field];
  const sentence = field.sentences[act.sentence];
  return (
    sentence !== undefined && /^["”’)\s]*\?/.test(field.raw.slice(sentence.end, sentence.end + 4))
  );
}

/** Tokens before a word of a case within which a mood word takes its certainty. */
const DOUBT = { conditional: 14, forbidden: 6, negated: 2, future: 8 } as const;
const DOUBT_WINDOW = { before: 24, behind: 3 };
/** What is left of a step that is only announced. */
const ANNOUNCED = 0.4;

/**
 * 1 for what is said to have happened, 0 for what is supposed, forbidden or negated, between for what is to come.
 * A decision (`decided`) that is to come is none; that nothing was found is one.
 */
export function certaintyOf(hit: PlacedHit, scene: Scene, decided: boolean): number {
  let certainty = 1;
  const { reading } = scene;
  for (const { row, slot, from, to, end } of nearby(scene, 'moods', hit, DOUBT_WINDOW)) {
    if (slot !== hit.slot) continue;
    if (row.class === 'threat' && decided && from >= hit.to) return 0;
    if (from >= hit.from) continue;
    const gap = Math.max(0, hit.from - to);
    if (row.class === 'conditional' && gap <= DOUBT.conditional) return 0;
    const forbids = row.class === 'forbidden' || row.class === 'ruled';
    if (forbids && gap <= DOUBT.forbidden) return 0;
    const between = reading[hit.field].field.raw.slice(end, hit.start);
    if (row.class === 'negated' && gap <= DOUBT.negated && !/[,;:]/.test(between)) return 0;
    if (row.class === 'future' && gap <= DOUBT.future) certainty = decided ? 0 : ANNOUNCED;
  }
  return certainty;
}
