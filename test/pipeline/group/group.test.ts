// Groups: what counts as first, that the order of arrival does not matter, that edits and removals leave no trace.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupArticle } from '../../../pipeline/group/article.ts';
import { cluster } from '../../../pipeline/group/cluster.ts';
import { byPublication } from '../../../pipeline/group/first.ts';
import { groupArticles } from '../../../pipeline/group/group-articles.ts';
import { createGrouping } from '../../../pipeline/group/group.ts';
import { createMemoryStore } from '../../../pipeline/group/memory-store.ts';
import type { MemoryStore } from '../../../pipeline/group/memory-store.ts';
import { readGold } from '../../gold/lines.ts';
import { buildSet } from './set.ts';

const members = buildSet(readGold('test/gold/given.jsonl').slice(9, 13));
const articles = members.map(({ article }) => article);

/** All that a store knows of groups, in one order. */
const state = (store: MemoryStore): string[] =>
  store
    .ids()
    .map((id) => {
      const text = store.placed(id)?.text ?? '';
      return `${id} ${text} ${store.storyOf(text)}`;
    })
    .sort();

function grouped(list: GroupArticle[]): string[] {
  const store = createMemoryStore();
  const grouping = createGrouping(store);
  for (const article of list) {
    store.set(article.id, article);
    grouping.put(article.id);
  }
  return state(store);
}

test('the order of arrival does not matter', () => {
  const expected = grouped(articles);
  expect(new Set(expected.map((line) => line.split(' ')[1])).size).toBeLessThan(articles.length);
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (order) => {
      expect(grouped(order)).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

test('articles edited, taken out and put back: as if only the last state had been there', () => {
  const step = fc.record({
    at: fc.nat(articles.length - 1),
    as: fc.nat(articles.length - 1),
    out: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const store = createMemoryStore();
      const grouping = createGrouping(store);
      const put = (id: string, article: GroupArticle | null): void => {
        store.set(id, article);
        grouping.put(id);
      };
      for (const article of articles) put(article.id, article);
      for (const { at, as, out } of steps) {
        const [one, other] = [articles[at], articles[as]];
        if (one && other) put(one.id, out ? null : { ...other, id: one.id });
      }
      const last = store.ids().flatMap((id) => store.article(id) ?? []);
      expect(state(store)).toEqual(grouped(last));
    }),
    { numRuns: 15 },
  );
});

const dated = (id: string, localDay: string | null, published: string | null, seen: string) => ({
  id,
  localDay,
  published,
  firstSeen: seen,
});

test('first is who published first, by the clock where there is one, else by what was seen', () => {
  const order = [
    dated('next-day', '2024-10-08', '2024-10-08T00:10:00+07:00', '2024-10-07T20:00:00.000Z'),
    dated('unknown', null, null, '2024-10-01T00:00:00.000Z'),
    dated('clock', '2024-10-07', '2024-10-07T09:16:00+07:00', '2024-10-07T05:00:00.000Z'),
    dated('seen-later', '2024-10-07', null, '2024-10-07T04:00:00.000Z'),
    dated('east', '2024-10-07', '2024-10-07T10:16:00+09:00', '2024-10-07T06:00:00.000Z'),
  ].sort(byPublication);
  expect(order.map(({ id }) => id)).toEqual(['east', 'clock', 'seen-later', 'next-day', 'unknown']);
});

test('four counts, and the first publisher named', () => {
  const gold = articles.find(({ id }) => id === 'a010');
  if (gold === undefined) throw new Error('a010 left the gold set');
  const copy = (id: string, outlet: string, seen: string): GroupArticle => ({
    ...gold,
    id,
    outlet,
    firstSeen: seen,
  });
  const { texts, counts } = groupArticles([
    copy('x', 'late.id', '2024-10-07T12:00:00.000Z'),
    copy('y', 'early.id', '2024-10-07T03:00:00.000Z'),
    ...articles.filter(({ id }) => id === 'r001' || id === 'n001'),
  ]);
  expect(counts).toEqual({ articles: 4, texts: 3, stories: 2, outlets: 3 });
  const text = texts.find(({ id }) => id === 'x');
  expect(text).toMatchObject({ articles: ['y', 'x'], first: { article: 'y', outlet: 'early.id' } });
});

test('a chain of reports, each like the next, is not one story', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f'];
  const links = (id: string) =>
    nodes
      .filter((other) => Math.abs(nodes.indexOf(other) - nodes.indexOf(id)) === 1)
      .map((text) => ({ text, score: 0.6 }));
  expect(Math.max(...cluster(nodes, links).map((group) => group.length))).toBeLessThan(4);
});
