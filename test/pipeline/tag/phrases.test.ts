// Phrase hits: longest and all hits are what they say, for every set of a book, whatever stands in the others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseBook } from '../../../pipeline/tag/phrases.ts';
import type { Hit } from '../../../pipeline/tag/phrases.ts';

const phrasesOf = (names: string[]): { words: string; value: string }[] =>
  names.map((name) => ({ words: name, value: name }));

const REGIONS = ['Aceh', 'Aceh Barat', 'Aceh Barat Daya', 'Barat', 'Daya Guna', ''];
const book = new PhraseBook();
const findAll = book.add(phrasesOf(REGIONS), 'all');
const findLongest = book.add(phrasesOf(REGIONS), 'longest');
const findFridays = book.add(phrasesOf(["Jum'at", 'Barat']), 'all');
const isOffice = book.addWords(['bupati', 'camat']);
const read = book.close();
const valuesOf = (hits: Hit<string>[]): string[] => hits.map(({ value }) => value);

test('longest: the longest hit takes its words from the others', () => {
  const text = 'Bupati Aceh Barat Daya dan Aceh Barat';
  const hits = findLongest(read(text));
  expect(valuesOf(hits)).toEqual(['Aceh Barat Daya', 'Aceh Barat']);
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Aceh Barat Daya',
    'Aceh Barat',
  ]);
});

test('all: every hit, also inside of others', () => {
  expect(valuesOf(findAll(read('aceh barat daya guna')))).toEqual([
    'Aceh',
    'Aceh Barat',
    'Aceh Barat Daya',
    'Barat',
    'Daya Guna',
  ]);
});

test('single words are told by their number', () => {
  expect(read('Bupati Aceh dan seorang CAMAT').tokens.map(isOffice)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('a phrase is not found inside of a word', () => {
  expect(findAll(read('Acehnese baratdaya'))).toEqual([]);
});

test('each set finds its own phrases', () => {
  expect(valuesOf(findFridays(read('Jum’at di Aceh Barat')))).toEqual(["Jum'at", 'Barat']);
});

test('a set that comes after the book is closed is a mistake of ours', () => {
  expect(() => book.add(phrasesOf(['x']), 'all')).toThrow(/closed/);
});

/** What the trie must find, by trying every phrase at every word. */
function plainly(names: string[], words: string[]): string[] {
  return words.flatMap((_, from) =>
    [1, 2, 3].flatMap((size) => {
      const run = words.slice(from, from + size).join(' ');
      return run.split(' ').length === size ? names.filter((name) => name === run) : [];
    }),
  );
}

test('whatever the phrases and the text, all and longest hits are those that trying gives', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const sets = fc.array(fc.array(phrase, { maxLength: 8 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(sets, fc.array(word, { maxLength: 30 }), (all, words) => {
      const own = new PhraseBook();
      const finders = all.map((names) => ({
        names,
        every: own.add(phrasesOf(names), 'all'),
        longest: own.add(phrasesOf(names), 'longest'),
      }));
      const text = own.close()(words.join(' '));
      for (const { names, every, longest } of finders) {
        const hits = every(text);
        expect(valuesOf(hits)).toEqual(plainly(names, words));
        let free = 0;
        const expected = words.flatMap((_, from) => {
          const here = from < free ? [] : hits.filter((hit) => hit.from === from);
          const most = Math.max(0, ...here.map(({ to }) => to));
          free = Math.max(free, most);
          return here.filter(({ to }) => to === most);
        });
        expect(longest(text)).toEqual(expected);
      }
    }),
  );
});
