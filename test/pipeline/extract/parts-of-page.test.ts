// Single steps: broken markup and JSON-LD, headline, byline, editor, section, images, paid marks.
import { expect, test } from 'vitest';
import { isPersonName, namesIn } from '../../../pipeline/extract/authors.ts';
import { collectBlocks } from '../../../pipeline/extract/blocks.ts';
import { weightsFit } from '../../../pipeline/extract/judge/judge.ts';
import { lineKind } from '../../../pipeline/extract/noise.ts';
import { readStructured } from '../../../pipeline/extract/structured.ts';
import { withoutSiteName } from '../../../pipeline/extract/title.ts';
import { parseTree } from '../../../pipeline/extract/tree.ts';
import { kindsOf, KINDS } from '../../../pipeline/extract/vocabulary.ts';
import { BODY, page, read, siteWith, TEXT } from './sample.ts';

test('the weights were trained on the features that the code computes', () => {
  expect(weightsFit()).toBe(true);
});

const texts = (html: string): string[] =>
  collectBlocks(parseTree(html, false)).map(({ text }) => text);

test.for<[string, string, string[]]>([
  ['a head that nobody closes', '<html><head><title>t</title><body>a<p>b', ['a', 'b']],
  ['text in a head', '<head><meta name="a"><div>a</div></head><body>b', ['a', 'b']],
  ['open paragraphs', '<p>a<p>b<div>c</div>', ['a', 'b', 'c']],
  ['open list items', '<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', ['a', 'b', 'c', 'd']],
  ['open cells', '<table><tr><td>a<td>b<tr><td>c</table>d', ['a', 'b', 'c', 'd']],
  ['line breaks', 'a<br>b<br/>c</br>d', ['a', 'b', 'c', 'd']],
  ['crossed tags', '<p><b>a<i>b</b>c</i></p>d', ['abc', 'd']],
  ['a closing tag that was never opened', '<div>a</span></p>b</div>c', ['ab', 'c']],
  [
    'text that is no text',
    '<script>x</script><style>y</style><svg><text>z</text></svg><noscript>n</noscript>a',
    ['a'],
  ],
  ['entities', 'Rp&nbsp;5 &amp; &ldquo;a&rdquo; &#8211; &hellip;', ['Rp\u00A05 & “a” – …']],
  ['a comment', 'a<!-- <p>b</p> -->c', ['ac']],
  ['an unclosed button', 'a<button>b<p>c', ['ab', 'c']],
  [
    'names that hover',
    '<p>Kata Budi<span class="sr-only"> (buka jendela baru)</span> kemarin.</p>',
    ['Kata Budi kemarin.'],
  ],
])('tree: %s', ([, html, expected]) => {
  expect(texts(html)).toEqual(expected);
});

const json = (text: string): ReturnType<typeof readStructured> =>
  readStructured([{ type: 'application/ld+json', id: '', text }], 'https://contoh.id/a');

test.for<[string, string]>([
  ['a line break in a string', '{"@type":"NewsArticle","headline":"Judul\nbaru"}'],
  ['a trailing comma', '{"@type":"NewsArticle","headline":"Judul baru",}'],
  ['a comment around it', '<!-- {"@type":"NewsArticle","headline":"Judul baru"} -->'],
  ['CDATA around it', '//<![CDATA[\n{"@type":"NewsArticle","headline":"Judul baru"}\n//]]>'],
  [
    'a graph',
    '{"@graph":[{"@type":"WebPage","name":"x"},{"@type":["Article","NewsArticle"],"headline":"Judul baru"}]}',
  ],
])('JSON-LD with %s', ([, text]) => {
  expect(json(text).title).toBe('Judul baru');
});

test('JSON-LD: authors by reference, the node of this page before others, teasers left alone', () => {
  const graph = {
    '@graph': [
      {
        '@type': 'ItemList',
        itemListElement: [
          {
            '@type': 'NewsArticle',
            headline: 'Lain',
            datePublished: '2020-01-01',
            author: 'X',
            articleBody: 'y',
            name: 'z',
          },
        ],
      },
      {
        '@type': 'NewsArticle',
        '@id': 'https://contoh.id/a',
        headline: 'Ini',
        author: { '@id': '#1' },
        isAccessibleForFree: 'False',
      },
      { '@type': 'Person', '@id': '#1', name: 'Dewi Anggraini' },
      { '@type': 'NewsMediaOrganization', name: 'Contoh' },
    ],
  };
  expect(json(JSON.stringify(graph))).toMatchObject({
    title: 'Ini',
    authors: ['Dewi Anggraini'],
    names: ['Contoh'],
    free: false,
  });
  expect(json('[]')).toMatchObject({ title: null, authors: [], free: null });
  expect(json('{{{')).toMatchObject({ title: null });
});

test.for<[string, string]>([
  ['ASN Diminta Netral - Contoh', 'ASN Diminta Netral'],
  ['ASN Diminta Netral | Politik | Contoh', 'ASN Diminta Netral | Politik'],
  ['Contoh » ASN Diminta Netral', 'ASN Diminta Netral'],
  ['ASN Diminta Netral - CONTOH.ID', 'ASN Diminta Netral'],
  ['Pilkada 2024: Bontang - Kutim Rawan', 'Pilkada 2024: Bontang - Kutim Rawan'],
  ['Contoh', 'Contoh'],
])('site name off %s', ([title, expected]) => {
  expect(withoutSiteName(title, ['Contoh', 'contoh.id'])).toBe(expected);
});

test.for<[string, string[]]>([
  ['Oleh: Dewi Anggraini', ['Dewi Anggraini']],
  ['Penulis : Rahmat Hidayat | Editor : Hendra', ['Rahmat Hidayat', 'Hendra']],
  ['By John Smith and Jane Roe', ['John Smith', 'Jane Roe']],
  ['Dewi Anggraini, Rahmat Hidayat', ['Dewi Anggraini', 'Rahmat Hidayat']],
  ['Redaksi', []],
  ['admin', []],
  ['Fitriani Rabu, 17 Oktober 2018', ['Fitriani']],
  ['dewi@contoh.id', []],
  ['https://facebook.com/contoh', []],
])('names in %j', ([text, names]) => {
  expect(namesIn([text]).filter((name) => !/Oktober/.test(name))).toEqual(names);
});

test('what looks like a person', () => {
  expect(['Dewi Anggraini', 'Ali bin Abu', 'Agus Salim Lubis'].map(isPersonName)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    ['Fitriani', 'Foto Bild', 'Fehler melden', '4:45pm', 'Tim Redaksi Contoh'].map(isPersonName),
  ).toEqual([false, false, false, false, false]);
});

test.for<[string, string[]]>([
  ['<div class="meta">Penulis: Dewi Anggraini | Editor: Hendra Wijaya</div>', ['Dewi Anggraini']],
  ['<a rel="author" href="/author/1">Rahmat Hidayat</a>', ['Rahmat Hidayat']],
  ['<span itemprop="author">Yohanes Bria</span>', ['Yohanes Bria']],
  ['<div class="byline"><span>Siti Nurhaliza</span></div>', ['Siti Nurhaliza']],
  ['<div>Ni Luh Ayu Sari | Selasa, 5 November 2024</div>', ['Ni Luh Ayu Sari']],
  ['<div class="kosong"></div>', []],
])('byline %s', ([line, authors]) => {
  expect(read(page({ body: `${line}${BODY}` }))).toMatchObject({ authors, text: TEXT });
});

test('the outlet as its own author yields to a printed name', () => {
  const head =
    '<meta name="author" content="Contoh"><meta property="og:site_name" content="Contoh">';
  expect(read(page({ head, body: `<a rel="author">Dewi Anggraini</a>${BODY}` })).authors).toEqual([
    'Dewi Anggraini',
  ]);
  expect(read(page({ head })).authors).toEqual(['Contoh']);
});

test('section, keywords, images with captions, canonical address', () => {
  const head = `<link rel="canonical" href="/politik/asn?utm_source=x"><meta name="keywords" content="ASN, Bawaslu , ASN"><meta property="og:image" content="/foto/a.jpg">`;
  const body = `<div class="breadcrumb"><a href="/">Beranda</a> <a href="/daerah">Daerah</a></div><figure><img data-src="/foto/b.jpg" src="data:image/gif;base64,x"><figcaption>Apel pagi.</figcaption></figure>${BODY}`;
  expect(read(page({ head, body }))).toMatchObject({
    canonicalUrl: 'https://contoh.id/politik/asn',
    keywords: ['ASN', 'Bawaslu'],
    section: 'Daerah',
    images: [
      { url: 'https://contoh.id/foto/a.jpg', caption: null },
      { url: 'https://contoh.id/foto/b.jpg', caption: 'Apel pagi.' },
    ],
  });
});

test.for<[boolean, string, string]>([
  [true, 'a category of its own', '<meta property="article:section" content="Advertorial">'],
  [true, 'a label before the text', '<!--label--><div class="kategori">Pariwara</div>'],
  [
    false,
    'a link in the menu',
    '<!--label--><div class="menu"><a href="/advertorial">Advertorial</a></div>',
  ],
  [false, 'an advertisement slot', '<!--label--><div>ADVERTISEMENT</div>'],
])('paid content %s: %s', ([paid, , markup]) => {
  const html = markup.startsWith('<meta')
    ? page({ head: markup })
    : page({ body: `${markup}${BODY}` });
  expect(read(html, siteWith([])).advertorial).toBe(paid);
});

test('paid content by the address', () => {
  expect(read(page(), null, 'https://contoh.id/advertorial/asn-netral').advertorial).toBe(true);
});

const kinds = (attribute: string): string[] =>
  KINDS.filter((_, bit) => (kindsOf(attribute) & (1 << bit)) !== 0);
test('class names tell what a box is for', () => {
  expect(kinds('td-post-content')).toEqual(['body']);
  expect(kinds('sidebar-widget')).toEqual(['sidebar']);
  expect(kinds('artikelTerkait')).toEqual(['article', 'related']);
  expect(kinds('read')).toEqual([]);
  expect(kinds('vintage')).toEqual([]);
  expect(kinds('top-ads')).toEqual(['header', 'ad']);
});

test.for<[string, string | null]>([
  ['Baca juga: Wali Kota', 'teaser'],
  ['BACA JUGA : Wali Kota', 'teaser'],
  ['**Baca Juga:** x', 'teaser'],
  ['Lesen Sie auch', 'teaser'],
  ['ADVERTISEMENT', 'ad'],
  ['SCROLL TO RESUME CONTENT', 'ad'],
  ['Copyright © ANTARA 2025', 'legal'],
  ['Tinggalkan Balasan', 'comment'],
  ['Tags: ASN', 'label'],
  ['Sebarkan artikel ini', 'share'],
  ['Bacalah juga peraturan itu dengan teliti, kata dia.', null],
  ['Iklan rokok di sekolah dilarang, kata wali kota.', null],
])('line %j', ([text, kind]) => {
  expect(lineKind(text)).toBe(kind);
});
