// Tokens: offsets point into the text, words are the same with a vocabulary and without one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNKNOWN, Vocabulary, tokenise } from '../../../pipeline/tag/words.ts';

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

/** Words of the press and odd ones: other scripts, letters whose lower case is longer, half a surrogate pair. */
const odd = fc.oneof(
  fc.constantFrom('Bupati', 'ASN', "Jum'at", 'Jum’at', 'İstanbul', 'ẞ', 'ǅ', '\u{10400}', '\ud800'),
  fc.constantFrom('constructor', '__proto__', 'K', 'x’', '’x', '`', ' ', '\n', '-', '2024'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(odd, { maxLength: 40 }).map((parts) => parts.join(''));

test('a vocabulary numbers words and changes nothing else', () => {
  fc.assert(
    fc.property(text, text, (known, read) => {
      const vocabulary = new Vocabulary();
      const numbers = new Map(tokenise(known).map(({ norm }) => [norm, vocabulary.add(norm)]));
      expect(new Set(numbers.values()).size).toBe(numbers.size);
      expect(vocabulary.size).toBe(numbers.size + 1);
      const plain = tokenise(read);
      for (const pass of [tokenise(read, vocabulary), tokenise(read, vocabulary)]) {
        expect(pass.map((token) => ({ ...token, word: UNKNOWN }))).toEqual(plain);
        for (const { norm, word } of pass) expect(word).toBe(numbers.get(norm) ?? UNKNOWN);
      }
    }),
  );
});

test('words are found again when the vocabulary has grown', () => {
  const vocabulary = new Vocabulary();
  const all = Array.from({ length: 3000 }, (_, index) => `kata${index}`);
  const numbers = all.map((word) => vocabulary.add(word));
  expect(numbers).toEqual(all.map((_, index) => index + 1));
  expect(all.map((word) => vocabulary.add(word))).toEqual(numbers);
  expect(vocabulary.numberOf('kata3000')).toBe(UNKNOWN);
});
