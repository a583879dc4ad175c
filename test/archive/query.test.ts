// The search box: what it understands, and that nothing typed into it can break it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { parseQuery, toMatch } from '../../archive/query.ts';
import { HIT_END, HIT_START, snippet } from '../../archive/snippet.ts';
import { placedStems, stems } from '../../archive/words.ts';

test.for([
  ['langgar', 'langgar pelanggaran melanggar dilanggar Melanggarnya'],
  ['imbau', 'imbau mengimbau imbauan diimbau'],
  ['hadir', 'hadir menghadiri dihadiri kehadiran'],
  ['pilih', 'memilih pemilih pemilihan dipilih'],
  ['asn', 'ASN asn'],
  ['jose', 'José'],
] as const)('one stem: %s', ([want, words]) => {
  expect(stems(words)).toEqual(words.split(' ').map(() => want));
});

test('stems of a text, and their places', () => {
  expect(stems('Jum’at (3/11): non-ASN, Rp5.000!')).toEqual(
    'jum at 3 11 non asn rp5 000'.split(' '),
  );
  expect(stems('𝐀𝐒𝐍 netral😀asn a\udc00b e\u0301lite')).toEqual([
    '𝐀𝐒𝐍',
    'netral',
    'asn',
    'a',
    'b',
    'elite',
  ]);
});

/** The same rule as a regular expression. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

test('words are runs of letters, digits and marks in any text, each with its place', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
      (text) => {
        const placed = placedStems(text);
        expect(placed.map(({ start, end }) => text.slice(start, end))).toEqual(
          text.match(WORD) ?? [],
        );
        expect(placed.map(({ stem }) => stem)).toEqual(stems(text));
        for (const { stem, start, end } of placed) {
          expect(stems(text.slice(start, end))).toEqual([stem]);
        }
      },
    ),
  );
});

test.for([
  ['netralitas ASN', `("netralitas") AND ("asn")`],
  ['"kota bontang" melanggar', `("kota bontang") AND ("langgar")`],
  ['camat OR lurah netral', `("camat" OR "lurah") AND ("netral")`],
  ['asn -pilkades -"tim sukses"', `(("asn")) NOT ("pilkades" OR "tim sukses")`],
  ['-pilkades', 'NOT: ("pilkades")'],
  ['non-ASN', `("non asn")`],
  ['OR asn OR', `("asn")`],
  ['or', `("or")`],
  ['"belum selesai', `("belum selesa")`],
  ['NEAR(a b) * : ^ {x}', `("near a") AND ("b") AND ("x")`],
  ['', null],
  [' ?! "" - ', null],
] as const)('%s', ([text, want]) => {
  const expression = toMatch(parseQuery(text));
  expect(expression && `${expression.inverted ? 'NOT: ' : ''}${expression.match}`).toBe(want);
});

const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom('"', '-', 'OR', 'AND', 'NOT', 'NEAR(', ')', '*', ':', 'asn', ' ', '^', '+'),
      {
        maxLength: 150,
      },
    )
    .map((parts) => parts.join('')),
);

test('any input is a query that the index takes', () => {
  const archive = openArchive(':memory:');
  fc.assert(
    fc.property(anyQuery, anyQuery, (query, region) => {
      expect(archive.reports.articles({ query, region, site: query }, 1, 9).total).toBe(0);
      expect(archive.reports.facets({ query, region }).region).toEqual([]);
    }),
    { numRuns: 500 },
  );
  archive.close();
});

test('many terms: the first fifty count', () => {
  const { groups } = parseQuery('asn '.repeat(10_000));
  expect(groups).toHaveLength(50);
});

const marked = (text: string): string => text.replaceAll(HIT_START, '[').replaceAll(HIT_END, ']');

const words = (n: number, from = 0): string =>
  Array.from({ length: n }, (_, i) => `kata${i + from}`).join(' ');

test.for([
  ['the opening words', words(40), '', `${words(32)} …`],
  ['a short text whole', 'Pendek saja.\n\nTamat.', '', 'Pendek saja. Tamat.'],
  ['by stem', 'Ia melanggar.', 'pelanggaran', 'Ia [melanggar].'],
  ['a phrase as one', 'Non-ASN dan ASN', 'non-asn', '[Non-ASN] dan ASN'],
  ['no phrase where its words stand apart', 'ASN dan non', 'non-asn', 'ASN dan non'],
  [
    'far in',
    `${words(50)} netral ${words(50, 50)}`,
    'netral',
    `… ${words(6, 44)} [netral] ${words(25, 50)} …`,
  ],
  ['at the end', `${words(50)} netral.`, 'netral', `… ${words(31, 19)} [netral].`],
  ['marks of the page are not ours', `\uE000palsu\uE001 netral`, 'netral', 'palsu [netral]'],
  ['no words at all', '–', 'netral', '–'],
] as const)('snippet: %s', ([, text, query, want]) => {
  const { groups } = parseQuery(query);
  expect(marked(snippet(text, groups.flat()))).toBe(want);
});

test('a snippet is pieces of the text, and its marks are paired', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('asn', 'netral', 'di', '–', '\n', 'Melanggar,'), { maxLength: 80 }),
      (parts) => {
        const text = parts.join(' ');
        const shown = snippet(text, [['asn'], ['langgar', 'asn']]);
        const plain = shown.replaceAll(/[\uE000\uE001]|^… | …$/g, '');
        expect(text.replaceAll(/\s+/g, ' ')).toContain(plain.trim());
        expect(shown.split(HIT_START)).toHaveLength(shown.split(HIT_END).length);
        expect(shown.includes(HIT_START)).toBe(parts.includes('asn'));
      },
    ),
  );
});
