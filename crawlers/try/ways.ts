// All ways to find articles of a site, tried one after the other.
import type { RobotsRules } from '../robots.ts';
import { findFeeds } from './feeds.ts';
import type { HomePage } from './home-page.ts';
import { findListing } from './listing.ts';
import type { Probe } from './probe.ts';
import type { TryDeps } from './report.ts';
import { findSitemaps } from './sitemaps.ts';
import type { Search, Way } from './way.ts';
import { findPosts, type WordPress } from './wordpress-api.ts';

export type Ways = { feeds: Search; sitemaps: Search; wordpress: WordPress; listing: Search };

export type WaysTask = { home: HomePage | null; rules: RobotsRules; zone: number };

/** Tries every way; a listing is guessed only where there is no other way. */
export async function tryWays(probe: Probe, task: WaysTask, { crawler }: TryDeps): Promise<Ways> {
  const { home, rules, zone } = task;
  const { limits } = crawler.web;
  const wordpress = await findPosts(probe, { home, limits: limits.feed, zone });
  const feeds = await findFeeds(probe, { home, limits: limits.feed, zone });
  const named = rules.sitemaps;
  const sitemaps = await findSitemaps(probe, { named, limits: limits.sitemap, zone });
  const others = [wordpress, feeds, sitemaps].some(({ ways }) => ways.length > 0);
  const listing = await findListing(probe, { home, limits: limits.page, others });
  return { feeds, sitemaps, wordpress, listing };
}

/** The ways that answered, best first: posts tell of edits, news sitemaps of dates, listings of neither. */
export const bestFirst = ({ feeds, sitemaps, wordpress, listing }: Ways): Way[] => [
  ...wordpress.ways,
  ...feeds.ways,
  ...sitemaps.ways.filter(({ news }) => news),
  ...sitemaps.ways.filter(({ news }) => !news),
  ...listing.ways,
];
