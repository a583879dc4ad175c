// One form for text: what is normalised, what stays as printed, and mojibake put right.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairMojibake } from '../../../pipeline/normalise/mojibake.ts';
import { cleanText } from '../../../pipeline/normalise/text.ts';

test.for<[string, string, string]>([
  ['no-break and narrow spaces', 'Rp\u00A05\u202Fjuta', 'Rp 5 juta'],
  ['soft hyphens', 'Pemerin\u00ADtah', 'Pemerintah'],
  ['zero-width and directional marks', 'A\u200BSN\u200E\uFEFF', 'ASN'],
  ['ligatures', 'o\uFB03ce \uFB01nal', 'office final'],
  ['full-width quotes', '\uFF02netral\uFF02', '"netral"'],
  ['back-ticks as apostrophes', 'Jum`at dan Jum´at', 'Jum’at dan Jum’at'],
  ['typographic quotes and dashes stay', '“ASN netral” – kata ‘dia’', '“ASN netral” – kata ‘dia’'],
  ['decomposed letters', 'Jose\u0301', 'Jos\u00E9'],
  ['runs of spaces', '  a   b \u00A0 c ', 'a b c'],
  ['line breaks keep their lines', 'a \n b\u00A0\nc', 'a\nb\nc'],
  ['controls', 'a\u0007b\u0000c', 'abc'],
])('%s', ([, before, after]) => {
  expect(cleanText(before)).toBe(after);
});

test('cleaning twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});

/** UTF-8 bytes read as windows-1252: what a careless export does. */
const damaged = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

test.for([
  '“ASN netral,” kata Jum’at – Selasa',
  'é à ü ñ',
  'Rp 5 juta\u00A0rupiah…',
  'emoji 😀 di judul',
])('%s is put right', (text) => {
  expect(damaged(text)).not.toBe(text);
  const { text: mended, repaired } = repairMojibake(damaged(text));
  expect(mended).toBe(text);
  expect(repaired).toBeGreaterThan(0);
});

test.for([
  '“ASN” – netral',
  'AÇÃO É NOSSA',
  'Ação, não!',
  'L’été à Genève',
  'plain text',
  '„IRMÔ',
  'Ä“ Ö’',
])('%s is left as it is', (text) => {
  expect(repairMojibake(text)).toEqual({ text, repaired: 0 });
});
