// The learner of weights: what it learns, what the prior holds, how classes are balanced, and that it repeats itself.
import { expect, test } from 'vitest';
import { classify, crossValidate, fit } from './softmax.ts';
import type { Plan, Sample } from './softmax.ts';

const PLAN: Plan = { classes: 2, prior: () => 0, penalty: 0.01, balance: 0, seen: 1, named: [] };
const of = (y: number, ...names: string[]): Sample => ({ x: new Map(names.map((n) => [n, 1])), y });
const samples = [of(0, 'a'), of(0, 'a', 'c'), of(1, 'b'), of(1, 'b', 'c'), of(0, 'a'), of(1, 'b')];

test('learns which feature speaks for which class', () => {
  const weights = fit(samples, PLAN);
  expect(classify(weights, new Map([['a', 1]]))).toBe(0);
  expect(classify(weights, new Map([['b', 1]]))).toBe(1);
});

test('a feature of one class is drawn towards what the prior says of it', () => {
  const prior = (name: string, label: number): number => Number(name === 'c' && label === 1);
  const row = fit(samples, { ...PLAN, prior, penalty: 10 })['c'] ?? [];
  expect(row[1]).toBeCloseTo(1, 1);
  expect(row[0]).toBeCloseTo(0, 1);
});

test('a feature seen too seldom gets no weight', () => {
  expect(Object.keys(fit(samples, { ...PLAN, seen: 3 }))).toEqual(['bias', 'a', 'b']);
});

test('a feature that is named keeps what the prior says of it, though never seen', () => {
  const prior = (name: string, label: number): number => Number(name === 'd' && label === 1);
  const row = fit(samples, { ...PLAN, prior, seen: 3, named: ['d'] })['d'];
  expect(row).toEqual([0, 1]);
});

test('balance keeps a rare class from being swallowed', () => {
  const many = [
    ...Array.from({ length: 20 }, () => of(0, 'x')),
    ...[1, 1, 1].map((y) => of(y, 'x', 'y')),
  ];
  const chanceOfRare = (balance: number): number => {
    const { bias = [], x = [] } = fit(many, { ...PLAN, balance, penalty: 1 });
    return (bias[1] ?? 0) + (x[1] ?? 0) - (bias[0] ?? 0) - (x[0] ?? 0);
  };
  expect(chanceOfRare(1)).toBeGreaterThan(chanceOfRare(0));
});

test('a sample that counts twice weighs as two', () => {
  const twice = samples.flatMap((sample) => (sample.y === 1 ? [sample, sample] : [sample]));
  const counted = samples.map((sample) => (sample.y === 1 ? { ...sample, counts: 2 } : sample));
  const [one, other] = [fit(twice, PLAN), fit(counted, PLAN)];
  for (const [name, row] of Object.entries(one)) {
    row.forEach((weight, label) => expect(other[name]?.[label]).toBeCloseTo(weight, 6));
  }
});

test('cross-validation classifies every sample once, and again the same', () => {
  const once = crossValidate(samples, PLAN, (at) => at % 3);
  expect(once).toHaveLength(samples.length);
  expect(once.every((label) => label === 0 || label === 1)).toBe(true);
  expect(crossValidate(samples, PLAN, (at) => at % 3)).toEqual(once);
});
