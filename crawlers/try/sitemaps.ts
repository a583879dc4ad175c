// Sitemaps of a site: those of its entry, those robots.txt names, else the usual places; an index by its newest file.
import { gunzipByMagic } from '../inflate.ts';
import { parseSitemap, type Sitemap, type SitemapFile } from '../discover/sitemap.ts';
import { NOT_ARTICLES } from '../discover/sitemap-walk.ts';
import { decodeXml } from '../discover/xml.ts';
import type { Limits } from '../transport.ts';
import { sizeOf, type Probe } from './probe.ts';
import { missed, type Search, type Way } from './way.ts';

const USUAL = [
  '/sitemap-news.xml',
  '/news-sitemap.xml',
  '/sitemap.xml',
  '/sitemap_index.xml',
  '/wp-sitemap.xml',
];
const MAX_NAMED = 4;
const NEWS = /schemas\/sitemap-news|<(?:news|n):news\b/i;

export type SitemapTask = { named: string[]; limits: Limits; zone: number };

type Place = { url: string; origin: Way['origin'] };

/** Asks until there is a news sitemap and a plain one, or all places were asked; those of the entry are all asked. */
export async function findSitemaps(probe: Probe, task: SitemapTask): Promise<Search> {
  const search: Search = { ways: [], misses: [] };
  const places: Place[] = [
    ...task.named.slice(0, MAX_NAMED).map((url) => ({ url, origin: 'robots.txt' as const })),
    ...USUAL.map((path) => {
      return { url: new URL(path, probe.site.home).href, origin: 'usual place' as const };
    }),
  ];
  const asked = new Set<string>();
  for (const { kind, url } of probe.site.discover) {
    if (kind !== 'sitemap') continue;
    asked.add(url);
    await trySitemap(probe, task, search, { url, origin: 'entry' });
  }
  for (const place of places) {
    if (isComplete(search) || probe.refusal() !== null) break;
    // robots.txt names them all, the usual places are for sites where it names none
    if (
      place.origin === 'usual place' &&
      search.ways.some(({ news }) => !news) &&
      !/news/.test(place.url)
    )
      continue;
    if (asked.has(place.url) || !URL.canParse(place.url)) continue;
    asked.add(place.url);
    await trySitemap(probe, task, search, place);
  }
  return search;
}

const isComplete = ({ ways }: Search): boolean =>
  ways.some(({ news }) => news) && ways.some(({ news }) => !news);

type Read = { sitemap: Sitemap; news: boolean; bytes: number; finalUrl: string };

async function readFile(
  probe: Probe,
  { limits, zone }: SitemapTask,
  place: Place,
): Promise<Read | Search['misses'][number]> {
  const { url, origin } = place;
  const got = await probe.get(url, { limits });
  if (!got.ok) return missed(url, origin, got.error);
  const { body, headers, finalUrl } = got.value;
  const plain = await gunzipByMagic(body, limits.inflated);
  if (!plain.ok) return missed(url, origin, plain.error);
  const text = decodeXml(plain.value, headers['content-type']);
  const sitemap = parseSitemap(text, zone);
  if (sitemap === null) return { url, origin, reason: 'answers with something that is no sitemap' };
  return { sitemap, news: NEWS.test(text.slice(0, 20_000)), bytes: sizeOf(got.value), finalUrl };
}

async function trySitemap(
  probe: Probe,
  task: SitemapTask,
  search: Search,
  place: Place,
): Promise<void> {
  const top = await readFile(probe, task, place);
  if (!('sitemap' in top)) return void search.misses.push(top);
  const discovery = { kind: 'sitemap', url: top.finalUrl } as const;
  const common = { discovery, origin: place.origin };
  if (top.sitemap.kind === 'urls') {
    const { found } = top.sitemap;
    if (found.length === 0) {
      return void search.misses.push({ ...place, reason: 'names no address' });
    }
    return void search.ways.push({
      ...common,
      found,
      base: top.finalUrl,
      requests: 1,
      bytes: top.bytes,
      news: top.news,
    });
  }
  const below = await readNewest(probe, task, top.sitemap.files);
  if (below === null) {
    return void search.misses.push({
      ...place,
      reason: 'an index whose newest file cannot be read',
    });
  }
  const { found, news, bytes, finalUrl } = below;
  search.ways.push({
    ...common,
    found,
    news,
    base: finalUrl,
    requests: 2,
    bytes: top.bytes + bytes,
  });
}

/** The newest file of an index that lists articles. */
async function readNewest(
  probe: Probe,
  task: SitemapTask,
  files: SitemapFile[],
): Promise<(Omit<Read, 'sitemap'> & Pick<Way, 'found'>) | null> {
  const own = files.filter(({ href }) => {
    const url = URL.parse(href);
    return url !== null && probe.policy.owns(url) && !NOT_ARTICLES.test(url.pathname);
  });
  // undated indexes often list the oldest file first
  const dated = own.some(({ lastModified }) => lastModified !== null);
  for (const { href } of (dated ? own : own.toReversed()).slice(0, 2)) {
    const read = await readFile(probe, task, { url: href, origin: 'usual place' });
    if ('sitemap' in read && read.sitemap.kind === 'urls' && read.sitemap.found.length > 0) {
      return { ...read, found: read.sitemap.found };
    }
  }
  return null;
}
