// The whole reading of a page: sources of truth, noise, charsets, kinds of page.
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { BODY, page, PARAGRAPHS, read, readBytes, siteWith, TEXT } from './sample.ts';

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test('a plain page is read to the word', () => {
  expect(read(page())).toMatchObject({
    kind: 'article',
    title: 'ASN Diminta Netral di Kota Bontang',
    text: TEXT,
    language: 'id',
    credit: null,
    partUrls: [],
    method: 'blocks',
  });
});

test('the score says how sure: higher for a long article than for a stub', () => {
  const [long, short] = [
    read(page()).score,
    read(
      page({
        body: '<p>Berita ini segera dilengkapi oleh redaksi kami di Bontang, mohon tunggu sebentar.</p>',
      }),
    ).score,
  ];
  expect(long).toBeGreaterThan(0.8);
  expect(short).toBeLessThan(long);
});

test.for<[string, string]>([
  [
    'Baca juga with a link',
    '<p><strong>Baca juga: <a href="/x">Wali Kota Tegal Lepas Kirab Budaya</a></strong></p>',
  ],
  ['BACA JUGA : without a link', '<p>BACA JUGA : Wali Kota Tegal Lepas Kirab Budaya</p>'],
  ['Baca Juga: without a space', '<p>Baca Juga:Terus Bertambah, Korban Banjir Demak</p>'],
  ['Simak juga', '<p><em>Simak juga: <a href="/x">Video Banjir Demak</a></em></p>'],
  ['an advertisement', '<div>ADVERTISEMENT</div><div>SCROLL TO RESUME CONTENT</div>'],
  [
    'a channel',
    '<p>Ikuti berita terkini di <a href="https://whatsapp.com/x">saluran WhatsApp</a> kami.</p>',
  ],
  ['Google News', '<p>Cek berita dan artikel lainnya di Google News</p>'],
  [
    'a copyright line',
    '<p>Dilarang mengambil dan/atau menayangkan ulang sebagian atau keseluruhan artikel ini.</p>',
  ],
  [
    'a caption',
    '<figure><img src="/f.jpg"><figcaption>Apel pagi di balai kota. (Foto: Humas)</figcaption></figure>',
  ],
  ['tags', '<div class="tags"><p>Tags: <a href="/t">ASN</a> <a href="/u">Bawaslu</a></p></div>'],
  ['a share bar', '<div class="share"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div>'],
  ['a paging line', '<p>Halaman 1 2 Selanjutnya</p>'],
])('%s is no part of the text', ([, noise]) => {
  const [first, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  expect(read(page({ body: `${first}${noise}${rest.join('')}` })).text).toBe(TEXT);
  expect(read(page({ body: `${BODY}${noise}` })).text).toBe(TEXT);
});

test('a teaser inside a paragraph is cut off it', () => {
  const body = `<p>${PARAGRAPHS[0]} <strong>Baca juga: Jadwal Imsakiyah Kota Padang Hari Ini</strong></p><p>${PARAGRAPHS[1]}</p><p>${PARAGRAPHS[2]}</p>`;
  expect(read(page({ body })).text).toBe(TEXT);
});

test.for<[string, string | null, boolean]>([
  ['(adi/tan)', '(adi/tan)', false],
  ['[ida]', '[ida]', false],
  ['(OL-3)', '(OL-3)', false],
  ['(R-03)', '(R-03)', false],
  ['( Ags )', '( Ags )', false],
  ['(*)', '(*)', false],
  ['(yuv/ri/humasprovkaltim)', '(yuv/ri/humasprovkaltim)', false],
  ['(ADV/Setwan)', null, true],
  ['[Ryu|Adv DPRD Bontang]', null, true],
  ['(advertorial)', null, true],
  ['(22/07/2025)', null, false],
  ['(Humas Bawaslu Kobi)', '(Humas Bawaslu Kobi)', false],
  ['(Tim Redaksi)', '(Tim Redaksi)', false],
  ['(Diskominfo Bontang)', '(Diskominfo Bontang)', false],
  ['(Timbangan Baru)', null, false],
])('%s at the end', ([mark, credit, advertorial]) => {
  const article = read(page({ body: `${BODY.slice(0, -4)} ${mark}</p>` }));
  expect([article.credit, article.advertorial]).toEqual([credit, advertorial]);
  expect(article.text).toBe(credit === null ? `${TEXT} ${mark}` : TEXT);
});

test('the site’s own selectors come first, the block that held on the day among them', () => {
  const html = page({
    head: '<meta property="article:published_time" content="2020-03-01T10:00:00+08:00">',
    body: `<div class="lama">${BODY}<p class="iklan">Pesan sponsor pasangan calon nomor satu, hubungi kami.</p></div><div class="baru"><p>${'Teks lain yang panjang sekali. '.repeat(10)}</p></div>`,
  });
  const site = siteWith([
    { until: '2021-01-01', body: '.lama', drop: ['.iklan'] },
    { body: '.baru' },
  ]);
  expect(read(html, site)).toMatchObject({ text: TEXT, method: 'selector' });
  expect(read(html.replace('2020-03', '2022-03'), site).text).toMatch(/^Teks lain/);
});

test('the site’s own selectors give title, date and author too, and a body in several boxes', () => {
  const parts = BODY.split('\n')
    .map((part) => `<div class="paragraf">${part}</div>`)
    .join('<div class="x">Iklan baris: dijual rumah di Bontang Barat.</div>');
  const html = page({
    body: `<h3 class="judul">Judul yang Benar - Contoh</h3><span data-tgl="1">Selasa, 5 November 2024 08:00</span><i class="oleh">Oleh Dewi Anggraini | Editor: Hendra</i>${parts}`,
  });
  const site = siteWith(
    [{ body: '.paragraf', title: '.judul', date: '[data-tgl]', author: '.oleh' }],
    '64.74',
  );
  expect(read(html, site)).toMatchObject({
    text: TEXT,
    title: 'Judul yang Benar',
    authors: ['Dewi Anggraini'],
    published: { at: '2024-11-05T08:00:00+08:00', confidence: 0.97 },
  });
});

test('a selector that finds nothing, or cannot be parsed, gives way to the judge', () => {
  expect(read(page(), siteWith([{ body: '.tidak-ada' }]))).toMatchObject({
    text: TEXT,
    method: 'blocks',
  });
  expect(read(page(), siteWith([{ body: 'div[[' }]))).toMatchObject({
    text: TEXT,
    method: 'blocks',
  });
});

test('JSON-LD gives the body where the page shows less than half of it, and only there', () => {
  const full = ld({
    '@type': 'NewsArticle',
    headline: 'ASN Diminta Netral di Kota Bontang',
    articleBody: TEXT,
  });
  expect(read(page({ head: full, body: '<p>Silakan tunggu.</p>' }))).toMatchObject({
    text: TEXT,
    method: 'json-ld',
  });
  const stub = ld({ '@type': 'NewsArticle', articleBody: TEXT.slice(0, 420) });
  expect(read(page({ head: stub }))).toMatchObject({ text: TEXT, method: 'blocks' });
});

const QUOTED = page({ body: BODY.replaceAll('–', '—') });
test.for<[string, string, string | null, string]>([
  ['header', 'windows-1252', 'text/html; charset=windows-1252', 'windows-1252'],
  ['nothing', 'windows-1252', null, 'windows-1252'],
  ['a header that lies', 'utf-8', 'text/html; charset=iso-8859-1', 'utf-8'],
  ['UTF-16 with its mark', 'utf-16', null, 'utf-16'],
])('charset by %s', ([, encoding, contentType, charset]) => {
  const article = readBytes(
    iconv.encode(QUOTED, encoding, { addBOM: encoding === 'utf-16' }),
    contentType,
  );
  expect(article.text).toBe(TEXT.replaceAll('–', '—'));
  expect(article.charset).toContain(charset);
});

test('mojibake is put right and counted', () => {
  const article = read(new TextDecoder('windows-1252').decode(new TextEncoder().encode(page())));
  expect(article.text).toBe(TEXT);
  expect(article.repaired).toBeGreaterThan(0);
});

test.for<[string, string, string]>([
  [
    'not-article',
    'a tag page',
    '<html><body><h1>Topik: ASN</h1><ul><li><a href="/1">Satu Berita tentang Netralitas</a></li><li><a href="/2">Dua Berita tentang Netralitas</a></li></ul></body></html>',
  ],
  ['no-text', 'an empty page', '<html><body></body></html>'],
  ['no-text', 'nothing', ''],
])('%s: %s', ([kind, name, html]) => {
  const article = read(html, null, name === 'a tag page' ? 'https://contoh.id/tag/asn' : undefined);
  expect(article.kind).toBe(kind);
  expect(article.detail).not.toBe('');
});
