// The blocks of a page → what the features compare a block with: the best box, the headline, sums by make of box.
import type { Block, Box } from '../blocks.ts';
import { bestBox, type Stretch, stretchOf } from '../rules.ts';
import { createMakes, type Make } from './makes.ts';
import { type Shape, shapeOf } from './text-features.ts';

/** Elements around a block that tell something of it. */
export const HOLDERS =
  'article main aside nav header footer figure form li table blockquote details section'.split(' ');
const HOLDER_BIT = new Map(HOLDERS.map((name, bit) => [name, 1 << bit]));

/** `from` and `until`: first and last block of the best box; -1 without one. */
export type Scene = Stretch & {
  blocks: readonly Block[];
  shapes: Shape[];
  best: Box | null;
  /** The block that prints the headline; -1 where none is marked as such. */
  title: number;
  /** By the boxes that hold blocks; boxes of one make share it. */
  makes: Map<Box, Make>;
  characters: number;
  words: number;
  /** Memo of boxesAbove. */
  holders: Map<Box, number>;
};

export function sceneOf(blocks: readonly Block[]): Scene {
  const best = bestBox(blocks);
  const scene: Scene = {
    ...stretchOf(blocks, best),
    blocks,
    shapes: blocks.map(shapeOf),
    best,
    title: blocks.findIndex(({ box, text }) => box.name === 'h1' && text.length > 8),
    makes: new Map(),
    characters: 0,
    words: 0,
    holders: new Map(),
  };
  const makeOf = createMakes();
  for (const block of blocks) {
    const { words, stops } = scene.shapes[block.index] ?? { words: 0, stops: 0 };
    scene.characters += block.characters;
    scene.words += words;
    let make = scene.makes.get(block.box);
    if (make === undefined) scene.makes.set(block.box, (make = makeOf(block.box)));
    make.blocks++;
    make.words += words;
    make.linked += block.linked;
    make.characters += block.characters;
    make.stops += stops;
  }
  return scene;
}

/** Bits of HOLDERS for the boxes around, itself among them. */
export function boxesAbove(box: Box, known: Map<Box, number>): number {
  const found = known.get(box);
  if (found !== undefined) return found;
  const bits =
    (HOLDER_BIT.get(box.name) ?? 0) | (box.parent === null ? 0 : boxesAbove(box.parent, known));
  known.set(box, bits);
  return bits;
}
