// Names of boxes, elements and attributes are remembered from page to page; the pages that they were cut from are not.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { kindsOf } from '../../../pipeline/extract/vocabulary.ts';
import { lowerName } from '../../../pipeline/normalise/lower-case.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void; // what the flag exposes

const PAGES = 200;
const PAGE_BYTES = 1_000_000;

/** Megabytes more on the heap after a name that no other page has was read from each of the pages. */
function keptAfter(read: (name: string) => unknown): number {
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let page = 0; page < PAGES; page += 1) {
    const name = `post-of-this-page-alone-${page}`;
    const html = Buffer.alloc(PAGE_BYTES, `<div id="${name}">`).toString('latin1');
    read(html.slice(9, 9 + name.length));
  }
  collect();
  return (process.memoryUsage().heapUsed - before) / 1e6;
}

test.for([
  ['classes and ids', kindsOf],
  ['elements and attributes', lowerName],
] as const)('%s', ([, read]) => {
  expect(keptAfter(read)).toBeLessThan(20);
});
