// One article under many addresses: kept once, fetched once an address, and never lost between names that lead nowhere.
import { expect, test } from 'vitest';
import { articleIdOf } from '../../archive/fingerprint.ts';
import type { Archive } from '../../archive/open.ts';
import { respond } from '../crawlers/press-server.ts';
import { type Pages, type SmallCrawl, smallCrawl, story } from './small-crawl.ts';

/** Crawls a site whose feed names these paths, as often as asked for. */
async function crawl(pages: Pages, named: string[], rounds = 1): Promise<SmallCrawl> {
  const small = await smallCrawl(pages, named);
  for (let n = 0; n < rounds; n += 1) await small.round();
  return small;
}

const keptAt = (archive: Archive): string[] => {
  const ids = new Set(archive.changesAfter(0, 99).map(({ article }) => article));
  return [...ids].flatMap((id) => archive.article(id)?.url ?? []).toSorted();
};
const asked = (paths: string[]): string[] =>
  paths.filter((path) => path !== '/feed' && path !== '/robots.txt').toSorted();

test('AMP, utm, www, ?page=all, ?p=ID, an old address: one article, each address asked for once', async () => {
  const pages: Pages = (origin) => ({
    '/berita/satu': story(`${origin}/berita/satu`),
    '/berita/satu?page=all': story(`${origin}/berita/satu`),
    '/mobil/satu': story(`${origin}/berita/satu`),
    '/?p=17': respond(301, { location: `${origin}/berita/satu?utm_source=x` }),
    '/lama/satu': respond(302, { location: '/berita/satu' }),
  });
  const named = [
    '/berita/satu/amp',
    '/berita/satu?utm_source=rss&utm_medium=feed',
    '/berita/satu?page=all',
    '/mobil/satu',
    '/?p=17',
    '/lama/satu',
  ];
  const { archive, server, at } = await crawl(pages, named, 3);
  expect(keptAt(archive)).toEqual([at('/berita/satu')]);
  expect(asked(server.paths())).toEqual(
    ['/berita/satu', '/berita/satu?page=all', '/mobil/satu', '/?p=17', '/lama/satu'].toSorted(),
  );
  for (const path of ['/berita/satu?page=all', '/mobil/satu', '/?p=17', '/lama/satu'])
    expect(archive.articleAt(at(path)), path).toBe(articleIdOf(at('/berita/satu')));
  expect(archive.summary().all).toMatchObject({ kept: 1, skipped: { alias: 4 }, open: 0 });
});

test('only the old address is named: its target is kept from the same answer', async () => {
  const { archive, server, at } = await crawl(
    (origin) => ({
      '/lama': respond(301, { location: '/baru' }),
      '/baru': story(`${origin}/baru`),
    }),
    ['/lama'],
  );
  expect(keptAt(archive)).toEqual([at('/baru')]);
  expect(asked(server.paths())).toEqual(['/baru', '/lama']);
});

test.for<{ name: string; pages: Pages; kept: string }>([
  {
    name: 'two pages that name each other',
    pages: (origin) => ({ '/a': story(`${origin}/b`), '/b': story(`${origin}/a`) }),
    kept: '/b',
  },
  {
    name: 'three pages in a ring',
    pages: (origin) => ({
      '/a': story(`${origin}/b`),
      '/b': story(`${origin}/c`),
      '/c': story(`${origin}/a`),
    }),
    kept: '/c',
  },
  {
    name: 'a canonical address that is not there',
    pages: (origin) => ({ '/a': story(`${origin}/tiada`) }),
    kept: '/tiada',
  },
  {
    name: 'a canonical address that robots.txt forbids',
    pages: (origin) => ({
      '/a': story(`${origin}/tutup`),
      '/robots.txt': (response) => response.end('User-agent: *\nDisallow: /tutup'),
    }),
    kept: '/tutup',
  },
  {
    name: 'a canonical address that always fails',
    pages: (origin) => ({ '/a': story(`${origin}/rusak`), '/rusak': respond(500) }),
    kept: '/rusak',
  },
  {
    name: 'a canonical address that is a section',
    pages: (origin) => ({
      '/a': story(`${origin}/kosong`),
      '/kosong': '<html><head><title>Daftar</title></head><body><ul><li>x</li></ul></body></html>',
    }),
    kept: '/kosong',
  },
])('$name: the article is kept, once', async ({ pages, kept }) => {
  const { archive, at } = await crawl(pages, ['/a']);
  expect(keptAt(archive)).toEqual([at(kept)]);
  expect(archive.summary().all).toMatchObject({ kept: 1, open: 0 });
  expect(archive.articleAt(at('/a'))).toBe(articleIdOf(at(kept)));
});

test('two twins of an address that is not there are one article', async () => {
  const { archive, at } = await crawl(
    (origin) => ({ '/a': story(`${origin}/tiada`), '/m/a': story(`${origin}/tiada`) }),
    ['/a', '/m/a'],
  );
  expect(keptAt(archive)).toEqual([at('/tiada')]);
  expect(archive.summary().all).toMatchObject({ kept: 1, skipped: { alias: 1 }, open: 0 });
});

test('what is new at an alias is asked for at its article', async () => {
  const { archive, at } = await crawl(
    (origin) => ({ '/a': story(`${origin}/b`), '/b': story(null) }),
    ['/a'],
  );
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const changed = { url: at('/a'), foundBy: 'feed', title: null, published: null } as const;
  expect(archive.addCandidates('warta', [{ ...changed, modified: later }], later)).toBe(1);
  expect(archive.due('warta', later, 9).map(({ url }) => url)).toEqual([at('/b')]);
});
