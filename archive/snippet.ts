// A text and the words that were searched in; the piece that shows why it matched out, with the hits marked.
import type { Phrase } from './query.ts';
import { placedStems } from './words.ts';
import type { PlacedStem } from './words.ts';

/** Around each hit; the page that shows the snippet turns them into marks after it has escaped the rest. */
export const HIT_START = '\uE000';
export const HIT_END = '\uE001';

const WORDS = 32;
/** Words shown before the first hit. */
const LEAD = 6;

type Span = { from: number; to: number };

/**
 * About 32 words of the text: its opening, or those with the most hits, each hit between U+E000 and U+E001.
 * Marks of that kind in the text itself are dropped.
 */
export function snippet(text: string, phrases: Phrase[]): string {
  const words = placedStems(text);
  const hits = phrases.length === 0 ? [] : hitsOf(words, phrases);
  const from = bestStart(words.length, hits);
  const to = Math.min(from + WORDS, words.length);
  const shown = hits.filter((hit) => hit.from >= from && hit.to <= to);
  let at = from === 0 ? 0 : (words[from]?.start ?? 0);
  let out = from === 0 ? '' : '… ';
  for (const hit of shown) {
    const start = words[hit.from]?.start ?? at;
    const end = words[hit.to - 1]?.end ?? start;
    out += clean(text.slice(at, start)) + HIT_START + clean(text.slice(start, end)) + HIT_END;
    at = end;
  }
  const end = to < words.length ? (words[to - 1]?.end ?? at) : text.length;
  return (out + clean(text.slice(at, end))).trim() + (to < words.length ? ' …' : '');
}

/** One line, without marks that would pass for ours. */
const clean = (text: string): string =>
  text.replaceAll(/[\uE000\uE001]/g, '').replaceAll(/\s+/g, ' ');

/** Places of the phrases in words, in order, none over another. */
function hitsOf(words: PlacedStem[], phrases: Phrase[]): Span[] {
  const byFirst = Map.groupBy(phrases, (phrase) => phrase[0] ?? '');
  const found: Span[] = [];
  let free = 0;
  for (const [index, word] of words.entries()) {
    if (index < free) continue;
    const lengths = (byFirst.get(word.stem) ?? [])
      .filter((phrase) => phrase.every((stem, offset) => words[index + offset]?.stem === stem))
      .map((phrase) => phrase.length);
    if (lengths.length === 0) continue;
    free = index + Math.max(...lengths);
    found.push({ from: index, to: free });
  }
  return found;
}

/** The word at which the piece begins: the one that shows most hits. */
function bestStart(count: number, hits: Span[]): number {
  let best = 0;
  let most = 0;
  let ahead = 0;
  for (const [index, hit] of hits.entries()) {
    const start = Math.max(0, Math.min(hit.from - LEAD, count - WORDS));
    ahead = Math.max(ahead, index);
    while (ahead < hits.length && (hits[ahead]?.to ?? Infinity) <= start + WORDS) ahead += 1;
    if (ahead - index <= most) continue;
    most = ahead - index;
    best = start;
  }
  return best;
}
