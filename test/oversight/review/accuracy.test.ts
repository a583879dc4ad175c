// The random sample, accuracy from it alone, and gold lines from what was reviewed whole.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { accuracyOf } from '../../../oversight/review/accuracy.ts';
import { goldLine } from '../../../oversight/review/gold.ts';
import { type Candidate, drawSample } from '../../../oversight/review/sample.ts';
import type { Review } from '../../../schemas/review.ts';
import { readGold } from '../../gold/lines.ts';
import { article } from '../make.ts';
import { judged, review } from './make.ts';

const key = Buffer.alloc(32, 7);
const candidates = Array.from({ length: 200 }, (_, n): Candidate => ({
  id: `a${n}`,
  share: n % 4 === 0 ? 'seen' : 'irrelevant',
}));

test('the same articles at each asking, others on another day and for another key', () => {
  const drawn = drawSample(key, '2026-11-01', candidates);
  expect(drawn.map(({ share }) => share)).toEqual([
    ...Array<string>(8).fill('seen'),
    ...Array<string>(4).fill('irrelevant'),
  ]);
  expect(drawSample(key, '2026-11-01', candidates.toReversed())).toEqual(drawn);
  expect(drawSample(key, '2026-11-02', candidates)).not.toEqual(drawn);
  expect(drawSample(Buffer.alloc(32, 8), '2026-11-01', candidates)).not.toEqual(drawn);
});

test('every article is drawn as often as any other', () => {
  const counts = new Map<string, number>();
  const few = candidates.filter(({ share }) => share === 'seen').slice(0, 40);
  for (let day = 0; day < 500; day += 1)
    for (const { id } of drawSample(key, String(day), few))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  // 8 of 40 on 500 days: 100 each, standard deviation 9.
  for (const { id } of few) expect(Math.abs((counts.get(id) ?? 0) - 100)).toBeLessThan(45);
});

const whole = (n: number, given: string[], held: string[], sample: Review['sample'] = 'seen') =>
  review(
    n,
    held.map((tag) => judged(tag)),
    { article: `a${n}`, whole: true, sample, tagger: given },
  );

test('precision, misses, tags and regions are counted from the random sample alone', () => {
  const right = ['relevance', 'coverage:dugaan', 'primary:64.74'];
  const found = accuracyOf([
    whole(1, right, right),
    whole(2, right, ['relevance', 'coverage:sanksi', 'primary:64.74']),
    whole(3, right, ['primary:64.74']),
    whole(4, [], ['primary:64.02'], 'irrelevant'),
    whole(5, [], right, 'irrelevant'),
    // Picked by somebody, or only looked at in part: not counted.
    whole(6, right, [], null),
    review(7, [judged('relevance', false)], { article: 'a7', sample: 'seen', tagger: right }),
  ]);
  expect(found.articles).toBe(5);
  expect(found.precision).toMatchObject({ hits: 2, of: 3 });
  expect(found.aside).toMatchObject({ hits: 1, of: 2 });
  const dugaan = found.tags.find(({ tag }) => tag === 'coverage:dugaan');
  expect(dugaan).toMatchObject({ precision: { hits: 1, of: 2 }, recall: { hits: 1, of: 2 } });
  expect(found.regions).toMatchObject([
    { region: '64.74', right: { hits: 1, of: 4 } },
    { region: '64.02', right: { hits: 0, of: 1 } },
  ]);
});

test('the last whole review of an article counts', () => {
  const found = accuracyOf([
    whole(1, ['relevance'], []),
    { ...whole(2, ['relevance'], ['relevance']), article: 'a1' },
  ]);
  expect(found.precision).toMatchObject({ hits: 1, of: 1 });
});

test('intervals hold their share and stay within 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (of, wrong) => {
      const reviews = Array.from({ length: of }, (_, n) =>
        whole(n, ['relevance'], n < wrong ? [] : ['relevance']),
      );
      const { precision } = accuracyOf(reviews);
      if (precision === null) throw new Error('none');
      const { hits, low, high } = precision;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(hits / of + 1e-9);
      expect(high).toBeGreaterThanOrEqual(hits / of - 1e-9);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test('lines are those that the gold set reads; what was not reviewed whole is no line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-gold-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const line = goldLine(article(), [review(1, [], { whole: true, why: 'jelas' })], 1234);
  const path = join(folder, 'desk.jsonl');
  writeFileSync(path, `${JSON.stringify(line)}\n`);
  expect(readGold(path)).toMatchObject([{ id: 's234', why: 'jelas' }]);
  expect(goldLine(article(), [review(1, [judged('relevance')])], 0)).toBeNull();
});
