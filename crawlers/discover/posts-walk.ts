// The posts route of a WordPress → new and edited posts since the last round into the ledger.
import type { Discovery } from '../../schemas/site.ts';
import type { Budget } from './budget.ts';
import {
  addFound,
  answerWord,
  getSource,
  note,
  openBudget,
  type Counts,
  type DiscoveryAnswer,
  type Visit,
} from './visit.ts';
import { parsePosts, postsUrl, type Posts, type PostsQuery } from './wordpress.ts';
import { decodeXml } from './xml.ts';

const kind = 'wordpress';

/** Pages of 100 posts that one query reads in a round. */
const MAX_POST_PAGES = 10;
/** `after` is read on the site's clock, and posts may be dated ahead: a day and the widest zone are read again. */
const OVERLAP_MS = 38 * 3600 * 1000;

type Ignored = DiscoveryAnswer['ignored'];
type Since = PostsQuery['since'];
type Field = NonNullable<Since>['field'];
/** The page at which a query had to stop. */
type Resume = Partial<Record<Field, number>>;

/**
 * New posts and edited posts since the newest modification that the last round saw (kept as the route's
 * Last-Modified); the newest thousand at the first visit. Where more came than one round reads, that moment stays,
 * and the next round goes on from the page where this one stopped.
 */
export async function walkPosts(
  visit: Visit,
  { url }: Extract<Discovery, { kind: 'wordpress' }>,
): Promise<void> {
  const { ledger } = visit.deps;
  const seen = ledger.validators(visit.site.id, url)?.lastModified ?? null;
  const seenMs = seen === null ? Number.NaN : Date.parse(`${seen}Z`);
  const before = resumeOf(ledger.lastRead(visit.site.id, url)?.resume ?? null);
  const budget = openBudget(visit, url);
  const total = { listed: 0, added: 0, ignored: {}, more: false, waiting: 0 };
  const stopped: Resume = {};
  let newest = seen;
  for (const since of sincesOf(seenMs)) {
    const field = since?.field;
    const query = { since, resume: field === undefined ? null : (before[field] ?? null), budget };
    const end = await readQuery(visit, url, query, (posts, counts) => {
      add(total, posts, counts);
      if (posts.newest !== null && posts.newest > (newest ?? '')) newest = posts.newest;
    });
    if (end.problem !== null) return note(visit, { kind, url, ...total, ...end.problem });
    total.more ||= end.stoppedAt !== null || total.waiting > 0;
    if (field !== undefined && end.stoppedAt !== null) stopped[field] = end.stoppedAt;
  }
  const goOn = Object.keys(stopped).length > 0 || (seen !== null && total.waiting > 0);
  note(
    visit,
    { kind, url, answer: '200', ...total, resume: goOn ? JSON.stringify(stopped) : null },
    goOn ? null : { etag: null, lastModified: newest },
  );
}

/** Two queries: in one, both conditions would have to hold. */
function sincesOf(seenMs: number): Since[] {
  if (Number.isNaN(seenMs)) return [null];
  const at = new Date(seenMs - OVERLAP_MS).toISOString();
  return [
    { field: 'after', at },
    { field: 'modified_after', at },
  ];
}

function resumeOf(stored: string | null): Resume {
  try {
    // written above; anything else (an older version, a hand) is read as nothing
    return stored === null ? {} : (JSON.parse(stored) as Resume);
  } catch {
    return {};
  }
}

function add(total: Counts, { found, broken }: Posts, counts: Counts): void {
  total.listed += found.length + broken;
  total.added += counts.added;
  total.waiting += counts.waiting;
  total.ignored = sum(total.ignored, counts.ignored, broken > 0 ? { 'no-address': broken } : {});
}

const isBefore = (utc: string | null, iso: string): boolean =>
  utc !== null && Date.parse(`${utc}Z`) < Date.parse(iso);

type Query = { since: Since; resume: number | null; budget: Budget };
type End = { problem: { answer: string; detail: string } | null; stoppedAt: number | null };

/**
 * Reads the pages of one query, newest first, and hands each on. A page without anything new leads to `resume`: new
 * posts only push older ones to later pages, so nothing lies between.
 */
async function readQuery(
  visit: Visit,
  route: string,
  { since, resume, budget }: Query,
  each: (posts: Posts, counts: Counts) => void,
): Promise<End> {
  let goOn = resume;
  let page = 1;
  for (let asked = 0; ; asked += 1) {
    if (asked >= MAX_POST_PAGES) return { problem: null, stoppedAt: page };
    const got = await getSource(visit, postsUrl(route, { page, since }), visit.web.limits.feed);
    if (!got.ok) return problem(answerWord(got.error), got.error.detail);
    const posts = parsePosts(decodeXml(got.value.body), visit.zone);
    if (posts === null) return problem('unreadable', 'no JSON list of posts');
    const counts = await addFound(visit, {
      foundBy: kind,
      found: posts.found,
      base: route,
      budget,
    });
    each(posts, counts);
    // WordPress before 5.7 overlooks modified_after and gives all posts, the latest modified first
    if (since?.field === 'modified_after' && isBefore(posts.newest, since.at)) break;
    page = counts.added === 0 && goOn !== null && goOn > page ? goOn : page + 1;
    if (page === goOn) goOn = null;
    if (page > (Number(got.value.headers['x-wp-totalpages'] ?? 1) || 1)) break;
  }
  return { problem: null, stoppedAt: null };
}

const problem = (answer: string, detail: string): End => ({
  problem: { answer, detail },
  stoppedAt: null,
});

function sum(...counts: Ignored[]): Ignored {
  const total: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((each) => Object.entries(each))) {
    total[name] = (total[name] ?? 0) + count;
  }
  return total;
}
