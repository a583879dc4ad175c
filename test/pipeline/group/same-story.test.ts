// One story in other words or two: what speaks for and against, and that any two articles can be compared.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupArticle } from '../../../pipeline/group/article.ts';
import { sameStory } from '../../../pipeline/group/same-story.ts';
import { viewStory } from '../../../pipeline/group/story.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf, BESIDE, RETOLD } from './set.ts';

const gold = new Map(readGold('test/gold/given.jsonl').map((line) => [line.id, line]));
function articleAt(id: string): GroupArticle {
  const told = [...RETOLD, ...BESIDE].find((each) => each.id === id) ?? gold.get(id);
  if (told === undefined) throw new Error(`no article ${id}`);
  return articleOf(told);
}

const report = articleAt('a010');
const retold = articleAt('r001');
const verdict = (a: GroupArticle, b: GroupArticle) =>
  sameStory(viewStory(a).view, viewStory(b).view);
const rules = (a: GroupArticle, b: GroupArticle) => verdict(a, b).reasons.map(({ rule }) => rule);

test('told in other words, with the reasons strongest first', () => {
  const { same, score, reasons } = verdict(report, retold);
  expect(same).toBe(true);
  expect(score).toBeGreaterThan(0.5);
  expect(reasons.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['names', 'named-day', 'topic']),
  );
  const weights = reasons.map(({ weight }) => Math.abs(weight));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

test('another story of the same place, week and speaker', () => {
  expect(verdict(report, articleAt('n001')).same).toBe(false);
  expect(verdict(retold, articleAt('n001')).same).toBe(false);
});

test('the same words of another place', () => {
  const elsewhere = { ...retold, tags: { ...retold.tags, primary: '12.19', regions: ['12.19'] } };
  expect(rules(report, elsewhere)).toContain('other-place');
  expect(verdict(report, elsewhere).same).toBe(false);
});

test('a province and one of its parts are no two places', () => {
  const province = { ...retold, tags: { ...retold.tags, primary: '18', regions: ['18'] } };
  expect(rules(report, province)).not.toContain('other-place');
});

test.for([
  [7, true],
  [8, false],
  [-8, false],
] as const)('%i days later', ([days, same]) => {
  const at = new Date(Date.parse(`${report.localDay}T00:00:00Z`) + days * 86_400_000);
  const later = { ...retold, localDay: at.toISOString().slice(0, 10) };
  expect(verdict(report, later).same).toBe(same);
});

test('an unknown day counts against, but does not decide', () => {
  const undated = { ...retold, localDay: null };
  expect(rules(report, undated)).toContain('unknown-day');
  expect(verdict(report, undated).same).toBe(true);
});

test('any two articles can be compared, in either order', () => {
  const article = fc.record({
    title: fc.string({ unit: 'binary', maxLength: 40 }),
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constant(report.text)),
    localDay: fc.option(fc.oneof(fc.string({ maxLength: 10 }), fc.constant('2024-10-07'))),
  });
  fc.assert(
    fc.property(article, article, (one, other) => {
      const a = { ...report, ...one };
      const b = { ...retold, ...other };
      expect(verdict(a, b).score).toBeCloseTo(verdict(b, a).score, 9);
    }),
  );
});
