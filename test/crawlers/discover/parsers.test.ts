// Sitemaps, WordPress posts and listing pages → what they name.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Found } from '../../../crawlers/discover/candidates.ts';
import { parseListing } from '../../../crawlers/discover/listing.ts';
import { parseSitemap } from '../../../crawlers/discover/sitemap.ts';
import { parsePosts, postsUrl } from '../../../crawlers/discover/wordpress.ts';

const WITA = 480;
const urlset = (inside: string): string =>
  `<?xml version="1.0"?><urlset xmlns="x">${inside}</urlset>`;

describe('sitemap', () => {
  test('newest first; the undated behind, in their order', () => {
    const sitemap = parseSitemap(
      urlset(
        '<url><loc>https://x.id/1</loc></url><url><loc>https://x.id/2</loc><lastmod>2024-11-01</lastmod></url><url><loc>https://x.id/3</loc><lastmod>2024-11-02T10:00:00+07:00</lastmod></url><url><loc>https://x.id/4</loc></url>',
      ),
      WITA,
    );
    expect(
      sitemap?.kind === 'urls' &&
        sitemap.found.map(({ href, modified }) => [href.at(-1), modified]),
    ).toEqual([
      ['3', '2024-11-02T10:00:00+07:00'],
      ['2', '2024-11-01'],
      ['1', null],
      ['4', null],
    ]);
  });

  test('news sitemap: title and date of publication', () => {
    const sitemap = parseSitemap(
      urlset(
        '<url><loc>https://x.id/a</loc><news:news><news:publication><news:name>X</news:name></news:publication><news:publication_date>2024-11-05T10:23:00+08:00</news:publication_date><news:title>Netralitas &amp; ASN</news:title></news:news><image:image><image:loc>https://x.id/a.jpg</image:loc><image:title>foto</image:title></image:image></url>',
      ),
      WITA,
    );
    expect(sitemap).toMatchObject({
      kind: 'urls',
      found: [
        {
          href: 'https://x.id/a',
          title: 'Netralitas & ASN',
          published: '2024-11-05T10:23:00+08:00',
          modified: null,
        },
      ],
    });
  });

  test('index, newest file first', () => {
    const index =
      '<sitemapindex><sitemap><loc>https://x.id/s1.xml</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>https://x.id/s2.xml</loc><lastmod>2024-02-01</lastmod></sitemap></sitemapindex>';
    expect(parseSitemap(index, WITA)).toEqual({
      kind: 'index',
      files: [
        { href: 'https://x.id/s2.xml', lastModified: '2024-02-01' },
        { href: 'https://x.id/s1.xml', lastModified: '2024-01-01' },
      ],
    });
  });

  test.for([
    { name: 'a plain list', text: 'https://x.id/a\nhttps://x.id/b\n', want: 'urls' },
    { name: 'empty', text: urlset(''), want: 'urls' },
    { name: 'prefixed', text: '<s:urlset><s:url/></s:urlset>', want: 'urls' },
    { name: 'a page', text: '<html><body>404</body></html>', want: undefined },
    { name: 'nothing', text: '', want: undefined },
    { name: 'lines that are no addresses', text: 'https://x.id/a\nUser-agent: *', want: undefined },
  ])('$name: $want', ({ text, want }) => {
    expect(parseSitemap(text, WITA)?.kind).toBe(want);
  });

  test('more than the standard allows is cut and said', () => {
    const sitemap = parseSitemap(
      urlset('<url><loc>https://x.id/a</loc></url>'.repeat(50_001)),
      WITA,
    );
    expect(sitemap).toMatchObject({ kind: 'urls', more: true });
  });
});

describe('WordPress posts', () => {
  const post = (more: object): string => JSON.stringify([{ link: 'https://x.id/a/', ...more }]);
  const first = (text: string): Found | undefined => parsePosts(text, WITA)?.found[0];

  test('offset from the two clocks', () => {
    const found = first(
      post({
        title: { rendered: '<b>Wali</b> Kota' },
        date: '2024-11-05T10:23:00',
        date_gmt: '2024-11-05T03:23:00',
        modified: '2024-11-06T10:23:00',
        modified_gmt: '2024-11-06T03:23:00',
      }),
    );
    expect(found).toEqual({
      href: 'https://x.id/a/',
      title: 'Wali Kota',
      published: '2024-11-05T10:23:00+07:00',
      modified: '2024-11-06T10:23:00+07:00',
    });
  });

  test.for([
    {
      name: 'clock never set',
      more: { date: '2024-11-05T03:23:00', date_gmt: '2024-11-05T03:23:00' },
      want: '2024-11-05T11:23:00+08:00',
    },
    {
      name: 'only the local date',
      more: { date: '2024-11-05T10:23:00' },
      want: '2024-11-05T10:23:00+08:00',
    },
    {
      name: 'an absurd offset',
      more: { date: '2024-11-09T10:23:00', date_gmt: '2024-11-05T03:23:00' },
      want: '2024-11-05T11:23:00+08:00',
    },
    { name: 'no date', more: { date: null, date_gmt: null }, want: null },
    {
      name: 'zeros',
      more: { date: '0000-00-00T00:00:00', date_gmt: '0000-00-00T00:00:00' },
      want: null,
    },
  ])('$name', ({ more, want }) => {
    expect(first(post(more))?.published).toBe(want);
  });

  test('entries that are no posts are counted, the newest modification is kept', () => {
    const text = `[{"link":"https://x.id/a","modified_gmt":"2024-11-05T03:00:00"},{"code":1},null,{"link":"https://x.id/b","modified_gmt":"2024-11-04T03:00:00"}]`;
    expect(parsePosts(text, WITA)).toMatchObject({
      broken: 2,
      newest: '2024-11-05T03:00:00',
      found: [{ href: 'https://x.id/a' }, { href: 'https://x.id/b' }],
    });
  });

  test.for(['<html>', '{"code":"rest_forbidden"}', '', '\uFEFFnull'])(
    '%s is no list of posts',
    (text) => {
      expect(parsePosts(text, WITA)).toBeNull();
    },
  );

  test('the address of a page of posts keeps what the route has', () => {
    const url = new URL(
      postsUrl('https://x.id/?rest_route=/wp/v2/posts', {
        page: 2,
        since: { field: 'modified_after', at: '2024-11-05T00:00:00Z' },
      }),
    );
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      rest_route: '/wp/v2/posts',
      page: '2',
      per_page: '100',
      orderby: 'modified',
      modified_after: '2024-11-05T00:00:00Z',
    });
  });
});

describe('listing page', () => {
  const html = `<base href="/kanal/"><nav><a href="/tentang">Tentang</a></nav><div class="list"><article><h2><a href="a">Satu
  dua</a></h2></article><article class="x"><a>tanpa</a><a href="/b"><img></a></article></div><a class="next" href="?hal=2">Next</a>`;
  test('links, titles, base and next', () => {
    expect(parseListing(html, 'https://x.id/berita', '.list article', 'a.next')).toEqual({
      base: 'https://x.id/kanal/',
      next: 'https://x.id/kanal/?hal=2',
      found: [
        { href: 'a', title: 'Satu dua', published: null, modified: null },
        { href: '/b', title: null, published: null, modified: null },
      ],
    });
  });
  test.for([
    { name: 'all links', links: 'a[href]', next: undefined, want: 4 },
    { name: 'nothing selected', links: '.no', next: '.no', want: 0 },
    { name: 'next is a script', links: '.no', next: 'nav', want: 0 },
  ])('$name', ({ links, next, want }) => {
    const listing = parseListing(html, 'https://x.id/berita', links, next);
    expect([listing.found.length, listing.next]).toEqual([want, null]);
  });
});

test('sitemaps, posts and listings: any text is read without an exception', () => {
  const piece = fc.constantFrom(
    '<url>',
    '<loc>',
    '</loc>',
    '<sitemap>',
    '<lastmod>2024',
    '<a href="/x">',
    '[{"link":',
    '<base href="',
    '{}',
    ']',
    '&#x',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      parseSitemap(text, WITA);
      parsePosts(text, WITA);
      parseListing(text, 'https://x.id/', 'a[href]', 'a');
    }),
    { numRuns: 500 },
  );
});
