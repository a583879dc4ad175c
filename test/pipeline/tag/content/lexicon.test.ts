// Patterns of the lexicon: alternatives, options, gaps, longest match, the border of a sentence, faulty rows.
import { expect, test } from 'vitest';
import { compileLexicon } from '../../../../pipeline/tag/content/lexicon.ts';
import type { LexiconHit } from '../../../../pipeline/tag/content/lexicon.ts';
import { createDocumentReader } from '../../../../pipeline/tag/document.ts';
import { PhraseBook } from '../../../../pipeline/tag/phrases.ts';
import type { Mode } from '../../../../pipeline/tag/trie.ts';
import type { LexiconRow } from '../../../../schemas/lexicon.ts';
import { inputOf, knowledge } from '../input.ts';

const row = (pattern: string, id = pattern): LexiconRow => ({
  id,
  class: 'x',
  pattern,
  weight: 1,
  source: 'test',
});

const finderOf = (patterns: string[], mode: Mode): ((text: string) => LexiconHit[]) =>
  rowsFinder(
    patterns.map((pattern) => row(pattern)),
    mode,
  );

function rowsFinder(rows: LexiconRow[], mode: Mode): (text: string) => LexiconHit[] {
  const book = new PhraseBook();
  const find = compileLexicon(rows, mode, book);
  const read = createDocumentReader([], book);
  return (text) => find(read(inputOf({ text })).text);
}

function found(patterns: string[], text: string, mode: Mode = 'all'): string[] {
  const find = finderOf(patterns, mode);
  return find(text).map(({ start, end }) => text.slice(start, end));
}

test.for([
  ['hadir|menghadiri kampanye', 'Camat menghadiri kampanye', ['menghadiri kampanye']],
  ['tim sukses|', 'Ia masuk tim sukses', ['tim', 'tim sukses']],
  ['hadir ~2 kampanye', 'Ia hadir di acara kampanye', ['hadir di acara kampanye']],
  ['hadir ~1 kampanye', 'Ia hadir di acara kampanye', []],
  [
    'foto ~3 calon ~2 bupati',
    'Foto bersama calon wakil bupati',
    ['Foto bersama calon wakil bupati'],
  ],
  ['foto ~9 calon', 'Ia berbagi foto. Calon itu senang', []],
  ['grup_wa|medsos', 'Lewat grup WA', ['grup WA']],
  ["jum'at", 'Jum’at pagi', ['Jum’at']],
] as const)('%s in "%s"', ([pattern, text, hits]) => {
  expect(found([pattern], text)).toEqual([...hits]);
});

test('the longest phrase takes its words from a shorter one', () => {
  expect(
    found(['aparat', 'aparat keamanan'], 'Aparat keamanan dan aparat desa', 'longest'),
  ).toEqual(['Aparat keamanan', 'aparat']);
});

test('a gap is measured from the nearest part before, and what is open ends with the sentence', () => {
  const text = 'Unggah foto lalu unggah dukungan. Dukungan itu biasa.';
  expect(found(['unggah ~1 dukungan'], text)).toEqual(['unggah dukungan']);
});

test('one book reads text after text: nothing of one remains in the next', () => {
  const find = finderOf(['unggah ~4 calon'], 'all');
  expect(find('Ia unggah')).toEqual([]);
  expect(find('calon')).toEqual([]);
});

test.for(['~3 kampanye', 'hadir ~3', 'a ~1 ~2 b'])(
  'a malformed pattern names its row: %s',
  (pattern) => {
    const book = new PhraseBook();
    expect(() => compileLexicon([row(pattern, 'acts:odd')], 'all', book)).toThrow(/acts:odd/);
  },
);

test('a family lends its forms to the rows that name it, and is found by none itself', () => {
  const family = { ...row('hadir|menghadiri', '@hadir'), class: 'family' };
  const rows = [family, row('@hadir|ikut ~2 kampanye')];
  const text = 'Ia menghadiri sebuah kampanye, pulang, lalu ikut kampanye';
  const hits = rowsFinder(rows, 'all')(text);
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual([
    'menghadiri sebuah kampanye',
    'ikut kampanye',
  ]);
});

test('a family that no row defines is an error in the data', () => {
  expect(() => compileLexicon([row('@pergi kampanye')], 'all', new PhraseBook())).toThrow(
    /no family @pergi/,
  );
});

test('too many alternatives are an error in the data', () => {
  const wide = Array.from({ length: 10 }, () => 'a|b|c').join(' ');
  expect(() => compileLexicon([row(wide)], 'all', new PhraseBook())).toThrow(/too many phrases/);
});

test.for(Object.entries(knowledge.lexicon))('lexicon/%s.csv compiles, row by row', ([, rows]) => {
  const book = new PhraseBook();
  const families = (rows ?? []).filter((one) => one.class === 'family');
  for (const one of rows ?? []) {
    expect(() => compileLexicon([...families, one], 'all', book)).not.toThrow();
  }
});
