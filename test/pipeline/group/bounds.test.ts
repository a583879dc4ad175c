// What a put costs does not grow with the groups, counted in what it reads and writes; and large groups stay right.
import { expect, test } from 'vitest';
import type { GroupArticle } from '../../../pipeline/group/article.ts';
import { createGrouping } from '../../../pipeline/group/group.ts';
import { createMemoryStore } from '../../../pipeline/group/memory-store.ts';
import type { MemoryStore } from '../../../pipeline/group/memory-store.ts';
import { ANCHORS } from '../../../pipeline/group/place-text.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf } from './set.ts';
import { cutTo, edited, spun } from './variants.ts';

const gold = readGold('test/gold/given.jsonl');
const line = gold.find(({ id }) => id === 'a010') ?? gold[0];
const other = gold.find(({ id }) => id === 'n010') ?? gold[20];
if (line === undefined || other === undefined) throw new Error('the gold set is empty');
const [model, elsewhere] = [articleOf(line), articleOf(other)];

type Counted = { store: MemoryStore; counts: { rows: number; articles: number; renames: number } };

/** The store, with all that is asked of it counted: calls, and the rows of their answers or arguments. */
function counted(): Counted {
  const counts = { rows: 0, articles: 0, renames: 0 };
  const inner = createMemoryStore();
  const store = new Proxy(inner, {
    get: (target, name: keyof MemoryStore) => {
      const call = target[name] as (...values: unknown[]) => unknown; // every member is a function
      return (...values: unknown[]): unknown => {
        const answer = call(...values);
        const lists = [...values, answer].filter((each) => Array.isArray(each));
        counts.rows += 1 + lists.reduce((sum, { length }) => sum + length, 0);
        if (name === 'article') counts.articles += 1;
        if (name === 'renameText' || name === 'moveAnchor') counts.renames += 1;
        return answer;
      };
    },
  });
  return { store, counts };
}

/** Puts them one by one; what each put cost. */
function putAll({ store, counts }: Counted, articles: GroupArticle[]): Counted['counts'][] {
  const grouping = createGrouping(store);
  return articles.map((article) => {
    store.set(article.id, article);
    const before = { ...counts };
    grouping.put(article.id);
    return {
      rows: counts.rows - before.rows,
      articles: counts.articles - before.articles,
      renames: counts.renames - before.renames,
    };
  });
}

/** Copies as newspapers make them: one word in ten and a paragraph of their own, every third cut. */
const copy = (n: number): GroupArticle => {
  const text = edited(spun(model.text, 0.1, n), `Koran${n}`);
  const own = `\n\nNarasumber${n} membenarkan hal itu pada hari ke-${n}.`;
  // ids in an order of their own, as the archive's are
  const id = ((n * 7_919) % 100_003).toString().padStart(6, '0');
  return { ...model, id, text: n % 3 === 0 ? cutTo(text, 0.5) : text + own };
};
const copies = (count: number): GroupArticle[] => Array.from({ length: count }, (_, n) => copy(n));

const most = (costs: Counted['counts'][], of: keyof Counted['counts']): number =>
  Math.max(...costs.map((cost) => cost[of]));

test('the thousandth copy costs what the hundredth did', () => {
  const work = counted();
  const costs = putAll(work, copies(1_000));
  expect(most(costs, 'rows')).toBeLessThan(1_000);
  expect(most(costs.slice(100), 'rows')).toBeLessThan(250);
  expect(most(costs.slice(100), 'articles')).toBeLessThan(5);
  expect(most(costs.slice(ANCHORS), 'renames')).toBe(0);
  expect(new Set(work.store.ids().map((id) => work.store.placed(id)?.text)).size).toBe(1);
});

test('so does the thousandth text of one place and week', () => {
  const sentences = gold.flatMap(({ text }) => text.split(/(?<=\.)\s+/));
  const told = (n: number): GroupArticle => {
    const own = Array.from(
      { length: 8 },
      (_, at) => sentences[(n * 31 + at * 97) % sentences.length],
    );
    return {
      ...model,
      id: `t${n}`,
      title: `Kabar ${n}`,
      text: [...own, model.text.slice(0, 200)].join(' '),
    };
  };
  const costs = putAll(
    counted(),
    Array.from({ length: 1_000 }, (_, n) => told(n)),
  );
  expect(most(costs, 'rows')).toBeLessThan(8_000);
  expect(most(costs.slice(-100), 'articles')).toBeLessThan(200);
});

test('an anchor that becomes another text leaves its followers in theirs', () => {
  const work = counted();
  const all = copies(60);
  const grouping = createGrouping(work.store);
  putAll(work, all);
  const left = all.slice(0, ANCHORS + 4);
  const costs = left.map(({ id }) => {
    work.store.set(id, { ...elsewhere, id });
    const before = work.counts.rows;
    grouping.put(id);
    return work.counts.rows - before;
  });
  const textOf = ({ id }: GroupArticle): string | undefined => work.store.placed(id)?.text;
  const [stayed, gone] = [new Set(all.slice(left.length).map(textOf)), new Set(left.map(textOf))];
  expect([stayed.size, gone.size]).toEqual([1, 1]);
  expect([...stayed]).not.toEqual([...gone]);
  const [text = ''] = [...stayed];
  expect(work.store.anchorCount(text ?? '', 1)).toBe(1);
  expect(work.store.placed(text ?? '')?.text).toBe(text);
  expect(work.store.told(text ?? '')).toEqual(work.store.toldNow(text ?? ''));
  expect(Math.max(...costs)).toBeLessThan(2_000);
});

test('the last of a text leaves nothing behind', () => {
  const work = counted();
  const all = copies(20);
  const grouping = createGrouping(work.store);
  putAll(work, all);
  for (const { id } of all) {
    work.store.set(id, null);
    grouping.put(id);
  }
  for (const { id } of all) {
    expect(work.store.placed(id)).toBeNull();
    expect(work.store.told(id)).toBeNull();
    expect(work.store.storyOf(id)).toBeNull();
    expect(work.store.textLinks(id)).toEqual([]);
  }
});

test('tags that texts are not compared by leave an article where it is', () => {
  const work = counted();
  putAll(work, copies(30));
  const grouping = createGrouping(work.store);
  const [, one = model] = copies(2);
  work.store.set(one.id, { ...one, tags: { ...one.tags, coverage: 'lainnya' } });
  const before = { ...work.counts };
  grouping.put(one.id);
  expect(work.counts.rows - before.rows).toBeLessThan(60);
  expect(work.store.placed(one.id)?.text).toBe(
    work.store.firstAnchor(work.store.placed(one.id)?.text ?? ''),
  );
});
