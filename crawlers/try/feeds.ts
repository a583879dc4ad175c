// Feeds of a site: those of its entry, those its home page names, else the usual places; the first that has entries.
import { parseFeed } from '../discover/feed.ts';
import { decodeXml } from '../discover/xml.ts';
import type { Limits } from '../transport.ts';
import type { HomePage } from './home-page.ts';
import { sizeOf, type Probe } from './probe.ts';
import { missed, type Search, type Way } from './way.ts';

/** In order of frequency among regional newspapers. */
const USUAL = [
  '/feed/',
  '/rss',
  '/feeds/posts/default',
  '/rss.xml',
  '/rss/terkini.xml',
  '/atom.xml',
];
/** Comments, sections and single articles have feeds of their own. */
const NOT_ALL = /comments|komentar|\/(?:category|tag|author)\//i;
const MAX_NAMED = 3;

export type FeedTask = { home: HomePage | null; limits: Limits; zone: number };

/** Asks until one feed has entries; those of the entry are all asked. */
export async function findFeeds(probe: Probe, task: FeedTask): Promise<Search> {
  const search: Search = { ways: [], misses: [] };
  for (const { kind, url } of probe.site.discover) {
    if (kind === 'feed') await tryFeed(probe, task, search, { url, origin: 'entry' });
  }
  const named = (task.home?.feeds ?? []).filter((url) => !NOT_ALL.test(url)).slice(0, MAX_NAMED);
  const usual = USUAL.map((path) => new URL(path, probe.site.home).href);
  const places = [
    ...named.map((url) => ({ url, origin: 'home page' as const })),
    ...usual.map((url) => ({ url, origin: 'usual place' as const })),
  ];
  const asked = new Set(probe.site.discover.map(({ url }) => url));
  for (const place of places) {
    if (search.ways.length > 0 || probe.refusal() !== null) break;
    if (asked.has(place.url)) continue;
    asked.add(place.url);
    await tryFeed(probe, task, search, place);
  }
  return search;
}

async function tryFeed(
  probe: Probe,
  { limits, zone }: FeedTask,
  search: Search,
  { url, origin }: Pick<Way, 'origin'> & { url: string },
): Promise<void> {
  const got = await probe.get(url, { limits, elsewhere: true });
  if (!got.ok) return void search.misses.push(missed(url, origin, got.error));
  const { body, headers, finalUrl } = got.value;
  const feed = parseFeed(decodeXml(body, headers['content-type']), zone);
  if (feed === null || feed.found.length === 0) {
    const reason = feed === null ? 'answers with something that is no feed' : 'has no entries';
    return void search.misses.push({ url, origin, reason });
  }
  search.ways.push({
    discovery: { kind: 'feed', url: finalUrl },
    origin,
    found: feed.found,
    base: finalUrl,
    requests: 1,
    bytes: sizeOf(got.value),
    news: false,
  });
}
