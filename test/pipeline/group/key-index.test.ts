// The key index answers as a plain scan would.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyIndex } from '../../../pipeline/group/key-index.ts';

const key = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const keys = fc.uniqueArray(key, { maxLength: 8 });

test('articles that share keys, as a scan finds them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ keys, removed: fc.boolean() }), { maxLength: 60 }),
      keys,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 6 }),
      (articles, asked, least, most) => {
        const index = createKeyIndex(1);
        for (const article of articles) {
          const number = index.add(article.keys);
          if (article.removed) index.remove(number);
        }
        const rare = asked.filter(
          (each) => articles.filter((article) => article.keys.includes(each)).length <= most,
        );
        const expected = articles.flatMap((article, at) => {
          const shared = rare.filter((each) => article.keys.includes(each)).length;
          return !article.removed && shared >= least ? [{ article: at, keys: shared }] : [];
        });
        expect(index.sharing(asked, least, most)).toEqual(expected);
      },
    ),
  );
});

test('the table grows', () => {
  const index = createKeyIndex(1);
  for (let article = 0; article < 5_000; article++) index.add([article, article + 1]);
  expect(index.sharing([4_000, 4_001], 2, 10)).toEqual([{ article: 4_000, keys: 2 }]);
});
