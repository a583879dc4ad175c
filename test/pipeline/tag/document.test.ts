// The document that the taggers share: borders of sentences and paragraphs, and the lines that are not the article.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentReader, paragraphAt } from '../../../pipeline/tag/document.ts';
import type { ReadField } from '../../../pipeline/tag/document.ts';
import { PhraseBook } from '../../../pipeline/tag/phrases.ts';
import { inputOf, knowledge } from './input.ts';

const read = createDocumentReader(knowledge.noise, new PhraseBook());
const textOf = (text: string): ReadField => read(inputOf({ text })).text;
const sentences = (text: string): string[] =>
  textOf(text).sentences.map(({ start, end }) => text.slice(start, end));

test.for([
  {
    text: 'Ia datang. Camat pulang! Siapa?',
    expected: ['Ia datang', 'Camat pulang', 'Siapa'],
  },
  {
    text: 'Drs. H. Sutiaji dan Prof. Zudan hadir.',
    expected: ['Drs. H. Sutiaji dan Prof. Zudan hadir'],
  },
  { text: 'Pasal 9 UU No. 5 Tahun 2014', expected: ['Pasal 9 UU No. 5 Tahun 2014'] },
  { text: 'Kabupaten Kukar (Kab. Kukar)', expected: ['Kabupaten Kukar (Kab. Kukar'] },
  { text: '“Netral,” katanya. “Titik.”', expected: ['Netral,” katanya', 'Titik'] },
])('ends sentences in: $text', ({ text, expected }) => {
  expect(sentences(text)).toEqual(expected);
});

test('a line wrapped in the middle of a sentence goes on', () => {
  const field = textOf('kebijakan pemerintah tetap berfokus\npada kepentingan umum.\nBaris baru');
  expect(field.paragraphs).toHaveLength(2);
});

const ARTICLE = 'Wali Kota meminta ASN menjaga netralitas, kata dia di kantornya kemarin.';

test.for([
  'Baca juga: Pilbup Tegal 2024, Ischak Bertemu Warga',
  'BACA JUGA:Ketua PCNU Dukung Alumni IPNU Duduki Kursi DPRD',
  'Penulis: Toni Hermawan | Editor: Idham Khalid',
  'Copyright © ANTARA 2025',
  'SCROLL TO CONTINUE WITH CONTENT',
  'Ikuti saluran WhatsApp kami untuk berita terbaru',
  'KPU Salatiga Tunda Serahkan Sertifikat ke Lembaga Survei KRCI',
  'Advertisement',
])('knows that this line is not the article: %s', (line) => {
  const { paragraphs } = textOf(`${ARTICLE}\n\n${line}\n\n${ARTICLE}`);
  expect(paragraphs.map(({ noise }) => noise)).toEqual([false, true, false]);
});

test.for([
  'Foto itu beredar luas sejak Senin malam di grup percakapan warga.',
  'Sumber di Bawaslu menyebut ada tiga laporan yang masuk pekan ini.',
  'Video berdurasi 39 detik memperlihatkan seorang camat berpidato.',
  'Ikuti aturan, pesan Sekda Kota Bontang kepada seluruh pegawai.',
  'Netralitas ASN',
  'BONTANG – Ketua DPRD mengimbau ASN netral.',
])('knows that this line is the article: %s', (line) => {
  const { paragraphs } = textOf(`${ARTICLE}\n\n${line}\n\n${ARTICLE}`);
  expect(paragraphs.map(({ noise }) => noise)).toEqual([false, false, false]);
});

test('a menu of short lines is not the article', () => {
  const menu = ['Beranda', 'Nasional', 'Pemkab Bulungan', 'Pemkot Tarakan', 'Olahraga'];
  const { paragraphs } = textOf([ARTICLE, ...menu, ARTICLE].join('\n\n'));
  expect(paragraphs.map(({ noise }) => noise)).toEqual([false, ...menu.map(() => true), false]);
});

test('paragraphs and sentences hold every token once, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { tokens, paragraphs, sentences: parts, paragraphOf } = textOf(text);
      for (const passages of [paragraphs, parts]) {
        expect(passages.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(tokens.length);
      }
      for (const [index, { start }] of tokens.entries()) {
        expect(paragraphAt(textOf(text), start)).toBe(paragraphOf[index]);
      }
    }),
    { numRuns: 60 },
  );
});
