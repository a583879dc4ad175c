// The day of an article as the page or the text tells it, and dates as the press writes them.
import { expect, test } from 'vitest';
import { createDocumentReader } from '../../../../pipeline/tag/document.ts';
import { datesOf, dayBetween, dayOf } from '../../../../pipeline/tag/elections/day.ts';
import { PhraseBook } from '../../../../pipeline/tag/phrases.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { inputOf, knowledge } from '../input.ts';

const read = createDocumentReader(knowledge.noise, new PhraseBook());
const day = (fields: Partial<TagInput>): string | null => {
  const document = read(inputOf(fields));
  return dayOf(document, datesOf(document.text))?.day ?? null;
};

test.for([
  { text: 'kata dia, Selasa (5/11/2024).', expected: '2024-11-05' },
  { text: 'kata dia, Rabu, 6 Agustus 2025.', expected: '2025-08-06' },
  { text: "kata dia, Jum'at (9/11/2018).", expected: '2018-11-09' },
  { text: 'kata dia, Jum’at (23/6/2023).', expected: '2023-06-23' },
  { text: 'kata dia, Senin 12 Nopember 2018', expected: '2018-11-12' },
  { text: 'kata dia, Kamis (17/10/24).', expected: '2024-10-17' },
  { text: 'SE tertanggal 4 Agustus 2015 diteruskan.', expected: '2015-08-04' },
  // The weekday shows a misprinted year: the 17th was a Thursday in 2024.
  { text: 'kata dia, Kamis (17/10/2025).', expected: '2024-10-17' },
  // Not the article's own day: a plan, a law, a case number.
  { text: 'pemungutan suara pada 27 Agustus 2025', expected: null },
  { text: 'surat tanggal 17 Desember 2017 tentang netralitas', expected: null },
  { text: 'nomor 32/TM/PW/Kota/32.01/XI/2020', expected: null },
  { text: 'kata dia, Rabu (31/2/2024).', expected: null },
])('reads $text', ({ text, expected }) => {
  expect(day({ text })).toBe(expected);
});

test('as published before the address before the text', () => {
  const text = 'kata dia, Selasa (5/11/2024).';
  const url = 'https://x.id/2024/11/06/judul';
  expect(day({ text, url, published: '2024-11-07T10:00:00+08:00' })).toBe('2024-11-07');
  expect(day({ text, url })).toBe('2024-11-06');
  expect(day({ text, published: 'kemarin' })).toBe('2024-11-05');
});

test('a link to another article does not tell the day', () => {
  expect(day({ text: 'Isi.\n\nBaca juga: Rapat pada Senin (4/11/2024)\n\nLagi.' })).toBeNull();
});

test('a weekday without a year falls on one day of a span, or on none', () => {
  const dates = datesOf(read(inputOf({ text: 'kata dia, Jumat (9/10).' })).text);
  expect(dayBetween(dates, '2019-08-01', '2021-07-31')?.day).toBe('2020-10-09');
  expect(dayBetween(dates, '2022-06-01', '2025-02-28')).toBeNull();
});
