// The blocks of a page → what the features compare a block with: the best box, the headline, sums by make of box.
import { type Block, type Box, makeOf } from '../blocks.ts';
import { bestBox, within } from '../rules.ts';
import { type Shape, shapeOf } from './text-features.ts';

export { within };

/** Elements around a block that tell something of it. */
export const HOLDERS =
  'article main aside nav header footer figure form li table blockquote details section'.split(' ');
const HOLDER_BIT = new Map(HOLDERS.map((name, bit) => [name, 1 << bit]));

/** Sums over all blocks in boxes of one make. */
export type Make = {
  blocks: number;
  words: number;
  linked: number;
  characters: number;
  stops: number;
};

export type Scene = {
  blocks: readonly Block[];
  shapes: Shape[];
  best: Box | null;
  /** First and last block of the best box; -1 without one. */
  from: number;
  until: number;
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
  const scene: Scene = {
    blocks,
    shapes: blocks.map(shapeOf),
    best: bestBox(blocks),
    from: -1,
    until: -1,
    title: blocks.findIndex(({ box, text }) => box.name === 'h1' && text.length > 8),
    makes: new Map(),
    characters: 0,
    words: 0,
    holders: new Map(),
  };
  const byName = new Map<string, Make>();
  for (const block of blocks) {
    const { words, stops } = scene.shapes[block.index] ?? { words: 0, stops: 0 };
    scene.characters += block.characters;
    scene.words += words;
    if (scene.best !== null && within(block.box, scene.best)) {
      if (scene.from < 0) scene.from = block.index;
      scene.until = block.index;
    }
    const make = scene.makes.get(block.box) ?? newMake(block.box, byName);
    scene.makes.set(block.box, make);
    make.blocks++;
    make.words += words;
    make.linked += block.linked;
    make.characters += block.characters;
    make.stops += stops;
  }
  return scene;
}

function newMake(box: Box, byName: Map<string, Make>): Make {
  const name = makeOf(box);
  const known = byName.get(name);
  if (known !== undefined) return known;
  const make = { blocks: 0, words: 0, linked: 0, characters: 0, stops: 0 };
  byName.set(name, make);
  return make;
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
