// The press row's feeds, sitemaps, REST route and listings: each parses, and together they name what the manifest says.
import { gunzipSync } from 'node:zlib';
import { selectAll, selectOne } from 'css-select';
import { type Element, isTag } from 'domhandler';
import { parseFeed } from 'feedsmith';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Press, startPress } from '../../demo/press.ts';
import type { Discovery } from '../../schemas/site.ts';
import { decode, get, siteOf } from './reader.ts';

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(() => press.close());

const SITES = [
  'warta-pesut',
  'tao-toba-news',
  'harian-phinisi',
  'honai-pagi',
  'sasando-kini',
  'lawu-ekspres',
  'pos-rangkiang',
  'kantor-berita-nusa',
  'radar-rafflesia',
  'jurnal-pala',
];

const CAMPAIGN = /\?utm_source=rss&utm_medium=feed$/;

/** RSS or Atom → addresses; the feed that calls windows-1252 ISO-8859-1 is read as browsers read it. */
async function readFeed(url: string): Promise<string[]> {
  const bytes = new Uint8Array(await (await get(url)).arrayBuffer());
  const head = decode(bytes.slice(0, 100), 'utf-8');
  const text = decode(bytes, head.includes('ISO-8859-1') ? 'windows-1252' : 'utf-8');
  const parsed = parseFeed(text);
  if (parsed.format === 'atom') {
    return (parsed.feed.entries ?? []).flatMap(({ links }) =>
      (links ?? []).flatMap(({ rel, href }) => (rel === 'alternate' && href ? [href] : [])),
    );
  }
  if (parsed.format !== 'rss') throw new Error(`${url} is ${parsed.format}`);
  return (parsed.feed.items ?? []).flatMap(({ link }) => (link ? [link] : []));
}

async function readSitemap(url: string): Promise<string[]> {
  const bytes = Buffer.from(await (await get(url)).arrayBuffer());
  const text = (url.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1] ?? '');
  if (!text.includes('<sitemapindex')) return addresses;
  return (await Promise.all(addresses.map(readSitemap))).flat();
}

async function readRest(url: string): Promise<string[]> {
  const addresses: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    const response = await get(`${url}?per_page=20&page=${page}&_fields=link,title.rendered`);
    pages = Number(response.headers.get('x-wp-totalpages'));
    // The route's answer, asked for these two fields.
    const posts = (await response.json()) as { link: string; title: { rendered: string } }[];
    expect(posts.every((post) => Object.keys(post).sort().join() === 'link,title')).toBe(true);
    addresses.push(...posts.map(({ link }) => link));
  }
  return addresses;
}

const hrefOf = (element: Element): string => element.attribs['href'] ?? '';

async function readListing({
  url,
  links,
  next,
}: Extract<Discovery, { kind: 'listing' }>): Promise<string[]> {
  const addresses: string[] = [];
  for (let page: string | null = url; page !== null;) {
    const document = parseDocument(await (await get(page)).text());
    const base: string = page;
    for (const element of selectAll(links, document)) {
      if (isTag(element)) addresses.push(new URL(hrefOf(element), base).href);
    }
    const following = next === undefined ? null : selectOne(next, document);
    page = following && isTag(following) ? new URL(hrefOf(following), base).href : null;
  }
  return addresses;
}

function read(source: Discovery): Promise<string[]> {
  switch (source.kind) {
    case 'feed':
      return readFeed(source.url);
    case 'sitemap':
      return readSitemap(source.url);
    case 'wordpress':
      return readRest(source.url);
    case 'listing':
      return readListing(source);
    default:
      return source satisfies never;
  }
}

test.for(SITES)('%s lists what its manifest says, each source its own', async (id) => {
  const site = press.sites.find((candidate) => candidate.id === id);
  const { addresses } = siteOf(press.manifest(), id);
  for (const source of site?.discover ?? []) {
    const named = (await read(source)).map((url) => url.replace(CAMPAIGN, ''));
    const promised = addresses
      .filter(({ foundBy }) => foundBy.includes(source.kind))
      .map(({ url }) => url);
    expect([source.kind, ...named.toSorted()]).toEqual([source.kind, ...promised.toSorted()]);
  }
  const kinds = new Set<string>([
    ...(site?.discover ?? []).map(({ kind }) => kind),
    'canonical',
    'part',
  ]);
  expect(addresses.flatMap(({ foundBy }) => foundBy).filter((kind) => !kinds.has(kind))).toEqual(
    [],
  );
});

test.for(SITES)('%s answers 304 to its own validators, by ETag and by date', async (id) => {
  const site = press.sites.find((candidate) => candidate.id === id);
  for (const { url } of site?.discover ?? []) {
    const first = await get(url);
    await first.arrayBuffer();
    const etag = first.headers.get('etag') ?? '';
    const since = first.headers.get('last-modified') ?? '';
    expect((await get(url, { 'if-none-match': `W/${etag}` })).status).toBe(304);
    expect((await get(url, { 'if-modified-since': since })).status).toBe(304);
    expect((await get(url, { 'if-none-match': '"old"', 'if-modified-since': since })).status).toBe(
      200,
    );
    expect((await get(url, { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).status).toBe(
      200,
    );
  }
});

test('the REST route keeps to its parameters', async () => {
  const site = press.sites.find(({ id }) => id === 'warta-pesut');
  const route = site?.discover.find(({ kind }) => kind === 'wordpress')?.url ?? '';
  const posts = async (query: string): Promise<{ date: string; date_gmt: string }[]> =>
    // The route's answer with all fields.
    (await (await get(`${route}?${query}`)).json()) as { date: string; date_gmt: string }[];
  const [newest] = await posts('per_page=1');
  expect(newest?.date).toBe('2026-02-04T' + (newest?.date ?? '').slice(11));
  expect(Date.parse(`${newest?.date}+08:00`)).toBe(Date.parse(`${newest?.date_gmt}Z`));
  const since = await posts('per_page=100&after=2025-01-01T00:00:00');
  expect(since.length).toBeGreaterThan(2);
  expect(since.every(({ date }) => date >= '2025')).toBe(true);
  const until = await posts('per_page=100&before=2019-01-01T00:00:00&order=asc');
  expect(until.every(({ date }) => date < '2019')).toBe(true);
  expect((await get(`${route}?per_page=101`)).status).toBe(400);
  expect((await get(`${route}?per_page=100&page=2`)).status).toBe(400);
});
