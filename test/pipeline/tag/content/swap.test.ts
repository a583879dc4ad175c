// The content taggers follow what an article says: gold lines with other speakers, foreign links, cut, in one case alone.
// Each share is of the lines that are read rightly as they stand.
import { expect, test } from 'vitest';
import type { ContentTags } from '../../../../pipeline/tag/parts.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { cut, readGold, recased, renamed, withLinks } from '../variants.ts';
import type { Labelled } from '../variants.ts';
import { contentOf } from './read.ts';

const gold = readGold('test/gold/given.jsonl');
const plain = new Map(gold.map(({ id, input }) => [id, contentOf(input)]));

/** Share of the lines for which the tags of the changed article keep what `same` looks at. */
function kept(
  change: (article: Labelled) => TagInput,
  same: (tags: ContentTags) => unknown,
  among: Labelled[] = gold,
): number {
  const steady = among.filter((article) => {
    const before = plain.get(article.id);
    if (before === undefined) return false;
    return JSON.stringify(same(contentOf(change(article)))) === JSON.stringify(same(before));
  });
  return steady.length / among.length;
}

const others = (article: Labelled): Labelled[] => {
  const at = gold.indexOf(article);
  return [7, 31, 73].map((step) => gold[(at + step) % gold.length] ?? article);
};
const relevance = (tags: ContentTags): unknown => tags.relevant;
const kind = (tags: ContentTags): unknown => tags.coverage;
const acts = (tags: ContentTags): unknown => [tags.actors, tags.violations];
const names = (tags: ContentTags): string[] =>
  tags.speakers.map(({ name }) => name.toLowerCase()).sort();

test('links to other articles change nothing', () => {
  const change = (article: Labelled): TagInput => withLinks(article, others(article));
  expect(kept(change, relevance)).toBeGreaterThanOrEqual(0.98);
  expect(kept(change, kind)).toBeGreaterThanOrEqual(0.95);
  expect(kept(change, acts)).toBeGreaterThanOrEqual(0.95);
  expect(kept(change, names)).toBeGreaterThanOrEqual(0.95);
});

test('an article without its last paragraph is about the same', () => {
  expect(kept(cut, relevance)).toBeGreaterThanOrEqual(0.97);
  expect(kept(cut, kind)).toBeGreaterThanOrEqual(0.9);
});

test.for(['upper', 'lower'] as const)('in %s case alone all but names is read alike', (to) => {
  const change = (article: Labelled): TagInput => recased(article, to);
  expect(kept(change, relevance)).toBeGreaterThanOrEqual(0.98);
  expect(kept(change, acts)).toBeGreaterThanOrEqual(0.95);
  const found = gold.flatMap((article) => {
    const tags = names(contentOf(change(article)));
    return article.speakers.map((name) =>
      tags.some((tag) => name.toLowerCase().includes(tag) || tag.includes(name.toLowerCase())),
    );
  });
  expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.8);
});

/** Surnames of all parts of the country, one like a place, one like a month, one short. */
const STRANGERS = [
  'Rumbewas Tabuni',
  'Sahala Nainggolan',
  'Ni Luh Sukerti',
  'Agam Pratama',
  'Juni Wonda',
  'Oei Tan',
];

test('speakers follow the names that stand in the text', () => {
  const spoken = gold.filter(
    ({ speakers }) => speakers.length > 0 && speakers.length <= STRANGERS.length,
  );
  const hits = spoken.flatMap((article) => {
    const input = renamed(article, STRANGERS);
    const tags = names(contentOf(input));
    return article.speakers.flatMap((old, index) => {
      const name = (STRANGERS[index] ?? '').toLowerCase();
      if (!names(plain.get(article.id) ?? contentOf(article.input)).includes(old.toLowerCase()))
        return [];
      return [tags.some((tag) => name.includes(tag) || tag.includes(name))];
    });
  });
  expect(hits.length).toBeGreaterThan(60);
  expect(hits.filter(Boolean).length / hits.length).toBeGreaterThanOrEqual(0.95);
});
