// Articles over several pages: the addresses of the further ones, and the joining of their readings.
import { expect, test } from 'vitest';
import { joinParts } from '../../../pipeline/extract/extract.ts';
import { BODY, page, PARAGRAPHS, read, TEXT } from './sample.ts';

const PAGED = (links: string): string =>
  page({ body: `${BODY}<div class="paging">Halaman: ${links}</div>` });
test.for<[string, string, string[]]>([
  [
    '?page=',
    '<a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">3</a>',
    ['?page=2', '?page=3'],
  ],
  ['?page=all', '<a href="?page=2">2</a><a href="?page=all">Tampilkan semua</a>', ['?page=all']],
  ['/2', `<a href="/politik/asn-diminta-netral/2">2</a>`, ['/2']],
  [
    '/15',
    `<a href="/politik/asn-diminta-netral/15">2</a><a href="/politik/asn-diminta-netral/30">3</a>`,
    ['/15', '/30'],
  ],
  ['?halaman=', '<a href="?halaman=2">2</a>', ['?halaman=2']],
  [
    'pages of others',
    '<a href="/politik?page=2">2</a><a href="/politik/lain?page=2">2</a><a href="https://lain.id/politik/asn-diminta-netral?page=2">2</a>',
    [],
  ],
])('further pages: %s', ([, links, tails]) => {
  expect(read(PAGED(links)).partUrls).toEqual(
    tails.map((tail) => `https://contoh.id/politik/asn-diminta-netral${tail}`),
  );
});

test('a later page names no further pages', () => {
  expect(
    read(
      PAGED('<a href="?page=1">1</a><a href="?page=3">3</a>'),
      null,
      'https://contoh.id/politik/asn-diminta-netral?page=2',
    ).partUrls,
  ).toEqual([]);
});

test('pages are joined in order, what a later one repeats is dropped, a whole one replaces the rest', () => {
  const part = (...at: number[]): ReturnType<typeof read> => ({
    ...read(page()),
    text: at.map((index) => PARAGRAPHS[index]).join('\n\n'),
  });
  expect(joinParts(part(0), [part(0, 1), part(2)]).text).toBe(TEXT);
  expect(joinParts(part(0, 1), [part(0, 1, 2), part(2)]).text).toBe(TEXT);
  expect(joinParts(part(0), [{ ...part(1), credit: '(adi)', advertorial: true }])).toMatchObject({
    credit: '(adi)',
    advertorial: true,
  });
  expect(joinParts(part(0), [{ ...part(1), kind: 'blocked' }]).text).toBe(PARAGRAPHS[0]);
  expect(joinParts(part(0), [])).toEqual(part(0));
});
