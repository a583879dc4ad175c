// Articles that move to another address: one article under the id that it had first, and nothing of it lost.
import { expect, test } from 'vitest';
import { articleIdOf } from '../../archive/fingerprint.ts';
import { respond } from '../crawlers/press-server.ts';
import type { Route } from '../crawlers/press-server.ts';
import { type Pages, type SmallCrawl, smallCrawl, story } from './small-crawl.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon of the day on which the feed dates its articles. */
const START = Date.parse('2024-11-05T05:00:00Z');
/** After each look that an article gets. */
const LOOKS = [HOUR + 60_000, DAY + 3 * HOUR, 9 * DAY, 20 * DAY];

const redirect = (to: string): Route => respond(301, { location: to });

const OTHER = story(null).replace(
  /<div class="entry-content">.*<\/div>/s,
  `<div class="entry-content"><p>Harga cabai rawit di pasar tradisional Rawa Indah naik dua kali lipat menjelang akhir tahun, kata para pedagang sayur yang ditemui pada Selasa pagi.</p><p>Dinas perdagangan berjanji membuka pasar murah pekan depan di lima kelurahan agar warga tidak terbebani belanja dapur, ujar kepala dinas itu.</p></div>`,
);

type Press = SmallCrawl & {
  to: (ms: number) => Promise<void>;
  set: (path: string, route: Route) => void;
  named: string[];
};

/** A newspaper on a clock: `to` goes so many milliseconds past the start and crawls. */
async function press(pages: Pages, named: string[]): Promise<Press> {
  let clock = START;
  const small = await smallCrawl(pages, named, () => clock);
  const to = async (ms: number): Promise<void> => {
    clock = START + ms;
    await small.round();
    clock += 60_000;
    await small.round();
  };
  return { ...small, named, to, set: (path, route) => small.server.routes.set(path, route) };
}

/** What lists, counts and search show: path and versions of each article. */
function shown({ archive, at }: SmallCrawl): string[] {
  const { rows, total } = archive.reports.articles({}, 1, 50);
  expect(total).toBe(rows.length);
  expect(archive.lists.versionsMatching({}).length).toBe(total);
  expect([...archive.reports.articlesMatching({})].length).toBe(total);
  expect(archive.lists.articlesFrom({ query: 'Bawaslu OR cabai' }, 50, null).total).toBe(total);
  const { relevant, review, irrelevant } = archive.summary().all.articles;
  expect(relevant + review + irrelevant).toBe(total);
  return rows
    .map(({ id, url }) => {
      const versions = archive.versions(id).map(({ what }) => what);
      return `${url.slice(at('').length)} ${versions.join(' ')}`;
    })
    .toSorted();
}

const idOf = ({ at }: SmallCrawl, path: string): string => articleIdOf(at(path));

test.for<{ name: string; leave: (origin: string) => Route }>([
  { name: 'answers 301', leave: () => redirect('/b') },
  { name: 'answers 302', leave: () => respond(302, { location: '/b' }) },
  { name: 'answers 308', leave: () => respond(308, { location: '/b' }) },
  { name: 'calls itself by the new name', leave: (origin) => story(`${origin}/b`) },
])('the old address $name: what is there is the same article', async ({ leave }) => {
  const small = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
  await small.to(0);
  small.set('/a', leave(small.at('')));
  small.set('/b', story(small.at('/b')));
  await small.to(HOUR);
  expect(shown(small)).toEqual(['/b new moved']);
  const { archive, at } = small;
  const id = idOf(small, '/a');
  expect(archive.article(id)?.url).toBe(at('/b'));
  expect(archive.articleVersion(id, 1)?.url).toBe(at('/a'));
  for (const path of ['/a', '/b']) expect(archive.articleAt(at(path))).toBe(id);
  expect(archive.changesAfter(0, 9).map(({ article }) => article)).toEqual([id, id]);
});

test.for<{ name: string; leave: (origin: string) => Route }>([
  { name: 'a redirect', leave: () => redirect('/b') },
  { name: 'rel=canonical', leave: (origin) => story(`${origin}/b`) },
])('the feed names the new address first, the old one tells later by $name', async ({ leave }) => {
  const small = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
  const { archive, at, named } = small;
  await small.to(0);
  small.set('/b', story(at('/b'), ' dan diralat'));
  named.push('/b');
  await small.to(HOUR / 2);
  expect(shown(small)).toEqual(['/a new', '/b new']);
  small.set('/a', leave(at('')));
  await small.to(HOUR);
  const [a, b] = [idOf(small, '/a'), idOf(small, '/b')];
  expect(shown(small)).toEqual(['/b new moved']);
  expect(archive.article(a)?.extracted.text).toContain('diralat');
  expect(archive.article(b)).toBeNull();
  expect(archive.reports.article(b)?.article.id).toBe(a);
  expect(archive.versions(b).map(({ what }) => what)).toEqual(['new', 'moved']);
  expect(archive.articleVersion(b, 1)?.extracted.text).toContain('diralat');
  for (const path of ['/a', '/b']) expect(archive.articleAt(at(path))).toBe(a);

  // what happens at the new address from now on happens to the article
  small.set('/b', story(at('/b'), ' dan diralat lagi'));
  await small.to(DAY + 3 * HOUR);
  small.set('/b', respond(410));
  await small.to(9 * DAY);
  expect(shown(small)).toEqual(['/b new moved edited gone']);
  expect(archive.summary().all).toMatchObject({ kept: 1, skipped: { alias: 1 }, open: 0 });
});

test('an address that moves twice, seen in either order, is one article', async () => {
  for (const order of [['/a', '/b'], ['/b', '/a'], ['both']]) {
    const small = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
    const { at, named } = small;
    await small.to(0);
    for (const [n, path] of ['/b', '/c'].entries()) {
      small.set(path, story(at(path)));
      named.push(path);
      await small.to((n + 1) * 600_000);
    }
    const leave = { '/a': '/b', '/b': '/c' } as const;
    const looks = [HOUR, DAY + 3 * HOUR, 9 * DAY];
    for (const step of order) {
      for (const [from, to] of Object.entries(leave))
        if (step === from || step === 'both') small.set(from, redirect(to));
      await small.to(looks.shift() ?? 0);
    }
    for (const look of looks) await small.to(look);
    expect(shown(small).map((line) => line.split(' ')[0])).toEqual(['/c']);
    for (const path of ['/a', '/b', '/c'])
      expect(small.archive.articleAt(at(path)), path).toBe(idOf(small, '/a'));
    expect(small.archive.presentId(idOf(small, '/b'))).toBe(idOf(small, '/a'));
  }
});

test('back to where it was: the same article, at its first address', async () => {
  const small = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
  await small.to(0);
  small.set('/a', redirect('/b'));
  small.set('/b', story(small.at('/b')));
  await small.to(HOUR);
  small.set('/b', redirect('/a'));
  small.set('/a', story(small.at('/a')));
  await small.to(3 * HOUR);
  expect(shown(small)).toEqual(['/a new moved moved']);
  for (const path of ['/a', '/b'])
    expect(small.archive.articleAt(small.at(path))).toBe(idOf(small, '/a'));
  expect(small.archive.summary().all).toMatchObject({ kept: 1, skipped: { alias: 1 }, open: 0 });
});

test('two addresses that lead to each other: one article, asked for at each look and no more', async () => {
  const pages: Pages = (origin) => ({ '/a': story(`${origin}/a`), '/b': story(`${origin}/b`) });
  const small = await press(pages, ['/a', '/b']);
  await small.to(0);
  small.set('/a', redirect('/b'));
  small.set('/b', redirect('/a'));
  const before = small.server.paths().length;
  for (const look of LOOKS) await small.to(look);
  expect(shown(small)).toHaveLength(1);
  expect(
    small.server
      .paths()
      .slice(before)
      .filter((path) => path !== '/feed' && path !== '/robots.txt').length,
  ).toBeLessThan(16);
});

const MANY = ['/1', '/2', '/3', '/4'];
const texts = [' soal baliho', ' soal sembako', ' soal mutasi', ' soal rapat'];
test.for<{ name: string; target: string; route: Route }>([
  {
    name: 'the home page',
    target: '/',
    route: '<html><head><title>Warta</title></head><body><p>Beranda</p></body></html>',
  },
  {
    name: 'a section',
    target: '/berita',
    route: '<html><head><title>Berita</title></head><body><ul><li>satu</li></ul></body></html>',
  },
  {
    name: 'a soft 404',
    target: '/hilang',
    route:
      '<html><head><title>404 Halaman tidak ditemukan</title></head><body><article><h1>404</h1><p>Halaman tidak ditemukan</p></article></body></html>',
  },
  { name: 'another article', target: '/lain', route: OTHER },
])('many addresses lead to $name: none of them moved', async ({ target, route }) => {
  const pages: Pages = (origin) =>
    Object.fromEntries(MANY.map((path, n) => [path, story(`${origin}${path}`, texts[n])]));
  const small = await press(pages, [...MANY]);
  await small.to(0);
  const ids = MANY.map((path) => idOf(small, path));
  for (const path of MANY) small.set(path, redirect(target));
  small.set(target, route);
  for (const look of LOOKS) await small.to(look);
  for (const id of ids) {
    expect(small.archive.article(id)?.id).toBe(id);
    expect(small.archive.versions(id).map(({ what }) => what)).not.toContain('moved');
  }
});

test('an address that leads to another host is no move', async () => {
  const small = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
  const other = await press((origin) => ({ '/a': story(`${origin}/a`) }), ['/a']);
  await small.to(0);
  await other.to(0);
  small.set('/a', redirect(other.at('/a').replace('127.0.0.1', 'localhost')));
  for (const look of LOOKS) await small.to(look);
  expect(shown(small).map((line) => line.split(' ')[0])).toEqual(['/a']);
});
