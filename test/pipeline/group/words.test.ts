// Words of an article: furniture off, words folded and told apart.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, COMMON, NAME, NUMBER, RARE, readWords } from '../../../pipeline/group/words.ts';
import { roughStem } from '../../../pipeline/group/stem.ts';

test.for([
  ['dateline', 'BONTANG, Natmed.id – Bawaslu mengimbau ASN.', 'Bawaslu mengimbau ASN.'],
  ['agency', 'Nagan Raya (ANTARA) - Panwaslih diminta', 'Panwaslih diminta'],
  ['no space', 'SOLOK, Hantaran.co—Pesan itu', 'Pesan itu'],
  ['link', 'Satu.\n\nBaca juga: ASN Dipecat\n\nDua.', 'Satu.\nDua.'],
  ['link without space', 'Satu.\n\nBACA JUGA :ASN Dipecat\n\nDua.', 'Satu.\nDua.'],
  ['link in brackets', 'Satu. (Baca: ASN Dipecat) Dua.', 'Satu.   Dua.'],
  ['byline', 'Penulis: Adi | Editor: Tan\n\nSatu.', 'Satu.'],
  ['credit', 'Satu.\n\nDua. (adi/tan)', 'Satu.\nDua. '],
  ['channel', 'Satu.\n\nIkuti kami di WhatsApp Channel', 'Satu.'],
  ['advertisement', 'Satu.\n\nADVERTISEMENT\n\nSCROLL TO RESUME CONTENT\n\nDua.', 'Satu.\nDua.'],
  ['reading is no link', 'Baca doa bersama digelar.', 'Baca doa bersama digelar.'],
  ['nothing', '\n\n', ''],
] as const)('%s', ([, text, body]) => {
  expect(bodyOf(text)).toBe(body);
});

const told = (text: string): Record<string, number> => {
  const { words, kinds } = readWords(text);
  return Object.fromEntries(words.map((word, at) => [word, kinds[at] ?? -1]));
};

test('words are common, rare, names or numbers', () => {
  const words = told(
    'Ketua Bawaslu Fatihunnajah menyita 552.469 stiker gosong. Gosong pada Pilkada 2024.',
  );
  expect(words).toMatchObject({ ketua: COMMON, bawaslu: COMMON, fatihunnajah: NAME, gosong: RARE });
  expect(words).toMatchObject({ '552469': NUMBER, '2024': COMMON });
});

test('a name at the start of a sentence is one when it stands inside another too', () => {
  expect(told('Kabar itu datang dari Rosnawati. Rosnawati pulang.')).toMatchObject({
    rosnawati: NAME,
  });
  expect(told('Rosnawati pulang.')).toMatchObject({ rosnawati: RARE });
});

test('capitals only, or none, tell no names', () => {
  expect(readWords('BAWASLU BONTANG MEMANGGIL LURAH').cased).toBe(false);
  expect(readWords('bawaslu bontang memanggil lurah').cased).toBe(false);
});

test.for([
  ['melaporkan', 'dilaporkan'],
  ['laporannya', 'melapor'],
  ['menyebut', 'disebutkan'],
  ['pembagian', 'membagikan'],
] as const)('%s and %s share a rough stem', ([one, other]) => {
  expect(roughStem(one)).toBe(roughStem(other));
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { words, hashes, kinds } = readWords(bodyOf(text));
      expect([hashes.length, kinds.length]).toEqual([words.length, words.length]);
    }),
  );
});
