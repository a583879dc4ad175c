// The blocks of a page → a row of numbers each, for the learned judge. The order of NAMES is the contract with the
// weights: a change here asks for training anew (docs/extraction.md).
import type { Block } from '../blocks.ts';
import { judgeByRules } from '../rules.ts';
import { KINDS } from '../vocabulary.ts';
import { OVERLAPS, overlapsOf, type PageWords } from './overlap.ts';
import type { Make } from './makes.ts';
import { boxesAbove, HOLDERS, type Scene } from './scene.ts';
import { LINES, type Shape } from './text-features.ts';

const TAGS =
  'p div li h1 h2 h3 h4 h5 h6 td th section article figcaption blockquote dd dt pre header footer aside nav main ul body html figure summary address'.split(
    ' ',
  );
const TAG_CODE = new Map(TAGS.map((name, code) => [name, code]));
const COMMENT = LINES.indexOf('comment') + 1;
const TEASER = LINES.indexOf('teaser') + 1;
const NEIGHBOURS = [-1, -2, 1, 2];

const OWN =
  'words characters linked links last first commas stops wordLength upper digits bold symbols line dated tag soft softBefore whole'.split(
    ' ',
  );
const PLACE = 'depth hidden position before fromTitle afterBest untilBest'.split(' ');
const BOXES =
  'inBest toBest boxCharacters boxLinked boxBlocks upCharacters upLinked upBlocks upScore upUpCharacters upUpLinked upUpScore makeBlocks makeWords makeLinked makeShare makeStops marked'.split(
    ' ',
  );
const FLOW = 'sinceComment sinceTeaser rules handles'.split(' ');
const AROUND = NEIGHBOURS.flatMap((at) =>
  ['words', 'linked', 'last', 'tag', 'same', 'line'].map((name) => `${name}${at}`),
);
const PAGE = 'pageBlocks pageWords bestShare bestDepth'.split(' ');

export const NAMES: readonly string[] = [
  ...OWN,
  ...KINDS.map((kind) => `kind:${kind}`),
  ...HOLDERS.map((name) => `in:${name}`),
  ...PLACE,
  ...BOXES,
  ...OVERLAPS,
  ...FLOW,
  ...AROUND,
  ...PAGE,
];
export const WIDTH = NAMES.length;

/** Where the next number goes. */
type Pen = { rows: Float32Array; at: number };
const put = (pen: Pen, value: number): void => {
  pen.rows[pen.at++] = value;
};
const { log1p } = Math;
/** Distance with its sign, far ones pressed together. */
const signedLog = (distance: number): number => Math.sign(distance) * log1p(Math.abs(distance));
const share = (part: number, whole: number): number => part / Math.max(1, whole);

/**
 * Rows of WIDTH numbers, one a block; all 0 for a block that `left` marks. Linear in the number of blocks and the length
 * of their text.
 */
export function featuresOf(scene: Scene, words: PageWords, left?: Uint8Array): Float32Array {
  const { blocks } = scene;
  const pen: Pen = { rows: new Float32Array(blocks.length * WIDTH), at: 0 };
  const overlaps = overlapsOf(blocks, words, left);
  const flow = {
    rules: judgeByRules(blocks, scene.best, scene),
    comments: since(scene.shapes, COMMENT),
    teasers: since(scene.shapes, TEASER),
  };
  let before = 0;
  for (const block of blocks) {
    const { index } = block;
    const shape = scene.shapes[index];
    if (shape === undefined) continue;
    pen.at = index * WIDTH;
    if (left?.[index] === 1) {
      before += block.characters;
      continue;
    }
    writeOwn(pen, block, shape, blocks[index - 1]);
    writeKinds(pen, block);
    const holders = boxesAbove(block.box, scene.holders);
    for (let bit = 0; bit < HOLDERS.length; bit++) put(pen, (holders >> bit) & 1);
    writePlace(pen, block, scene, before);
    writeBoxes(pen, block, scene);
    for (let at = 0; at < OVERLAPS.length; at++)
      put(pen, overlaps[index * OVERLAPS.length + at] ?? 0);
    put(pen, flow.comments[index] ?? -1);
    put(pen, flow.teasers[index] ?? -1);
    put(pen, flow.rules[index] ?? 0);
    put(pen, block.text.length < 300 && HANDLE.test(block.text) ? 1 : 0);
    for (const step of NEIGHBOURS) writeNeighbour(pen, block, scene, step);
    put(pen, log1p(blocks.length));
    put(pen, log1p(scene.words));
    put(pen, share(scene.best?.characters ?? 0, scene.characters));
    put(pen, scene.best?.depth ?? 0);
    before += block.characters;
  }
  return pen.rows;
}

const HANDLE = /(?:^|\s)@\w{3,}|\S@\S+\.\w|https?:\/\/|www\./;

function writeOwn(pen: Pen, block: Block, shape: Shape, previous: Block | undefined): void {
  const size = Math.max(1, block.characters);
  put(pen, log1p(shape.words));
  put(pen, log1p(size));
  put(pen, block.linked / size);
  put(pen, Math.min(10, block.links));
  put(pen, shape.last);
  put(pen, shape.first);
  put(pen, share(shape.commas, shape.words));
  put(pen, Math.min(20, shape.stops));
  put(pen, share(shape.letters, shape.words));
  put(pen, shape.upper / size);
  put(pen, shape.digits / size);
  put(pen, block.bold / size);
  put(pen, shape.symbols / size);
  put(pen, shape.line);
  put(pen, shape.dated);
  put(pen, TAG_CODE.get(block.box.name) ?? -1);
  put(pen, block.soft ? 1 : 0);
  put(pen, previous?.soft === true && previous.box === block.box ? 1 : 0);
  put(pen, block.href === null ? 0 : 1);
}

/** 3 its own box or inline element, 2 one of the two boxes around, 1 farther out, 0 nowhere. */
function writeKinds(pen: Pen, { box, inline }: Block): void {
  const own = box.kinds | (inline === -1 ? 0 : inline);
  const near = (box.parent?.kinds ?? 0) | (box.parent?.parent?.kinds ?? 0);
  for (let bit = 0; bit < KINDS.length; bit++) {
    const mask = 1 << bit;
    if ((own & mask) !== 0) put(pen, 3);
    else if ((near & mask) !== 0) put(pen, 2);
    else put(pen, (box.above & mask) === 0 ? 0 : 1);
  }
}

function writePlace(pen: Pen, { box, index }: Block, scene: Scene, before: number): void {
  const { from, until, title, blocks } = scene;
  put(pen, box.depth);
  put(pen, box.hidden ? 1 : 0);
  put(pen, share(index, blocks.length));
  put(pen, share(before, scene.characters));
  put(pen, title < 0 ? 99 : signedLog(index - title));
  put(pen, from < 0 ? 99 : signedLog(index - from));
  put(pen, until < 0 ? 99 : signedLog(until - index));
}

const NO_MAKE: Make = { blocks: 0, words: 0, linked: 0, characters: 0, stops: 0 };

function writeBoxes(pen: Pen, { box, index }: Block, scene: Scene): void {
  const { best, characters, from, until } = scene;
  const up = box.parent ?? box;
  const upUp = up.parent ?? up;
  const score = Math.max(0.001, best?.score ?? 0);
  const make = scene.makes.get(box) ?? NO_MAKE;
  const inside = best !== null && index >= from && index <= until;
  put(pen, inside ? 1 : 0);
  put(pen, inside ? box.depth - best.depth : -1);
  put(pen, log1p(box.characters));
  put(pen, share(box.linked, box.characters));
  put(pen, log1p(box.blocks));
  put(pen, share(up.characters, characters));
  put(pen, share(up.linked, up.characters));
  put(pen, log1p(up.blocks));
  put(pen, up.score / score);
  put(pen, share(upUp.characters, characters));
  put(pen, share(upUp.linked, upUp.characters));
  put(pen, upUp.score / score);
  put(pen, log1p(make.blocks));
  put(pen, share(make.words, make.blocks));
  put(pen, share(make.linked, make.characters));
  put(pen, share(make.characters, characters));
  put(pen, share(make.stops, make.blocks));
  put(
    pen,
    [up, upUp, best].some(
      (outer) => outer?.element.attribs['itemprop']?.toLowerCase() === 'articlebody',
    )
      ? 1
      : 0,
  );
}

function writeNeighbour(pen: Pen, block: Block, scene: Scene, step: number): void {
  const { blocks, shapes } = scene;
  const other = blocks[block.index + step];
  const shape = shapes[block.index + step];
  if (other === undefined || shape === undefined) {
    for (let at = 0; at < 6; at++) put(pen, -1);
    return;
  }
  put(pen, log1p(shape.words));
  put(pen, share(other.linked, other.characters));
  put(pen, shape.last);
  put(pen, TAG_CODE.get(other.box.name) ?? -1);
  put(pen, kinship(block, other, scene));
  put(pen, shape.line);
}

/** 3 in the same box, 2 in sibling boxes, 1 in boxes of the same make, 0 otherwise. */
function kinship({ box }: Block, other: Block, { makes }: Scene): number {
  if (other.box === box) return 3;
  if (other.box.parent === box.parent) return 2;
  return makes.get(other.box) === makes.get(box) ? 1 : 0;
}

/** Blocks since the last line of a kind (log); -1 before the first. */
function since(shapes: readonly Shape[], kind: number): Float32Array {
  const distances = new Float32Array(shapes.length);
  let last = -1;
  for (const [index, { line }] of shapes.entries()) {
    distances[index] = last < 0 ? -1 : log1p(index - last);
    if (line === kind) last = index;
  }
  return distances;
}
