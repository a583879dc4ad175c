// Grouping on the set built from the gold: pairs F1. The figures stand in docs/grouping.md; floors only rise.
import { describe, expect, test } from 'vitest';
import { groupArticles } from '../../../pipeline/group/group-articles.ts';
import { readGold } from '../../gold/lines.ts';
import { scorePairs } from './score.ts';
import type { PairScore } from './score.ts';
import { buildSet, RETOLD } from './set.ts';
import type { Member } from './set.ts';

type Scores = { copies: PairScore; stories: PairScore; retold: PairScore };

function score(members: Member[]): Scores {
  const { texts } = groupArticles(members.map(({ article }) => article));
  const textOf = new Map(texts.flatMap(({ id, articles }) => articles.map((one) => [one, id])));
  const storyOf = new Map(texts.map(({ id, story }) => [id, story]));
  const text = ({ article }: Member): string => textOf.get(article.id) ?? '';
  const story = (member: Member): string => storyOf.get(text(member)) ?? '';
  const stories = { known: (member: Member): string => member.story, found: story };
  return {
    copies: scorePairs(members, { known: (member) => member.text, found: text }),
    stories: scorePairs(members, stories),
    retold: scorePairs(members, { ...stories, ignore: (a, b) => a.text === b.text }),
  };
}

const why = ({ wrong, examples }: PairScore): string =>
  [...[...wrong].map(([kind, count]) => `${kind}: ${count}`), ...examples.slice(0, 20)].join('\n');

test('at least forty stories are retold by hand', () => {
  expect(new Set(RETOLD.map(({ of }) => of)).size).toBeGreaterThanOrEqual(40);
});

describe.for([
  { name: 'given and own', files: ['given', 'own-dev'], retold: 0.85 },
  { name: 'own, held out', files: ['own-heldout'], retold: null },
])('$name', ({ files, retold }) => {
  const scores = score(buildSet(files.flatMap((file) => readGold(`test/gold/${file}.jsonl`))));

  test('copies', () => {
    expect(scores.copies.f1, why(scores.copies)).toBeGreaterThanOrEqual(0.99);
  });
  test('stories, copies of their texts included', () => {
    expect(scores.stories.f1, why(scores.stories)).toBeGreaterThanOrEqual(0.98);
  });
  test.skipIf(retold === null)('stories, pairs of different texts only', () => {
    expect(scores.retold.f1, why(scores.retold)).toBeGreaterThanOrEqual(retold ?? 1);
  });
});
