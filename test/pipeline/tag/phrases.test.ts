// Tokens and phrase hits: offsets point into the text, longest and all hits are what they say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher, tokenise } from '../../../pipeline/tag/phrases.ts';

const words = (text: string): string[] => tokenise(text).map(({ norm }) => norm);

test.for([
  { text: 'Tapin-Banjar', tokens: ['tapin', 'banjar'] },
  { text: 'Jum’at (5/11/2024)', tokens: ["jum'at", '5', '11', '2024'] },
  { text: 'Ma`ruf ma’ruf', tokens: ["ma'ruf", "ma'ruf"] },
  { text: '“Pemkot”, kata dia.', tokens: ['pemkot', 'kata', 'dia'] },
  { text: '', tokens: [] },
])('splits $text', ({ text, tokens }) => {
  expect(words(text)).toEqual(tokens);
});

test('tokens are spans of the text, in order, without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0;
      for (const { start, end, norm } of tokenise(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).toLowerCase().replaceAll(/[’ʼ`]/g, "'")).toBe(norm);
        last = end;
      }
    }),
  );
});

const match = buildMatcher(
  ['Aceh', 'Aceh Barat', 'Aceh Barat Daya', 'Barat', 'Daya Guna'].map((name) => ({
    words: name,
    value: name,
  })),
);

test('longest: the longest hit takes its words from the others', () => {
  const text = 'Bupati Aceh Barat Daya dan Aceh Barat';
  const hits = match(tokenise(text), 'longest');
  expect(hits.map(({ value }) => value)).toEqual(['Aceh Barat Daya', 'Aceh Barat']);
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Aceh Barat Daya',
    'Aceh Barat',
  ]);
});

test('all: every hit, also inside of others', () => {
  const hits = match(tokenise('aceh barat daya guna'), 'all');
  expect(hits.map(({ value }) => value)).toEqual([
    'Aceh',
    'Aceh Barat',
    'Aceh Barat Daya',
    'Barat',
    'Daya Guna',
  ]);
});

test('a phrase is not found inside of a word', () => {
  expect(match(tokenise('Acehnese baratdaya'), 'all')).toEqual([]);
});
