// When an article was published, from everything on its page that says so.
import { expect, test } from 'vitest';
import { extractHtml } from '../../../pipeline/extract/extract.ts';
import { BODY, page, read, siteWith } from './sample.ts';

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test('dates: published and modified told apart, UTC moved to the clock of the region, a wrong weekday doubted', () => {
  const head = ld({
    '@type': 'NewsArticle',
    datePublished: '2024-11-04T20:00:00+00:00',
    dateModified: '2024-11-06T01:00:00+00:00',
  });
  const { published, modified } = read(page({ head }), siteWith([], '64.74'));
  expect(published).toMatchObject({
    at: '2024-11-05T04:00:00+08:00',
    basis: 'json-ld',
    precision: 'minute',
  });
  expect(modified?.at).toBe('2024-11-06T09:00:00+08:00');
  const printed = (line: string): unknown =>
    read(page({ body: `<div class="tanggal">${line}</div>${BODY}` }), siteWith([])).published?.at ??
    null;
  expect(printed('Selasa, 5 November 2024 10:23 WITA')).toBe('2024-11-05T09:23:00+07:00');
  expect(printed('2 jam lalu')).toBe('2025-07-12T07:00:00+07:00');
  expect(printed('Selasa, 5 November 2030')).toBeNull();
  expect(read(page(), siteWith([])).published).toBeNull();
});

test('the address and the feed date an article that says nothing itself', () => {
  expect(read(page(), null, 'https://contoh.id/2024/11/05/judul').published).toMatchObject({
    at: '2024-11-05T00:00:00+07:00',
    basis: 'url',
    precision: 'day',
  });
});

test.for<[string, string | null]>([
  ['Tue, 05 Nov 2024 03:23:00 GMT', '2024-11-05T10:23:00+07:00'],
  ['Sat, 12 Jul 2025 01:59:00 GMT', null],
  ['kemarin', null],
])('Last-Modified %s', ([lastModified, at]) => {
  const input = {
    url: 'https://contoh.id/berita/asn',
    html: page(),
    fetchedAt: '2025-07-12T02:00:00Z',
  };
  expect(extractHtml({ ...input, lastModified }, null).published?.at ?? null).toBe(at);
});

test('what a feed said dates the article before the day of an event in its text does', () => {
  const hints = { title: null, published: '2024-11-06T08:00:00+08:00', foundBy: 'feed' as const };
  const body = BODY.replace('Selasa siang', 'Selasa (5/11/2024) siang');
  const input = {
    url: 'https://contoh.id/berita/asn',
    html: page({ body }),
    fetchedAt: '2025-07-12T02:00:00Z',
  };
  expect(extractHtml(input, null).published).toMatchObject({
    at: '2024-11-05T00:00:00+07:00',
    basis: 'dateline',
  });
  expect(extractHtml({ ...input, hints }, siteWith([], '64.74')).published).toMatchObject({
    at: '2024-11-06T08:00:00+08:00',
    basis: 'feed',
  });
});
