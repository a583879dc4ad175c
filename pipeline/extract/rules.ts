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

/** Characters up to which a link is the headline of something else, or a word of a menu. */
const LONGEST_LINK = 120;

/**
 * 1 for each block that is nothing but a short link outside the best box. They are half to two thirds of a news page,
 * and of 38,000 of them on the pages of three sets of news one was the article's: not worth an opinion each.
 */
export function linksOutside(blocks: readonly Block[], best: Box | null): Uint8Array {
  return Uint8Array.from(blocks, ({ box, linked, characters }) =>
    characters < LONGEST_LINK &&
    linked >= characters * 0.95 &&
    (best === null || !within(box, best))
      ? 1
      : 0,
  );
}

/** One number per block, 1 for the article and 0 for the rest. */
export function judgeByRules(
  blocks: readonly Block[],
  best: Box | null = bestBox(blocks),
): Float64Array {
  const verdict = new Float64Array(blocks.length);
  if (best === null) return verdict;
  for (const block of blocks) {
    if (!within(block.box, best) || isOut(block, best)) continue;
    verdict[block.index] = 1;
  }
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
