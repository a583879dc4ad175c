// Lists longer than a round reads: what is left over goes on in the next round, counted, and nothing is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../crawlers/discover/budget.ts';
import type { Candidate } from '../../../schemas/page.ts';
import type { Site } from '../../../schemas/site.ts';
import { rss, type Handler } from '../press-server.ts';
import { siteAt } from '../rig.ts';
import { crawlRig, serve } from '../stage.ts';

const NOW = Date.parse('2024-11-05T00:00:00Z');
const DAY = 86_400_000;

const candidate = (n: number, daysOld: number | null): Candidate => ({
  url: `https://x.id/${n}`,
  foundBy: 'sitemap',
  title: null,
  published: daysOld === null ? null : new Date(NOW - daysOld * DAY).toISOString(),
  modified: null,
});

describe('the share of a round', () => {
  test.for([
    {
      name: 'fewer than the cap: all, however old',
      ages: [1, 400],
      left: 2,
      first: false,
      want: [2, 0, 0],
    },
    {
      name: 'first visit: the newest, whatever their age',
      ages: [1, 40, 50],
      left: 2,
      first: true,
      want: [2, 0, 1],
    },
    {
      name: 'later: old ones are for a backfill',
      ages: [1, 40, 50],
      left: 2,
      first: false,
      want: [1, 0, 2],
    },
    { name: 'recent ones wait', ages: [1, 2, 3, 400], left: 2, first: false, want: [2, 1, 1] },
    { name: 'undated ones wait', ages: [null, null, null], left: 1, first: false, want: [1, 2, 0] },
    {
      name: 'nothing left: all recent ones wait',
      ages: [1, 2, 99],
      left: 0,
      first: true,
      want: [0, 2, 1],
    },
  ])('$name', ({ ages, left, first, want }) => {
    const { taken, waiting, older } = shareOf(
      ages.map((age, n) => candidate(n, age)),
      { left, first },
      NOW,
    );
    expect([taken.length, waiting, older]).toEqual(want);
  });

  test('every address is taken, waits or is counted as older; round by round all recent ones are taken', () => {
    const ages = fc.array(fc.option(fc.integer({ min: 0, max: 90 })), { maxLength: 60 });
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 9 }), fc.boolean(), (list, cap, begins) => {
        let fresh = list.map((age, n) => candidate(n, age));
        const recent = fresh.filter(
          ({ published }) => published === null || Date.parse(published) >= NOW - 30 * DAY,
        );
        const got = new Set<Candidate>();
        for (let round = 0; round <= list.length; round += 1) {
          const { taken, waiting, older } = shareOf(
            fresh,
            { left: cap, first: begins && round === 0 },
            NOW,
          );
          expect(taken.length + waiting + older).toBe(fresh.length);
          for (const each of taken) got.add(each);
          fresh = fresh.filter((each) => !got.has(each));
        }
        expect(recent.every((each) => got.has(each))).toBe(true);
      }),
    );
  });
});

const paths = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => `/berita/${from + n}`);

/** Rounds that only read the lists; how many addresses each made due, and how many wait. */
async function readLists(site: Site, rounds: number, made = crawlRig({ limits: {} })) {
  const found: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { sites } = await made.round([site], { onTaken: () => 0 });
    const waiting = sites[0]?.discovery.reduce((sum, answer) => sum + answer.waiting, 0) ?? 0;
    found.push([sites[0]?.found ?? 0, waiting]);
  }
  return found;
}

const withEtag =
  (body: () => string): Handler =>
  (response, request) => {
    const known = request.headers['if-none-match'] === '"1"';
    response.writeHead(known ? 304 : 200, { etag: '"1"' }).end(known ? undefined : body());
  };

test('a feed of 2,500 entries that offers 304: three rounds, then 304', async () => {
  const server = await serve({});
  const undated = (): string =>
    rss(server.origin, paths(2500)).replaceAll(/<pubDate>.*?<\/pubDate>/g, '');
  server.routes.set('/feed', withEtag(undated));
  const made = crawlRig({ limits: {} });
  const site = siteAt(server.origin);
  expect(await readLists(site, 3, made)).toEqual([
    [1000, 1500],
    [1000, 500],
    [500, 0],
  ]);
  const { sites } = await made.round([site], { onTaken: () => 0 });
  expect(sites[0]?.discovery).toMatchObject([{ answer: '304' }]);
  expect(made.ledger.entries.size).toBe(2500);
});

test('an index of 120 undated sitemaps: each is read within three rounds', async () => {
  const server = await serve({});
  const files = Array.from({ length: 120 }, (_, n) => `/s${n}.xml`);
  const loc = (path: string, tag: string): string =>
    `<${tag}><loc>${server.origin}${path}</loc></${tag}>`;
  server.routes.set('/sitemap.xml', (response) =>
    response.end(
      `<sitemapindex>${files.map((path) => loc(path, 'sitemap')).join('')}</sitemapindex>`,
    ),
  );
  for (const [n, path] of files.entries())
    server.routes.set(
      path,
      withEtag(() => `<urlset>${loc(`/berita/${n}`, 'url')}</urlset>`),
    );
  const discover = [{ kind: 'sitemap' as const, url: `${server.origin}/sitemap.xml` }];
  const found = await readLists(siteAt(server.origin, { discover }), 3);
  expect(found.reduce((sum, [added]) => sum + added, 0)).toBe(120);
});

test('a listing that grew by more pages than a round reads goes on where it stopped', async () => {
  const server = await serve({});
  let newest = 20;
  server.routes.set('/daftar', (response, request) => {
    const at = Number(new URL(request.url ?? '', server.origin).searchParams.get('p') ?? 0);
    const links = paths(10, newest - 10 * (at + 1)).filter((path) => !path.includes('-'));
    response.end(
      `${links.map((path) => `<a class="k" href="${path}">x</a>`).join('')}<a rel="next" href="/daftar?p=${at + 1}">n</a>`,
    );
  });
  const listing = {
    kind: 'listing' as const,
    url: `${server.origin}/daftar`,
    links: '.k',
    next: '[rel=next]',
    pages: 2,
  };
  const site = siteAt(server.origin, { discover: [listing] });
  const made = crawlRig({ limits: {} });
  expect(await readLists(site, 2, made)).toEqual([
    [20, 0],
    [0, 0],
  ]);
  newest = 80; // sixty new ones: three rounds of two pages
  expect((await readLists(site, 6, made)).reduce((sum, [added]) => sum + added, 0)).toBe(60);
  expect(made.ledger.entries.size).toBe(80);
});

test('2,300 posts after a long pause: the moment stays until all pages were read', async () => {
  const server = await serve({});
  const stamp = (n: number): string => new Date(NOW - n * 60_000).toISOString().slice(0, 19);
  server.routes.set('/posts', (response, request) => {
    const query = new URL(request.url ?? '', server.origin).searchParams;
    const page = Number(query.get('page'));
    const all = query.has('modified_after') ? [] : paths(2300);
    const posts = all.slice((page - 1) * 100, page * 100).map((path, n) => {
      const at = stamp((page - 1) * 100 + n);
      return { link: server.origin + path, date: at, date_gmt: at, modified_gmt: at };
    });
    response
      .writeHead(200, { 'x-wp-totalpages': String(Math.max(1, Math.ceil(all.length / 100))) })
      .end(JSON.stringify(posts));
  });
  const url = `${server.origin}/posts`;
  const made = crawlRig({ limits: {} });
  const cursor = { etag: null, lastModified: stamp(9000) };
  const record = { site: 'warta', url, at: stamp(9000), answer: '200', listed: 0, added: 0 };
  made.ledger.saveDiscovery({ ...record, validators: cursor });
  const site = siteAt(server.origin, { discover: [{ kind: 'wordpress', url }] });
  const found = await readLists(site, 4, made);
  expect(found.reduce((sum, [added]) => sum + added, 0)).toBe(2300);
  expect(made.ledger.entries.size).toBe(2300);
  expect(made.ledger.validators('warta', url)?.lastModified).toBe(stamp(0));
});
