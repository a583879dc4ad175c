// Lists of a source and a span of days → the addresses of articles of those days, page by page, from where it was left.
import type { Candidate } from '../../schemas/page.ts';
import type { Discovery } from '../../schemas/site.ts';
import { gunzipByMagic } from '../inflate.ts';
import { inSlices } from '../steps.ts';
import { candidatesOf, type Found } from './candidates.ts';
import { parseListing } from './listing.ts';
import { NOT_ARTICLES } from './sitemap-walk.ts';
import { sitemapOf } from './sitemap.ts';
import { getSource, type Visit } from './visit.ts';
import { parsePosts, postsUrl } from './wordpress.ts';
import { decodeXml } from './xml.ts';

/** Local days, inclusive. */
export type Days = { from: string; to: string };

/** One list while it is read: the posts route, a listing, a sitemap file. */
export type OlderList = { kind: Exclude<Discovery['kind'], 'feed'>; url: string };

export type OlderPage = {
  candidates: Candidate[];
  listed: number;
  /** Where the list goes on; null at its end. */
  next: string | null;
  /** Further lists that this one leads to: the files of a sitemap index. */
  lists: OlderList[];
};

/** The lists that an entry names and that reach back in time; a feed does not. */
export const olderLists = (discover: readonly Discovery[]): OlderList[] =>
  discover.flatMap(({ kind, url }) => (kind === 'feed' ? [] : [{ kind, url }]));

/**
 * Reads one page of a list: the one at `next`, or its first. An error text where it does not answer.
 * Days are told by the date that the list gives, else by one in the address; what has neither is taken.
 */
export async function readOlder(
  visit: Visit,
  list: OlderList,
  days: Days,
  next: string | null,
): Promise<OlderPage | string> {
  if (list.kind === 'wordpress') return readPosts(visit, list.url, days, Number(next ?? 1));
  if (list.kind === 'sitemap') return readFile(visit, list.url, days);
  return readListing(visit, list.url, days, next ?? list.url);
}

const DAY_MS = 24 * 3600 * 1000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

async function readPosts(
  visit: Visit,
  route: string,
  { from, to }: Days,
  page: number,
): Promise<OlderPage | string> {
  const url = new URL(postsUrl(route, { page, since: null }));
  url.searchParams.set('after', `${from}T00:00:00`);
  url.searchParams.set('before', `${dayAfter(to)}T00:00:00`);
  const got = await getSource(visit, url.href, visit.web.limits.feed);
  if (!got.ok) return got.error.detail;
  const posts = parsePosts(decodeXml(got.value.body), visit.zone);
  if (posts === null) return 'no JSON list of posts';
  const pages = Number(got.value.headers['x-wp-totalpages'] ?? 1) || 1;
  const goOn = page < pages ? String(page + 1) : null;
  return pageOf(visit, 'wordpress', { found: posts.found, base: route, days: { from, to } }, goOn);
}

async function readFile(visit: Visit, url: string, days: Days): Promise<OlderPage | string> {
  const got = await getSource(visit, url, visit.web.limits.sitemap);
  if (!got.ok) return got.error.detail;
  const { body, headers, finalUrl } = got.value;
  const plain = await gunzipByMagic(body, visit.web.limits.sitemap.inflated);
  if (!plain.ok) return plain.error.detail;
  const text = decodeXml(plain.value, headers['content-type']);
  const sitemap = await inSlices(sitemapOf(text, visit.zone));
  if (sitemap === null) return 'no sitemap';
  if (sitemap.kind === 'urls')
    return pageOf(visit, 'sitemap', { found: sitemap.found, base: finalUrl, days }, null);
  const lists = sitemap.files.flatMap(({ href, lastModified }): OlderList[] => {
    const target = URL.parse(href, finalUrl);
    // what was last changed before the first day holds nothing of it
    const old = lastModified !== null && lastModified.slice(0, 10) < days.from;
    if (target === null || old || !visit.policy.owns(target)) return [];
    return NOT_ARTICLES.test(target.pathname) ? [] : [{ kind: 'sitemap', url: target.href }];
  });
  return { candidates: [], listed: 0, next: null, lists };
}

async function readListing(
  visit: Visit,
  source: string,
  days: Days,
  url: string,
): Promise<OlderPage | string> {
  const entry = visit.site.discover.find(
    (each): each is Extract<Discovery, { kind: 'listing' }> =>
      each.kind === 'listing' && each.url === source,
  );
  const got = await getSource(visit, url, visit.web.limits.page);
  if (!got.ok) return got.error.detail;
  const { body, headers, finalUrl } = got.value;
  const text = decodeXml(body, headers['content-type']);
  const listing = parseListing(text, finalUrl, entry?.links ?? 'a[href]', entry?.next);
  const told = listing.found.flatMap(({ href }) => dayInAddress(href) ?? []);
  const past = told.length > 0 && told.every((day) => isBefore(day, days.from));
  const goOn = past || listing.next === url ? null : listing.next;
  const further = goOn !== null && visit.policy.owns(new URL(goOn)) ? goOn : null;
  return pageOf(visit, 'listing', { ...listing, days }, further);
}

async function pageOf(
  { site }: Visit,
  foundBy: OlderList['kind'],
  { found, base, days }: { found: Found[]; base: string; days: Days },
  next: string | null,
): Promise<OlderPage> {
  const { candidates } = await inSlices(candidatesOf(site, foundBy, found, base));
  const within = candidates.filter((candidate) => isWithin(candidate, days));
  return { candidates: within, listed: found.length, next, lists: [] };
}

/** The day in an address such as /2024/11/05/slug, or the month in /2024/11/slug; null where there is none. */
export function dayInAddress(href: string): string | null {
  const match =
    /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?:[/-]|$)/.exec(href);
  if (match === null) return null;
  const [, year, month, day] = match;
  return [year, month, ...(day === undefined ? [] : [day])].join('-');
}

/** Compared by the month where only a month is told. */
const isBefore = (told: string, day: string): boolean => told < day.slice(0, told.length);

function isWithin({ url, published, modified }: Candidate, { from, to }: Days): boolean {
  const told = published?.slice(0, 10) ?? dayInAddress(url);
  if (told !== null) return !isBefore(told, from) && told <= to;
  return modified === null || !isBefore(modified.slice(0, 10), from);
}
