// The posts route of a site: does it answer, how many posts a month, and is the site's clock set?
import { z } from 'zod';
import { decodeXml } from '../discover/xml.ts';
import { parsePosts, postsUrl } from '../discover/wordpress.ts';
import type { Limits } from '../transport.ts';
import type { HomePage } from './home-page.ts';
import { sizeOf, type Probe } from './probe.ts';
import { missed, ratePerDay, type Search, type Way } from './way.ts';

export type WordPress = Search & {
  /** Posts in all; null where the route does not say. */
  total: number | null;
  perMonth: number | null;
  /** Minutes between the site's clock and UTC for each post: all 0 where the clock was never set. */
  offsets: number[];
};

const DAYS_A_MONTH = 30.44;
const Dates = z.array(z.object({ date: z.string(), date_gmt: z.string() }).partial());

export type WordPressTask = { home: HomePage | null; limits: Limits; zone: number };

/** Asks the route of the entry, else the one that the home page names or a WordPress site has. */
export async function findPosts(probe: Probe, task: WordPressTask): Promise<WordPress> {
  const result: WordPress = { ways: [], misses: [], total: null, perMonth: null, offsets: [] };
  const place = routeOf(probe, task.home);
  if (place === null) return result;
  const { url, origin } = place;
  const got = await probe.get(postsUrl(url, { page: 1, since: null }), { limits: task.limits });
  if (!got.ok) {
    result.misses.push(missed(url, origin, got.error));
    return result;
  }
  const text = decodeXml(got.value.body);
  const posts = parsePosts(text, task.zone);
  if (posts === null || posts.found.length === 0) {
    result.misses.push({
      url,
      origin,
      reason: posts === null ? 'answers with something that is no list of posts' : 'has no posts',
    });
    return result;
  }
  const { found } = posts;
  const rate = ratePerDay(found);
  const way = { discovery: { kind: 'wordpress', url } as const, origin, found, base: url };
  return {
    ways: [{ ...way, requests: 2, bytes: sizeOf(got.value), news: false }], // new and edited posts are two queries
    misses: [],
    total: Number(got.value.headers['x-wp-total']) || null,
    perMonth: rate === null ? null : rate * DAYS_A_MONTH,
    offsets: offsetsIn(text),
  };
}

function routeOf(
  { site }: Probe,
  home: HomePage | null,
): (Pick<Way, 'origin'> & { url: string }) | null {
  const own = site.discover.find(({ kind }) => kind === 'wordpress');
  if (own !== undefined) return { url: own.url, origin: 'entry' };
  if (home !== null && home.restRoot !== null) {
    return { url: new URL('wp/v2/posts', home.restRoot).href, origin: 'home page' };
  }
  if (home !== null && !home.wordpress) return null;
  return { url: new URL('/wp-json/wp/v2/posts', site.home).href, origin: 'usual place' };
}

/** parsePosts has read the same text, so it is JSON. */
function offsetsIn(text: string): number[] {
  const dates = Dates.safeParse(JSON.parse(text.replace(/^\uFEFF/, ''))).data ?? [];
  return dates
    .map(({ date, date_gmt: utc }) =>
      Math.round((Date.parse(`${date}Z`) - Date.parse(`${utc}Z`)) / 60_000),
    )
    .filter((minutes) => !Number.isNaN(minutes));
}
