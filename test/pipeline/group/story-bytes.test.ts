// What tells a story apart comes back from its bytes as it was, wherever in memory these lie.
import { expect, test } from 'vitest';
import { storyBytes, storyOfBytes } from '../../../pipeline/group/story-bytes.ts';
import { viewStory } from '../../../pipeline/group/story.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf } from './set.ts';

const NOTHING = { id: '', outlet: '', title: '', text: '', published: null };

test('every view of the gold, and one of nothing', () => {
  const articles = [...readGold('test/gold/given.jsonl').slice(0, 100), NOTHING].map(articleOf);
  for (const [at, article] of articles.entries()) {
    const { view } = viewStory(article, at % 3 === 0 ? null : at);
    const bytes = storyBytes(view);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(storyOfBytes(shifted.subarray(1))).toEqual(view);
  }
});
