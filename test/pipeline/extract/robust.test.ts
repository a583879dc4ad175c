// Whatever the bytes are: an answer, the same one each time, in bounded time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Extracted } from '../../../schemas/article.ts';
import { ARTICLES } from './pages/fixture.ts';
import { antara, detik, tribun } from './pages/makes/agencies.ts';
import { disway, promedia } from './pages/makes/networks.ts';
import { blogger, handmade } from './pages/makes/small.ts';
import { jnews, wpberita } from './pages/makes/wordpress.ts';
import { page, read, readBytes, siteWith, TEXT } from './sample.ts';

const [ARTICLE] = ARTICLES;
if (ARTICLE === undefined) throw new Error('no articles');
const PAGES = [antara, detik, tribun, disway, promedia, blogger, handmade, jnews, wpberita].map(
  (make) => make.build(ARTICLE, 1).html,
);

const SNIPPETS = [
  '<',
  '>',
  '"',
  '</div>',
  '<div>',
  '<p',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<table><tr><td>',
  '&#',
  '&nbsp',
  '<a href="',
  '<svg>',
  '<button>',
  '<h1>',
  '\u0000',
  '\uD800',
  '{"@type":',
  '<br><br>',
];

/** A page with some parts cut out, doubled, moved or replaced by broken markup. */
const mutated = fc
  .tuple(
    fc.constantFrom(...PAGES),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 400 }),
        fc.constantFrom(...SNIPPETS, ''),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([html, edits]) =>
    edits.reduce((text, [where, length, snippet]) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + snippet + text.slice(at + length);
    }, html),
  );

test('a damaged page gives a reading of the right shape, twice the same, with any site entry', () => {
  const sites = [
    null,
    siteWith([{ preset: 'wordpress' }]),
    siteWith([{ body: 'article p:has(a)', drop: ['.x > .y + *'] }], '94'),
  ];
  fc.assert(
    fc.property(mutated, fc.constantFrom(...sites), (html, site) => {
      const article = read(html, site);
      expect(Extracted.safeParse(article).success).toBe(true);
      expect(read(html, site)).toEqual(article);
    }),
    { numRuns: 150 },
  );
});

test('any bytes give a reading', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.option(fc.string()), (bytes, type) => {
      expect(Extracted.safeParse(readBytes(bytes, type)).success).toBe(true);
    }),
  );
});

test('any address and moment of the fetch will do', () => {
  for (const url of ['', 'x', 'http://', 'javascript:1', 'https://contoh.id/%E0%A4%A'])
    expect(read(page(), null, url).text).toBe(TEXT);
});

const MEGABYTE = 1024 * 1024;
const LARGE: [string, string][] = [
  ['deep nesting', '<div>'.repeat(150_000)],
  ['deep nesting of inline elements', '<b>'.repeat(150_000) + 'x' + '</b>'.repeat(150_000)],
  ['buttons that nobody closes', '<button>'.repeat(150_000)],
  ['closing tags alone', '</td></p>'.repeat(120_000)],
  ['one long word', 'a'.repeat(4 * MEGABYTE)],
  ['one long paragraph', `<p>${'kata, '.repeat(400_000)}</p>`],
  ['many small paragraphs', '<p>Satu kalimat yang pendek saja.</p>'.repeat(20_000)],
  ['many links', '<a href="/x?page=2">Berita 2024</a> '.repeat(40_000)],
  ['an attribute without end', `<p class="${'a b '.repeat(MEGABYTE)}`],
  [
    'many attributes',
    `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`,
  ],
  ['scripts that nobody closes', '<script>'.repeat(150_000)],
  ['line breaks', 'Baca juga: 1<br>'.repeat(50_000)],
  ['brackets and dates', '(12/12/2024) '.repeat(200_000)],
  ['spaces', `<p>Senin${' '.repeat(MEGABYTE)}12${' '.repeat(MEGABYTE)}Mei</p>`],
  ['JSON-LD', `<script type="application/ld+json">${'{"a":['.repeat(40_000)}</script>`],
  ['table rows', '<table><tr><td>'.repeat(150_000)],
];

test.for(LARGE)('%s, megabytes of it, is read within seconds', ([, html]) => {
  const before = process.cpuUsage();
  read(`<html><body><h1>Judul</h1>${html}`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(4);
});
