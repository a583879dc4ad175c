// Sketches: texts that they tell apart are apart by their whole words too.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedText } from '../../../pipeline/group/article.ts';
import { contained, hashSet } from '../../../pipeline/group/hash-set.ts';
import { sharesLess, sketchOf } from '../../../pipeline/group/sketch.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf } from './set.ts';
import { cutTo, spun } from './variants.ts';

const SHARE = 0.22;
const hash = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const runs = (most: number) => fc.array(hash, { minLength: 1, maxLength: most }).map(hashSet);

test('of texts with whole sketches nothing is said that is not so', () => {
  fc.assert(
    fc.property(runs(120), runs(120), runs(120), (own, both, others) => {
      const [a, b] = [hashSet([...own, ...both]), hashSet([...others, ...both])];
      const [few, many] = a.length <= b.length ? [a, b] : [b, a];
      const less = sharesLess(sketchOf(a), sketchOf(b), SHARE);
      expect(sharesLess(sketchOf(b), sketchOf(a), SHARE)).toBe(less);
      if (less) expect(contained(few, many)).toBeLessThan(SHARE);
    }),
  );
});

/** `count` numbers that are the same each time, spread over the range of hashes. */
const spread = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.imul(from + at, 0x9e3779b1) >>> 0);

test.for([
  { whole: 1_000, other: 1_000, common: 300, less: false },
  { whole: 20_000, other: 400, common: 200, less: false },
  { whole: 2_000, other: 400, common: 10, less: true },
  // too little of the short one is in the sample of the long one to say
  { whole: 20_000, other: 400, common: 10, less: false },
  { whole: 1_000, other: 1_000, common: 20, less: true },
  { whole: 200, other: 30, common: 0, less: true },
])('of $whole and $other runs $common are shared', ({ whole, other, common, less }) => {
  const a = hashSet(spread(1, whole));
  const b = hashSet([...spread(1, common), ...spread(1_000_003, other - common)]);
  expect(sharesLess(sketchOf(a), sketchOf(b), SHARE)).toBe(less);
});

test.for([0, 1, 257, 100_000])('%i runs fit', (count) => {
  const sketch = sketchOf(hashSet(spread(7, count)));
  expect(sketch.length).toBeLessThanOrEqual(257);
  expect([...sketch.subarray(1)]).toEqual([...sketch.subarray(1)].sort((a, b) => a - b));
  expect(sharesLess(sketch, sketch, SHARE)).toBe(false);
});

test('copies of the gold are not ruled out, and nearly all others are', () => {
  const gold = readGold('test/gold/given.jsonl').slice(0, 120).map(articleOf);
  const sketches = gold.map((article) => keyedText(article).sketch);
  for (const [at, article] of gold.entries()) {
    const text = cutTo(spun(article.text, 0.3, at), 0.5);
    expect(
      sharesLess(keyedText({ ...article, text }).sketch, sketches[at] ?? new Uint16Array(), SHARE),
    ).toBe(false);
  }
  const pairs = sketches.flatMap((a, at) =>
    sketches.slice(at + 1).map((b) => sharesLess(a, b, SHARE)),
  );
  expect(pairs.filter((less) => !less).length / pairs.length).toBeLessThan(0.01);
});
