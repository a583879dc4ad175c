// Phrase hits: longest and all hits are what they say, for every set of a book, whatever stands in the others.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseBook } from '../../../pipeline/tag/phrases.ts';
import type { Finder, Mode } from '../../../pipeline/tag/phrases.ts';

const phrasesOf = (names: string[]): { words: string; value: string }[] =>
  names.map((name) => ({ words: name, value: name }));

const book = new PhraseBook();
const findRegions = book.add(
  phrasesOf(['Aceh', 'Aceh Barat', 'Aceh Barat Daya', 'Barat', 'Daya Guna', '']),
);
const findFridays = book.add(phrasesOf(["Jum'at", 'Barat']));
const read = book.close();
const match = (text: string, mode: Mode, find: Finder<string> = findRegions) =>
  find(read(text), mode);

test('longest: the longest hit takes its words from the others', () => {
  const text = 'Bupati Aceh Barat Daya dan Aceh Barat';
  const hits = match(text, 'longest');
  expect(hits.map(({ value }) => value)).toEqual(['Aceh Barat Daya', 'Aceh Barat']);
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Aceh Barat Daya',
    'Aceh Barat',
  ]);
});

test('all: every hit, also inside of others', () => {
  const hits = match('aceh barat daya guna', 'all');
  expect(hits.map(({ value }) => value)).toEqual([
    'Aceh',
    'Aceh Barat',
    'Aceh Barat Daya',
    'Barat',
    'Daya Guna',
  ]);
});

test('a phrase is not found inside of a word', () => {
  expect(match('Acehnese baratdaya', 'all')).toEqual([]);
});

test('each set finds its own phrases', () => {
  expect(match('Jum’at di Aceh Barat', 'all', findFridays).map(({ value }) => value)).toEqual([
    "Jum'at",
    'Barat',
  ]);
});

test('a set that comes after the book is closed is a mistake of ours', () => {
  expect(() => book.add(phrasesOf(['x']))).toThrow(/closed/);
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
      const finders = all.map((names) => own.add(phrasesOf(names)));
      const text = own.close()(words.join(' '));
      finders.forEach((find, index) => {
        const hits = find(text, 'all');
        expect(hits.map(({ value }) => value)).toEqual(plainly(all[index] ?? [], words));
        let free = 0;
        const longest = words.flatMap((_, from) => {
          const here = from < free ? [] : hits.filter((hit) => hit.from === from);
          const most = Math.max(0, ...here.map(({ to }) => to));
          free = Math.max(free, most);
          return here.filter(({ to }) => to === most);
        });
        expect(find(text, 'longest')).toEqual(longest);
      });
    }),
  );
});
