// Blocks → which of them are the article, by rules alone: the best box by weight of its paragraphs, then what to
// leave out of it. The measure that the learned judge has to beat, and what is used where its weights do not fit.
import type { Block, Box } from './blocks.ts';
import { isStanding } from './noise.ts';
import { bitOf } from './vocabulary.ts';

const BAD =
  bitOf('comment') |
  bitOf('share') |
  bitOf('related') |
  bitOf('popular') |
  bitOf('sidebar') |
  bitOf('nav') |
  bitOf('footer') |
  bitOf('ad') |
  bitOf('author') |
  bitOf('tag') |
  bitOf('newsletter') |
  bitOf('consent') |
  bitOf('ticker');
const CAPTION = bitOf('caption');
const OUT = new Set(['nav', 'aside', 'footer', 'figcaption', 'form', 'title', 'figure', 'caption']);

/** The box whose paragraphs weigh most. */
export function bestBox(blocks: readonly Block[]): Box | null {
  let best: Box | null = null;
  const seen = new Set<Box>();
  for (const block of blocks) {
    for (let box: Box | null = block.box; box !== null && !seen.has(box); box = box.parent) {
      seen.add(box);
      if (box.hidden || box.name === 'p') continue;
      if (best === null || box.score > best.score) best = box;
    }
  }
  return best;
}

export function within(box: Box, outer: Box): boolean {
  for (let at: Box | null = box; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** The blocks in a box, which follow each other: the first and the last; -1 where it holds none. */
export type Stretch = { from: number; until: number };

export function stretchOf(blocks: readonly Block[], box: Box | null): Stretch {
  if (box === null) return { from: -1, until: -1 };
  const from = blocks.findIndex((block) => within(block.box, box));
  return { from, until: from < 0 ? -1 : from + box.blocks - 1 };
}

/** Characters up to which a link is the headline of something else, or a word of a menu. */
const LONGEST_LINK = 120;

/**
 * 1 for each block that is nothing but a short link outside the best box. They are half to two thirds of a news page,
 * and of 38,000 of them on the pages of three sets of news one was the article's: not worth an opinion each.
 */
export function linksOutside(blocks: readonly Block[], { from, until }: Stretch): Uint8Array {
  const left = new Uint8Array(blocks.length);
  for (const { index, linked, characters } of blocks) {
    const outside = index < from || index > until;
    if (outside && characters < LONGEST_LINK && linked >= characters * 0.95) left[index] = 1;
  }
  return left;
}

const ELSEWHERE =
  bitOf('related') |
  bitOf('popular') |
  bitOf('sidebar') |
  bitOf('nav') |
  bitOf('footer') |
  bitOf('ticker');
/** Characters of the best box from which it is surely an article, or most of one. */
const WHOLE = 2000;
const SHORT = 150;
/** Blocks before the best box and after it that may belong to it, whatever their boxes are called: a standfirst, a last line. */
const BEFORE = 12;
const AFTER = 6;

const isAway = (index: number, { from, until }: Stretch): boolean =>
  index < from - BEFORE || index > until + AFTER;

/**
 * 1 also for each short text away from the best box in a box that says it is for something else: labels, days and summaries
 * in lists of other articles, two thirds of what is left on an Indonesian page. Null where the best box is too small to trust.
 */
export function listsElsewhere(
  blocks: readonly Block[],
  best: Box | null,
  stretch: Stretch,
  left: Uint8Array,
): Uint8Array | null {
  if (best === null || best.characters < WHOLE) return null;
  const lists = left.slice();
  for (const { box, index, characters } of blocks) {
    const named = ((box.kinds | box.above) & ELSEWHERE) !== 0;
    if (named && characters < SHORT && isAway(index, stretch)) lists[index] = 1;
  }
  return lists;
}

/** Some of the article seems to stand away from the best box. */
export const isElsewhere = (opinion: Float64Array, stretch: Stretch): boolean =>
  opinion.some((own, index) => own >= 0.5 && isAway(index, stretch));

/** One number per block, 1 for the article and 0 for the rest. */
export function judgeByRules(
  blocks: readonly Block[],
  best: Box | null = bestBox(blocks),
  { from, until }: Stretch = stretchOf(blocks, best),
): Float64Array {
  const verdict = new Float64Array(blocks.length);
  if (best === null || from < 0) return verdict;
  for (const block of blocks.slice(from, until + 1))
    if (!isOut(block, best)) verdict[block.index] = 1;
  return verdict;
}

/** A headline of another story in a hand-made list. */
const BULLET = /^[•»▪◦●►▶■]/;

/** Lines that are noise whatever stands around them: what Indonesian pages put into the text. */
export function isNoise({ text, linked, characters, line }: Block): boolean {
  if (isStanding(text) || (BULLET.test(text) && linked > characters * 0.6)) return true;
  if (line === 'teaser') return linked > 0 || characters < 200;
  if (line === 'subscribe') return linked > 0;
  if (line === 'label') return characters < 120;
  return line === 'ad' || line === 'share' || line === 'legal';
}

function isOut(block: Block, best: Box): boolean {
  for (let box: Box = block.box; box !== best;) {
    if (OUT.has(box.name) || (box.kinds & BAD) !== 0 || box.hidden) return true;
    if ((box.kinds & CAPTION) !== 0 && block.characters < 300 && box.name !== 'p') return true;
    if (box.parent === null) break;
    box = box.parent;
  }
  if ((block.inline & BAD) !== 0 && block.inline !== -1) return true;
  if (block.line !== null) return true;
  return block.linked > block.characters * 0.7;
}
