// How far a block repeats what is known of the article already: its title, its summary, its JSON-LD body, a block above.
import type { Block } from '../blocks.ts';
import { type Runs, countRuns, runsIn } from './runs.ts';
import { wordsOf } from './text-features.ts';

export const OVERLAPS = 'repeats seenBefore inTitle inDescription inJson jsonFound'.split(' ');
const WIDTH = OVERLAPS.length;

export type PageWords = {
  title: Set<string>;
  description: Set<string>;
  /** Runs of four words of the JSON-LD body; null without one. */
  json: Runs | null;
};

/** Longer blocks are prose whatever they share with a title. */
const SHORT = 400;
const SHORTEST_BODY = 200;

export function pageWords(
  title: string,
  description: string | null,
  body: string | null,
): PageWords {
  const words = body === null || body.length < SHORTEST_BODY ? [] : wordsOf(body.toLowerCase());
  return {
    title: new Set(wordsOf(title.toLowerCase())),
    description: new Set(wordsOf((description ?? '').toLowerCase())),
    json: words.length === 0 ? null : runsIn(words),
  };
}

/** OVERLAPS numbers a block, in one array; 0 for a block that `left` marks. */
export function overlapsOf(
  blocks: readonly Block[],
  { title, description, json }: PageWords,
  left?: Uint8Array,
): Float32Array {
  const counts = new Map<string, number>();
  const keys = blocks.map(({ text }) => text.toLowerCase());
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const found = new Set<number>();
  const rows = new Float32Array(blocks.length * WIDTH);
  for (const { index, characters } of blocks) {
    const key = keys[index] ?? '';
    if (left?.[index] === 1) {
      seen.add(key);
      continue;
    }
    const words = json !== null || characters < SHORT ? wordsOf(key) : [];
    const short = characters < SHORT ? words : [];
    const at = index * WIDTH;
    rows[at] = Math.log1p(counts.get(key) ?? 1);
    rows[at + 1] = seen.has(key) ? 1 : 0;
    rows[at + 2] = shareIn(short, title);
    rows[at + 3] = shareIn(short, description);
    rows[at + 4] = json === null ? -1 : runShare(words, json, found);
    seen.add(key);
  }
  const jsonFound = json === null ? -1 : found.size / json.size;
  for (let at = WIDTH - 1; at < rows.length; at += WIDTH) rows[at] = jsonFound;
  return rows;
}

function shareIn(words: readonly string[], set: ReadonlySet<string>): number {
  if (words.length === 0 || set.size === 0) return 0;
  let hits = 0;
  for (const word of words) if (set.has(word)) hits++;
  return hits / words.length;
}

function runShare(words: readonly string[], json: Runs, found: Set<number>): number {
  return words.length < 4 ? -0.5 : countRuns(words, json, found) / (words.length - 3);
}
