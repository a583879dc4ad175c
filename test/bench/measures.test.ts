// Every measure on a tiny size gives numbers; what they are worth is not tested.
import { expect, test } from 'vitest';
import type { Bench } from '../../bench/measure.ts';
import { MEASURES } from '../../bench/measures.ts';
import { paceOf } from '../../bench/measures/polite.ts';
import { take } from '../../bench/rounds.ts';
import { spreadOf } from '../../bench/statistics.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** What a run needs beside its pages: the polite one waits a second for each page of a host. */
const PAGES: Record<string, number> = { polite: 100 };

const bench = (pages: number): Omit<Bench, 'scratch'> => ({
  pages,
  sides: [{ name: 'Pantau', root: ROOT }],
  peers: null,
  say: () => {},
});

test.for(MEASURES.map((measure) => [measure.name, measure] as const))(
  '%s gives a number in each column',
  { timeout: 120_000 },
  async ([name, measure]) => {
    const result = await take(measure, 1, bench(PAGES[name] ?? 60));
    if (typeof result === 'string') return; // this machine lacks something for it, and says what
    const keys = measure.columns.map(({ key }) => key);
    for (const { faults, samples } of result.candidates) {
      expect(faults).toEqual([]);
      for (const sample of samples)
        expect(keys.filter((key) => !Number.isFinite(sample[key]))).toEqual([]);
    }
  },
);

test('a run that does not do its work is a fault, not a number', async () => {
  const [whole] = MEASURES;
  if (whole === undefined) throw new Error('there are no measures');
  const broken = {
    ...whole,
    prepare: () =>
      Promise.resolve({
        candidates: [
          { name: 'ours', run: () => Promise.resolve({ cpu: 2 }) },
          { name: 'peer', run: () => Promise.reject(new Error('half done')) },
        ],
      }),
  };
  const result = await take(broken, 2, bench(1));
  if (typeof result === 'string') throw new Error(result);
  const [ours, peer] = result.candidates;
  expect(ours?.spreads['cpu']).toEqual({ median: 2, min: 2, max: 2 });
  expect(peer).toMatchObject({ samples: [], faults: ['half done', 'half done'], oursByThis: {} });
});

test('ratios are of the same round, so that what slowed both does not count', async () => {
  const [whole] = MEASURES;
  if (whole === undefined) throw new Error('there are no measures');
  const slow = [1, 10, 3];
  const rounds = { ours: 0, peer: 0 };
  const paired = {
    ...whole,
    prepare: () =>
      Promise.resolve({
        candidates: [
          { name: 'ours', run: () => Promise.resolve({ cpu: slow[rounds.ours++] ?? 0 }) },
          { name: 'peer', run: () => Promise.resolve({ cpu: 4 * (slow[rounds.peer++] ?? 0) }) },
        ],
      }),
  };
  const result = await take(paired, 3, bench(1));
  if (typeof result === 'string') throw new Error(result);
  expect(result.candidates[1]?.oursByThis['cpu']).toEqual({ median: 0.25, min: 0.25, max: 0.25 });
});

test('median and spread; gaps of one host only', () => {
  expect(spreadOf([3, 1, 2, 10])).toEqual({ median: 2.5, min: 1, max: 10 });
  const visits = [
    { host: 1, at: 0 },
    { host: 2, at: 100 },
    { host: 1, at: 1000 },
    { host: 2, at: 1000 },
  ];
  expect(paceOf(visits)).toMatchObject({ rate: 2, shortest: 0.9, tooSoon: 1 });
});
