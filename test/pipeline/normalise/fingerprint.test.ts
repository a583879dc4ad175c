// Equal texts share a key whatever the outlet printed around them; other texts do not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textKey } from '../../../pipeline/normalise/fingerprint.ts';

const BODY =
  'Badan Pengawas Pemilihan Umum meminta aparatur sipil negara menjaga netralitas selama tahapan berlangsung. Imbauan itu disampaikan dalam rapat koordinasi bersama para camat dan lurah, yang juga dihadiri penjabat sekretaris daerah serta kepala badan kepegawaian setempat.';

test.for<[string, string]>([
  ['another dateline', `BONTANG, Natmed.id – ${BODY}`],
  ['a dateline with a bureau', `Bontang (ANTARA) - ${BODY}`],
  ['capitals', BODY.toUpperCase()],
  ['spaces and line breaks', BODY.replaceAll(' ', '  ').replace('. ', '.\n\n')],
  ['other quotation marks and dashes', BODY.replaceAll(',', ' ,')],
])('the same text with %s', ([, text]) => {
  expect(textKey('Judul A', text)).toBe(textKey('Judul B', BODY));
});

test('one word more is another text', () => {
  expect(textKey('J', `${BODY} Selesai.`)).not.toBe(textKey('J', BODY));
});

test('short texts need the same title', () => {
  expect(textKey('Satu', 'Baca selengkapnya.')).not.toBe(textKey('Dua', 'Baca selengkapnya.'));
  expect(textKey('Satu', 'Baca selengkapnya.')).toBe(textKey('SATU', 'Baca  selengkapnya'));
});

test('keys are 32 hex digits and differ for different words', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [x, y] = [textKey('', a.join(' ')), textKey('', b.join(' '))];
      expect(x).toMatch(/^[0-9a-f]{32}$/);
      expect(x === y).toBe(a.join(' ') === b.join(' '));
    }),
  );
});
