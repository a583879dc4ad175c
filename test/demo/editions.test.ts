// The second edition changes what it says and nothing else; two starts give the same bytes; the manifest adds up.
import { expect, test } from 'vitest';
import type { PressCounts, PressManifest } from '../../demo/manifest.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { get } from './reader.ts';

const origins = (press: Press): [string, string][] =>
  press.sites.map(({ id, home }) => [home.slice(0, -1), `http://${id}`]);

/** Text with ports taken out of it. */
const portless = (press: Press, text: string): string =>
  origins(press).reduce(
    (plain, [origin, name]) =>
      plain.replaceAll(origin, name).replaceAll(encodeURIComponent(origin), name),
    text,
  );

/** One address → its status and body, ports taken out; troubles that pass are waited for. */
async function bodyOf(press: Press, url: string): Promise<string> {
  let response = await get(url, { 'accept-encoding': 'identity' });
  for (let tries = 0; tries < 2 && response.status >= 429; tries++) {
    await response.arrayBuffer();
    response = await get(url, { 'accept-encoding': 'identity' });
  }
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return `${response.status} ${portless(press, text)}`;
}

/** Every source and every article's address → status and body; newspapers side by side, their slow pages with them. */
async function snapshot(press: Press): Promise<Map<string, string>> {
  const { sites } = press.manifest();
  const bySite = press.sites.map(async ({ discover }, index) => {
    const pages = (sites[index]?.addresses ?? []).filter(
      ({ ending }) => ending.kind === 'kept' || ending.reason === 'alias',
    );
    const bodies: [string, string][] = [];
    for (const { url } of [...discover, ...pages]) {
      bodies.push([portless(press, url), await bodyOf(press, url)]);
    }
    return bodies;
  });
  return new Map((await Promise.all(bySite)).flat());
}

const differences = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...before].filter(([url, body]) => after.get(url) !== body).map(([url]) => url);

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

type Addresses = PressManifest['sites'][number]['addresses'];

/** What moved has no page of its own: its bytes are its target's. */
const movedOf = (addresses: Addresses): number =>
  addresses.filter(({ ending }) => ending.kind === 'skipped' && ending.moved === true).length;

function expectSum(counts: PressCounts, addresses: Addresses): void {
  expect(counts.kept + total(counts.skipped) + total(counts.failed)).toBe(counts.found);
  expect(counts.relevant + counts.irrelevant).toBe(counts.kept);
  const unread = (counts.skipped['robots'] ?? 0) + (counts.skipped['no-browser'] ?? 0);
  expect(counts.fetched).toBe(counts.found - total(counts.failed) - unread - movedOf(addresses));
}

const articlesOf = (manifest: PressManifest) => manifest.sites.flatMap(({ articles }) => articles);

test('two starts give the same bytes; the second edition changes one text, takes one down, adds a few', async () => {
  const first = await startPress({ basePort: 0 });
  const second = await startPress({ basePort: 0 });
  const before = await snapshot(first);
  expect(differences(before, await snapshot(second))).toEqual([]);
  await second.close();

  const old = first.manifest();
  first.advance();
  const present = first.manifest();
  const after = await snapshot(first);
  const byUrl = new Map(articlesOf(old).map((article) => [article.url, article]));
  const changed = articlesOf(present).filter(
    ({ url, text }) => byUrl.has(url) && byUrl.get(url)?.text !== text,
  );
  const gone = articlesOf(present).filter(({ gone: removed }) => removed);
  const added = articlesOf(present).filter(({ url }) => !byUrl.has(url));
  expect([changed.length, gone.length, added.length]).toEqual([1, 1, 4]);
  expect(articlesOf(present).length).toBe(byUrl.size + added.length);
  expect(after.get(portless(first, gone[0]?.url ?? ''))).toMatch(/^410 /);
  for (const { url } of added) expect(after.get(portless(first, url))).toMatch(/^200 /);

  const touched = new Set([...changed, ...gone, ...added].map(({ url }) => new URL(url).origin));
  const names = new Set(
    origins(first).flatMap(([origin, name]) => (touched.has(origin) ? [name] : [])),
  );
  const differing = [...before]
    .filter(([url, body]) => after.get(url) !== body)
    .map(([url]) => url);
  expect(differing.length).toBeGreaterThan(5);
  for (const url of differing) expect(names.has(new URL(url).origin)).toBe(true);
  await first.close();
});

test('feeds, sitemaps and REST tell of the changes, and give the moment that was asked for', async () => {
  const press = await startPress({ basePort: 0 });
  const source = (id: string, kind: string): string =>
    press.sites.find((site) => site.id === id)?.discover.find((entry) => entry.kind === kind)
      ?.url ?? '';
  const route = source('warta-pesut', 'wordpress');
  const etag = (await get(route)).headers.get('etag') ?? '';
  const quiet = source('radar-rafflesia', 'sitemap');
  const quietTag = (await get(quiet)).headers.get('etag') ?? '';
  press.advance('2027-01-05T02:30:00Z');

  expect((await get(route, { 'if-none-match': etag })).status).toBe(200);
  expect((await get(quiet, { 'if-none-match': quietTag })).status).toBe(304);
  const edited = await get(
    `${route}?modified_after=2027-01-01T00:00:00&_fields=title,modified,modified_gmt`,
  );
  expect(await edited.json()).toMatchObject([
    {
      title: { rendered: 'Netralitas ASN Masuk Evaluasi Kinerja di Kutai Timur' },
      modified: '2027-01-05T10:30:00',
      modified_gmt: '2027-01-05T02:30:00',
    },
  ]);
  const gone = articlesOf(press.manifest()).find(({ gone: removed }) => removed)?.url ?? '';
  const sitemap = await (await get(new URL('/sitemap-2024.xml', gone).href)).text();
  expect(sitemap).toContain(`<loc>${gone}</loc><lastmod>2027-01-05T02:30:00Z</lastmod>`);
  await press.close();
});

test('opened at the second edition, what was taken down was never there', async () => {
  const press = await startPress({ basePort: 0, edition: 2 });
  const manifest = press.manifest();
  expect(articlesOf(manifest).some(({ gone }) => gone)).toBe(false);
  const agency = manifest.sites.find(({ site }) => site === 'kantor-berita-nusa');
  expect(agency?.counts.failed['status-410']).toBe(1);
  expectSum(
    manifest.counts,
    manifest.sites.flatMap(({ addresses }) => addresses),
  );
  await press.close();
});

test.for([{ browser: true }, { browser: false }])('the manifest adds up: %o', async (options) => {
  const press = await startPress({ basePort: 0 });
  const manifest = press.manifest(options);
  await press.close();
  for (const { counts, addresses, articles } of manifest.sites) {
    expectSum(counts, addresses);
    expect(addresses.length).toBe(counts.found);
    expect(articles.length).toBe(counts.kept);
  }
  expectSum(
    manifest.counts,
    manifest.sites.flatMap(({ addresses }) => addresses),
  );
  const urls = manifest.sites.flatMap(({ addresses }) => addresses.map(({ url }) => url));
  expect(new Set(urls).size).toBe(urls.length);
  expect(manifest.counts.found).toBe(urls.length);
});

test('the row is as large and as varied as it should be', async () => {
  const press = await startPress({ basePort: 0 });
  const manifest = press.manifest();
  await press.close();
  const articles = articlesOf(manifest);
  const dated = articles.filter(({ published }) => (published ?? '') >= '2018');
  expect(new Set(dated.map(({ story }) => story)).size).toBeGreaterThanOrEqual(250);
  const years = new Set(dated.map(({ published }) => (published ?? '').slice(0, 4)));
  expect([...years].toSorted((a, b) => a.localeCompare(b))).toEqual([
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
  ]);
  const provinces = new Set(
    articles.flatMap(({ regions }) => regions.map((code) => code.slice(0, 2))),
  );
  expect(provinces.size).toBe(38);
  expect(articles.filter(({ published }) => published === null).length).toBe(5);
  expect(articles.filter(({ advertorial }) => advertorial).length).toBeGreaterThanOrEqual(5);
  expect(manifest.counts.irrelevant).toBeGreaterThan(100);
  const sizes = manifest.copies.map((group) => group.length);
  expect(sizes.length).toBeGreaterThanOrEqual(12);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 4]);
  for (const group of manifest.copies) {
    expect(new Set(group.map((url) => new URL(url).origin)).size).toBe(group.length);
  }
});
