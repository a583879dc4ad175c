// The pure parts of a trial: listing guess, rates, intervals, the masthead, the entry's text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSite } from '../../../crawlers/sites.ts';
import { intervalFor } from '../../../crawlers/try/cost.ts';
import { entryText } from '../../../crawlers/try/entry.ts';
import { readHome } from '../../../crawlers/try/home-page.ts';
import { guessListing } from '../../../crawlers/try/listing.ts';
import type { TryReport } from '../../../crawlers/try/report.ts';
import { draftSite, idOf } from '../../../crawlers/try/draft.ts';
import { ratePerDay, type Way } from '../../../crawlers/try/way.ts';

const HOME = 'https://kabar-contoh.id/';
const site = draftSite(new URL(HOME), false);
const link = (at: number, attributes = ''): string =>
  `<a href="/berita/${at}"${attributes}>Judul berita yang cukup panjang nomor ${at}</a>`;
const ten = (make: (at: number) => string): string =>
  Array.from({ length: 10 }, (_, at) => make(at)).join('');

test.for([
  ['links with a class of their own', ten((at) => link(at, ' class="x judul"')), 'a.x'],
  ['headings', ten((at) => `<h2>${link(at)}</h2>`), 'h2 a'],
  ['boxes', ten((at) => `<div class="kartu"><div>${link(at)}</div></div>`), '.kartu a'],
  [
    'a class that menus share loses to the box',
    `<a class="t" href="/a">Satu</a><a class="t" href="/b">Dua</a>${ten((at) => `<p class="baris">${link(at, ' class="t"')}</p>`)}`,
    '.baris a',
  ],
  ['bare links', ten((at) => link(at)), 'a[href]'],
] as const)('listing: %s', ([, html, links]) => {
  expect(guessListing(html, HOME, site)).toEqual({ kind: 'listing', url: HOME, links, pages: 1 });
});

test.for([
  ['rel=next', '<a rel="next" href="/2">2</a>', 'a[rel~="next"]'],
  ['its word', '<a class="lanjut" href="/2">Selanjutnya »</a>', 'a.lanjut'],
] as const)('listing: the next page by %s', ([, html, next]) => {
  expect(guessListing(ten((at) => `<h2>${link(at)}</h2>`) + html, HOME, site)).toMatchObject({
    next,
    pages: 3,
  });
});

test.for([
  ['four headlines', `<h2>${link(1)}${link(2)}${link(3)}${link(4)}</h2>`],
  [
    'links elsewhere',
    ten((at) => `<a href="https://lain.id/${at}">Judul berita yang cukup panjang nomor ${at}</a>`),
  ],
  [
    'sections',
    ten((at) => `<a href="/kategori/${at}">Judul berita yang cukup panjang nomor ${at}</a>`),
  ],
] as const)('no listing: %s', ([, html]) => {
  expect(guessListing(html, HOME, site)).toBeNull();
});

const found = (days: number[]) =>
  days.map((day) => ({
    href: `/${day}`,
    title: null,
    published: new Date(day * 86_400_000).toISOString(),
    modified: null,
  }));

test.for([
  [[1, 2, 3, 4, 5], 1],
  [[10, 10.5, 11], 2],
  [[1, 2], null],
  [[], null],
  [[7, 7, 7], 48], // at once: an hour is the shortest span
] as const)('articles a day of %j: %s', ([days, rate]) => {
  expect(ratePerDay(found([...days]))).toEqual(rate === null ? null : expect.closeTo(rate, 6));
});

const way = (count: number): Way => ({
  discovery: { kind: 'feed', url: `${HOME}feed/` },
  origin: 'usual place',
  found: found(Array.from({ length: count }, (_, at) => at)),
  base: HOME,
  requests: 1,
  bytes: 1,
  news: false,
});

test.for([
  [null, 50, 60],
  [0.1, 50, 360],
  [12, 50, 120],
  [48, 50, 30],
  [200, 50, 15],
  [24, 2, 60],
  [96, 4, 15],
] as const)('%s articles a day, a list of %i: every %i minutes', ([perDay, entries, minutes]) => {
  expect(intervalFor(perDay, [way(entries)])).toBe(minutes);
});

test('a list is read again before half of it is gone', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      fc.integer({ min: 2, max: 200 }),
      (perDay, entries) => {
        const minutes = intervalFor(perDay, [way(entries)]);
        expect(minutes === 15 || (minutes / 1440) * perDay <= entries / 2).toBe(true);
      },
    ),
  );
});

test.for([
  ['<meta property="og:site_name" content="Natmed"><title>x</title>', 'Natmed'],
  ['<title>Beranda - Kabar Contoh</title>', 'Kabar Contoh'],
  ['<title>Terpercaya | Kabar-Contoh</title>', 'Kabar-Contoh'],
  ['<p>no title</p>', ''],
] as const)('the masthead of %s', ([html, name]) => {
  expect(readHome(html, HOME).name).toBe(name);
});

test('feeds of the head, absolute; WordPress by its signs', () => {
  const page = readHome(
    '<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="alternate" hreflang="en" href="/en"><link rel="https://api.w.org/" href="/wp-json/"><link rel="alternate" type="application/atom+xml" href="javascript:1">',
    HOME,
  );
  expect(page.feeds).toEqual([`${HOME}feed/`]);
  expect([page.wordpress, page.restRoot]).toEqual([true, `${HOME}wp-json/`]);
});

test.for([
  ['https://www.Natmed.id/', 'natmed-id'],
  ['http://127.0.0.1:8041/', '127-0-0-1-8041'],
  ['https://aceh.tribunnews.com/', 'aceh-tribunnews-com'],
] as const)('the id of %s', ([home, id]) => {
  expect(idOf(new URL(home))).toBe(id);
});

const report = (more: Partial<TryReport['findings']>): TryReport => ({
  site,
  usable: true,
  checks: [{ name: 'alive', status: 'warning', reason: 'two\nlines: #', next: null }],
  notRun: [],
  samples: [],
  findings: {
    name: 'Kabar',
    home: HOME,
    region: null,
    network: null,
    discover: [{ kind: 'feed', url: `${HOME}feed/` }],
    preset: null,
    browser: false,
    delay: 2,
    interval: 60,
    perDay: null,
    ...more,
  },
  requests: 1,
  bytes: 1,
  took: 1,
});

const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

test('an entry reads back as what was found, whatever names and selectors are', () => {
  const words = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => oneLine(text) !== '');
  const selector = fc.constantFrom(
    'a.judul',
    'h3 a',
    '.kartu a',
    'a[rel~="next"]',
    '#isi > a',
    "a[title='x']",
  );
  fc.assert(
    fc.property(
      fc.record({ name: words, network: words, region: fc.constantFrom('64.74', '11', null) }),
      fc.record({ links: selector, next: selector }),
      ({ name, network, region }, { links, next }) => {
        const discover = [
          { kind: 'listing' as const, url: `${HOME}indeks?p=1&q=a`, links, next, pages: 3 },
        ];
        const text = entryText(
          report({
            name,
            network,
            discover,
            region,
            preset: 'disway',
            browser: true,
            delay: 5,
          }),
          '2026-11-24',
        );
        expect(parseSite(text, `${site.id}.yaml`)).toMatchObject({
          ok: true,
          value: {
            name: oneLine(name),
            network: oneLine(network),
            discover,
            region,
            extract: [{ preset: 'disway' }],
            browser: true,
            delay: 5,
            verified: false,
          },
        });
      },
    ),
  );
});

test('Blogger is asked for more than the usual 25 entries', () => {
  const discover = [{ kind: 'feed' as const, url: `${HOME}feeds/posts/default` }];
  expect(entryText(report({ discover }), '2026-11-24')).toContain(
    '/feeds/posts/default?max-results=50',
  );
});
