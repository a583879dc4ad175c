// Copy or not: what newspapers do to a text they take over, and what only looks like a copy.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewText } from '../../../pipeline/group/article.ts';
import { sameText } from '../../../pipeline/group/same-text.ts';
import { readGold } from '../../gold/lines.ts';
import { articleOf, twinOf } from './set.ts';
import { amp, cutTo, edited, noisy, spun } from './variants.ts';
import type { Story } from './variants.ts';

const gold = readGold('test/gold/given.jsonl');
const line = gold.find(({ id }) => id === 'a010') ?? gold[0];
if (line === undefined) throw new Error('the gold set is empty');
const view = (story: Story) => viewText(articleOf(story));
const original = view(line);
const withText = (text: string) => view({ ...line, text });

test.for([
  ['retitled', view({ ...line, title: 'Mobil Dinas Penuh Kaus, Camat Ini Diperiksa' })],
  ['half of it', withText(cutTo(line.text, 0.5))],
  ['the lead', withText(cutTo(line.text, 0.2))],
  ['a middle paragraph left out', withText(edited(line.text, 'Medan, Posnews'))],
  ['other links and bylines', withText(noisy(line.text, ['Judul Lain', 'Kabar Kota'], 1))],
  ['AMP', withText(amp(line.text))],
  ['a third of the words spun', withText(spun(line.text, 0.33, 4))],
  ['spun and cut', withText(spun(cutTo(line.text, 0.5), 0.25, 4))],
  ['without capitals', withText(line.text.toLowerCase())],
  ['in capitals', withText(line.text.toUpperCase())],
] as const)('the same text: %s', ([, copy]) => {
  expect(sameText(original, copy)).toMatchObject({ same: true });
  expect(sameText(copy, original)).toMatchObject({ same: true });
});

test('a release with the name of another place and other persons is another text', () => {
  const twins = gold.flatMap((each, seed) => {
    const twin = twinOf(each, seed);
    return twin === null ? [] : [sameText(view(each), view(twin)).same];
  });
  expect(twins.length).toBeGreaterThan(100);
  expect(twins.filter(Boolean).length).toBeLessThanOrEqual(3);
});

test('one item of a roundup is not the roundup', () => {
  const other = gold.slice(20, 26).map(({ text }) => text);
  expect(sameText(original, withText([...other, line.text].join('\n\n')))).toMatchObject({
    same: false,
    reason: 'part-of-roundup',
  });
});

test('captions are the same with an equal title only', () => {
  const caption = 'Simak berita selengkapnya dalam tayangan video berikut ini.';
  const [a, b] = [withText(caption), view({ ...line, title: 'Lain', text: caption })];
  expect(sameText(a, a).same).toBe(true);
  expect(sameText(a, b)).toMatchObject({ same: false, reason: 'too-short' });
});

test('any two texts can be compared, in either order', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...gold.slice(0, 20).map((each) => each.text)),
    fc
      .array(fc.constantFrom('Bawaslu', 'Bontang', 'Rosnawati', 'kata', '12', '. '), {
        maxLength: 60,
      })
      .map((words) => words.join(' ')),
  );
  const tags = articleOf(line).tags;
  fc.assert(
    fc.property(text, text, (one, other) => {
      const a = viewText({ title: '', text: one, tags });
      const b = viewText({ title: '', text: other, tags });
      expect(sameText(a, b)).toEqual(sameText(b, a));
    }),
  );
});
