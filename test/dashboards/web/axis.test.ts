// Axes that end at round numbers, and legends that know how many lines they take.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { legendLines, roundUp } from '../../../dashboards/web/charts/axis.ts';

test.for<[number, number]>([
  [1, 1],
  [3, 3],
  [6, 6],
  [7, 8],
  [23, 25],
  [101, 150],
  [4030, 5000],
])('an axis up to %i ends at %i', ([most, end]) => {
  expect(roundUp(most)).toBe(end);
});

test('an axis ends at or above what it shows, and not far above', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), (most) => {
      const end = roundUp(most);
      expect(Number.isInteger(end)).toBe(true);
      expect(end).toBeGreaterThanOrEqual(most);
      expect(end).toBeLessThanOrEqual(most * 1.5 + 1);
    }),
  );
});

test('a legend breaks where the next name does not fit; a name longer than a line has one to itself', () => {
  expect(legendLines([], 400)).toBe(1);
  expect(legendLines(['Artikel', 'Naskah', 'Cerita'], 400)).toBe(1);
  expect(legendLines(['Artikel', 'Naskah', 'Cerita'], 200)).toBe(2);
  expect(legendLines(['x'.repeat(90), 'y'.repeat(90)], 400)).toBe(2);
});
