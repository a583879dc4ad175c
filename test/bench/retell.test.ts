// Made-up articles of filled archives: what a tag quotes stands where it says, and one in thirteen is a copy of another.
import { expect, test } from 'vitest';
import { createCorpus } from '../../bench/corpus.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { keyedText } from '../../pipeline/group/article.ts';
import { sameText } from '../../pipeline/group/same-text.ts';
import { Tags } from '../../schemas/tag.ts';

const corpus = createCorpus(loadKnowledge(KNOWLEDGE_DIR), 1_000);
const articles = Array.from({ length: 600 }, (_, number) => corpus(number));

test('every reason quotes the text or the title', () => {
  for (const article of articles) {
    expect(Tags.safeParse(article.tags).success).toBe(true);
    for (const { field, start, end, quote } of article.tags.reasons) {
      if (field !== 'title' && field !== 'text') continue;
      expect(quote).not.toBe('');
      expect(article[field].slice(start, end)).toBe(quote);
    }
  }
});

test('the same each time, in the order of days', () => {
  expect(corpus(77)).toEqual(articles[77]);
  expect((articles[590]?.published ?? '') > (articles[10]?.published ?? '')).toBe(true);
});

test('copies are copies, and neighbours are not', () => {
  const views = articles.slice(0, 200).map((article) => keyedText(article).view);
  const pairs = views.flatMap((a, at) =>
    views.slice(at + 1).flatMap((b, after) => (sameText(a, b).same ? [at + 1 + after] : [])),
  );
  expect(pairs).toEqual(Array.from({ length: 15 }, (_, at) => 13 * (at + 1)));
});
