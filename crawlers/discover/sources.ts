// A site's entry in; all its sources read, one after the other: feeds, posts and listings here, sitemaps beside.
import type { Discovery } from '../../schemas/site.ts';
import type { Validators } from '../ports.ts';
import { parseFeed } from './feed.ts';
import { parseListing } from './listing.ts';
import { walkSitemap } from './sitemap-walk.ts';
import {
  addFound,
  answerWord,
  getSource,
  note,
  validatorsOf,
  type DiscoveryAnswer,
  type Visit,
} from './visit.ts';
import { parsePosts, postsUrl, type Posts, type PostsQuery } from './wordpress.ts';
import { decodeXml } from './xml.ts';

type Counts = Pick<DiscoveryAnswer, 'listed' | 'added' | 'ignored'>;
type Ignored = DiscoveryAnswer['ignored'];
type Of<K extends Discovery['kind']> = Extract<Discovery, { kind: K }>;

/** Reads every source of the site; what one of them does never stops the next. */
export async function discover(visit: Visit): Promise<void> {
  for (const source of visit.site.discover) {
    visit.signal.throwIfAborted();
    switch (source.kind) {
      case 'feed':
        await readFeed(visit, source);
        break;
      case 'sitemap':
        await walkSitemap(visit, source);
        break;
      case 'wordpress':
        await readPosts(visit, source);
        break;
      case 'listing':
        await readListing(visit, source);
        break;
      default:
        source satisfies never;
    }
  }
}

async function readFeed(visit: Visit, { kind, url }: Of<'feed'>): Promise<void> {
  const stored = visit.deps.ledger.validators(visit.site.id, url);
  const got = await getSource(visit, url, visit.web.limits.feed, stored);
  if (!got.ok) {
    return note(visit, { kind, url, answer: answerWord(got.error), detail: got.error.detail });
  }
  if (got.value.status === 304) return note(visit, { kind, url, answer: '304' });
  const text = decodeXml(got.value.body, got.value.headers['content-type']);
  const feed = parseFeed(text, visit.zone);
  if (feed === null)
    return note(visit, { kind, url, answer: 'unreadable', detail: 'no RSS or Atom' });
  const counts = addFound(visit, 'feed', feed.found, got.value.finalUrl);
  note(visit, { kind, url, answer: '200', ...counts, more: feed.more }, validatorsOf(got.value));
}

/** Reads the chain of listing pages; the first one that is unchanged ends it. */
async function readListing(visit: Visit, source: Of<'listing'>): Promise<void> {
  const { kind, links, next, pages } = source;
  const read: { said: Counts & { url: string }; validators: Validators }[] = [];
  let url: string | null = source.url;
  let failed = false;
  while (url !== null && read.length < pages) {
    const stored = visit.deps.ledger.validators(visit.site.id, url);
    const got = await getSource(visit, url, visit.web.limits.page, stored);
    if (!got.ok) {
      note(visit, { kind, url, answer: answerWord(got.error), detail: got.error.detail });
      failed = true;
      break;
    }
    if (got.value.status === 304) {
      note(visit, { kind, url, answer: '304' });
      break;
    }
    const { body, headers, finalUrl } = got.value;
    const listing = parseListing(decodeXml(body, headers['content-type']), finalUrl, links, next);
    const counts = addFound(visit, 'listing', listing.found, listing.base);
    read.push({ said: { url, ...counts }, validators: validatorsOf(got.value) });
    url = listing.next !== null && visit.policy.owns(new URL(listing.next)) ? listing.next : null;
  }
  // validators only for a chain read to its end: an unchanged first page hides the rest from the next round
  for (const { said, validators } of read) {
    note(visit, { kind, answer: '200', ...said }, failed ? null : validators);
  }
}

/** Pages of 100 posts that one query reads. */
const MAX_POST_PAGES = 10;
/** `after` is read on the site's clock, and posts may be dated ahead: a day and the widest zone are read again. */
const OVERLAP_MS = 38 * 3600 * 1000;

/**
 * New posts and edited posts since the newest modification that the last round saw (kept as the route's
 * Last-Modified); all of them, newest first, at the first visit.
 */
async function readPosts(visit: Visit, { kind, url }: Of<'wordpress'>): Promise<void> {
  const seen = visit.deps.ledger.validators(visit.site.id, url)?.lastModified ?? null;
  const seenMs = seen === null ? Number.NaN : Date.parse(`${seen}Z`);
  const at = Number.isNaN(seenMs) ? null : new Date(seenMs - OVERLAP_MS).toISOString();
  const queries: PostsQuery['since'][] =
    at === null
      ? [null]
      : [
          { field: 'after', at },
          { field: 'modified_after', at },
        ]; // AND, if in one query
  const total = { listed: 0, added: 0, ignored: {}, more: false };
  let newest = seen;
  for (const since of queries) {
    const problem = await readQuery(visit, url, since, (posts, more) => {
      const { listed, added, ignored } = addFound(visit, 'wordpress', posts.found, url);
      total.listed += listed + posts.broken;
      total.added += added;
      total.ignored = sum(
        total.ignored,
        ignored,
        posts.broken > 0 ? { 'no-address': posts.broken } : {},
      );
      total.more ||= more;
      if (posts.newest !== null && posts.newest > (newest ?? '')) newest = posts.newest;
    });
    if (problem !== null) return note(visit, { kind, url, ...total, ...problem });
  }
  note(visit, { kind, url, answer: '200', ...total }, { etag: null, lastModified: newest });
}

const isBefore = (utc: string | null, iso: string): boolean =>
  utc !== null && Date.parse(`${utc}Z`) < Date.parse(iso);

type Problem = { answer: string; detail: string };

/** Reads the pages of one query and hands each on; null when all were read. */
async function readQuery(
  visit: Visit,
  route: string,
  since: PostsQuery['since'],
  each: (posts: Posts, more: boolean) => void,
): Promise<Problem | null> {
  for (let page = 1, last = 1; page <= last; page += 1) {
    const got = await getSource(visit, postsUrl(route, { page, since }), visit.web.limits.feed);
    if (!got.ok) return { answer: answerWord(got.error), detail: got.error.detail };
    const posts = parsePosts(decodeXml(got.value.body), visit.zone);
    if (posts === null) return { answer: 'unreadable', detail: 'no JSON list of posts' };
    const pages = Number(got.value.headers['x-wp-totalpages'] ?? 1) || 1;
    last = Math.min(pages, MAX_POST_PAGES);
    each(posts, pages > last);
    // WordPress before 5.7 overlooks modified_after and gives all posts, the latest modified first
    if (since?.field === 'modified_after' && isBefore(posts.newest, since.at)) return null;
  }
  return null;
}

function sum(...counts: Ignored[]): Ignored {
  const total: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((each) => Object.entries(each))) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
