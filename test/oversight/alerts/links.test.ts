// The links of an alert: a correction is known by its signature, and by nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Wrong, createLinks, readReviewLink } from '../../../oversight/alerts/links.ts';
import { alert } from '../make.ts';

const KEY = Buffer.alloc(32, 1);
const links = createLinks('https://pantau.test/', KEY);
const parametersOf = (wrong: Wrong): URLSearchParams =>
  new URL(links.review(alert(), wrong)).searchParams;

test.for([
  ['bukan', 'relevance'],
  ['wilayah', 'primary:64.74'],
  ['jenis', 'coverage:dugaan'],
] as const)('%s disputes %s', ([wrong, tag]) => {
  expect(readReviewLink(parametersOf(wrong), KEY, '2024-11-02')).toEqual({
    article: '0123456789abcdef',
    version: 1,
    tag,
    wrong,
    watch: 'asn-kaltim',
  });
});

test('holds for 90 days, under its key, and with no parameter changed, added or taken away', () => {
  const read = (change: (parameters: URLSearchParams) => void, key = KEY, today = '2024-11-02') => {
    const parameters = parametersOf('bukan');
    change(parameters);
    return readReviewLink(parameters, key, today);
  };
  const same = (): void => {};
  expect(read(same, KEY, '2025-01-30')).not.toBeNull();
  expect(read(same, KEY, '2025-01-31')).toBeNull();
  expect(read(same, Buffer.alloc(32, 2))).toBeNull();
  fc.assert(
    fc.property(
      fc.constantFrom('artikel', 'versi', 'tanda', 'salah', 'pantauan', 'sampai', 'sidik', 'lain'),
      fc.option(fc.string({ maxLength: 40 })),
      (name, value) => {
        fc.pre(value !== parametersOf('bukan').get(name));
        const changed = read((parameters) => {
          if (value === null) parameters.delete(name);
          else parameters.set(name, value);
        });
        const untouched = value === null && name === 'lain';
        expect(changed === null).toBe(!untouched);
      },
    ),
  );
});

test('the address is that of the dashboard as people reach it', () => {
  expect(links.article(alert())).toBe('https://pantau.test/artikel/0123456789abcdef');
  expect(links.watch('asn-kaltim')).toBe('https://pantau.test/pantauan/asn-kaltim');
});
