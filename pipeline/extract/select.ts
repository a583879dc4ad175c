// Blocks with an opinion each → the blocks that are the article: what no single block can tell is decided here.
import type { Block, Box } from './blocks.ts';
import { within } from './rules.ts';

/** Share of the article's weight that its own box must hold before what lies outside is doubted. */
const MAIN_SHARE = 0.8;
/** Blocks that may lie between the main box and what belongs to it outside: a standfirst, a box after an ad. */
const NEAR = 12;
const SURE = 0.95;
/** Characters from which a repeated paragraph is no refrain. */
const LONG = 60;
/** Characters of a label at most, and how sure the judge must be that it is more than one. */
const LABEL = 40;
const FAIRLY_SURE = 0.75;

/** Chosen blocks in page order. `opinion` is 0 … 1 a block. */
export function selectBlocks(
  blocks: readonly Block[],
  opinion: Float64Array,
  threshold: number,
): Block[] {
  const taken = blocks.filter(({ index }) => (opinion[index] ?? 0) >= threshold);
  const body = withoutCopies(withoutDetached(withoutHidden(taken), opinion));
  return withDateline(blocks, withoutLabels(body, opinion));
}

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { characters }) => sum + characters, 0);

/** Hidden text counts only where it is most of the article (opened by a script). */
function withoutHidden(taken: Block[]): Block[] {
  const seen = taken.filter(({ box }) => !box.hidden);
  return sizeOf(seen) * 2 >= sizeOf(taken) || sizeOf(seen) > 1500 ? seen : taken;
}

/** The smallest box that holds most of what was taken. */
function mainBox(taken: readonly Block[], opinion: Float64Array): Box | null {
  const weights = new Map<Box, number>();
  let total = 0;
  for (const { box: own, index, characters } of taken) {
    const weight = characters * (opinion[index] ?? 0);
    total += weight;
    for (let box: Box | null = own; box !== null; box = box.parent)
      weights.set(box, (weights.get(box) ?? 0) + weight);
  }
  let main: Box | null = null;
  for (const [box, weight] of weights)
    if (weight >= total * MAIN_SHARE && (main === null || box.depth > main.depth)) main = box;
  return main;
}

/** Drops what lies far from the main box without being sure: consent dialogs, comments, other articles. */
function withoutDetached(taken: Block[], opinion: Float64Array): Block[] {
  const main = mainBox(taken, opinion);
  if (main === null) return taken;
  const inside = taken.filter(({ box }) => within(box, main));
  const first = inside[0]?.index ?? 0;
  const last = inside[inside.length - 1]?.index ?? 0;
  return taken.filter(({ box, index }) => {
    const distance = index > last ? index - last : first - index;
    return within(box, main) || distance < NEAR || (opinion[index] ?? 0) > SURE;
  });
}

/** Long paragraphs that were read above already: pull quotes, copies for other screens. */
function withoutCopies(taken: Block[]): Block[] {
  const seen = new Set<string>();
  return taken.filter(({ text }) => {
    if (text.length < LONG) return true;
    const key = text.toLowerCase();
    return !seen.has(key) && seen.add(key) !== null;
  });
}

/** Short lines before the first paragraph that nobody was sure of: menu entries, dates, labels. */
function withoutLabels(taken: Block[], opinion: Float64Array): Block[] {
  const start = taken.findIndex(({ characters }) => characters >= LONG);
  return taken.filter(
    ({ index, characters }, at) =>
      at >= start || characters >= LABEL || (opinion[index] ?? 0) >= FAIRLY_SURE,
  );
}

/** 'Solo -' on a line of its own before the first paragraph. */
export const DATELINE = /^\p{Lu}[\p{L}\d .,'’()/]{1,40}\s*[-–—]$/u;

/** The block before the first belongs to it where it is a dateline and nothing else. */
export function withDateline(blocks: readonly Block[], taken: Block[]): Block[] {
  const before = blocks[(taken[0]?.index ?? 0) - 1];
  return before !== undefined && DATELINE.test(before.text) ? [before, ...taken] : taken;
}
