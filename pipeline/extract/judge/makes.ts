// Boxes of a page → their make: element and first class over three levels, which the boxes that a template repeats share.
import type { Box } from '../blocks.ts';

/** Sums over all blocks in boxes of one make. */
export type Make = {
  blocks: number;
  words: number;
  linked: number;
  characters: number;
  stops: number;
};

/** More than a page has elements. */
const MANY = 2 ** 26;

/** The make of a box of one page, the same object for boxes of the same make. */
export function createMakes(): (box: Box) => Make {
  const labels = new Map<string, number>();
  const byBox = new Map<Box, number>();
  const pairs = new Map<number, number>();
  const makes = new Map<number, Make>();
  const labelOf = (box: Box | null): number => {
    if (box === null) return 0;
    let label = byBox.get(box);
    if (label === undefined) byBox.set(box, (label = numberOf(labels, textOf(box))));
    return label;
  };
  return (box) => {
    const up = box.parent;
    const pair = numberOf(pairs, labelOf(box) * MANY + labelOf(up));
    const key = pair * MANY + labelOf(up?.parent ?? null);
    let make = makes.get(key);
    if (make === undefined)
      makes.set(key, (make = { blocks: 0, words: 0, linked: 0, characters: 0, stops: 0 }));
    return make;
  };
}

/** 1, 2, 3 … for each new key. */
function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}

/** 'div.post-#': numbers in a class count the boxes. */
function textOf({ name, element }: Box): string {
  const classes = element.attribs['class']?.trimStart() ?? '';
  const end = classes.search(/\s/);
  return `${name}.${(end < 0 ? classes : classes.slice(0, end)).replace(/\d+/g, '#')}`;
}
