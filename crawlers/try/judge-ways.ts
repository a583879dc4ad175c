// The ways that were tried → the checks 'feeds' to 'alive'.
import { failed, ok, warning, type Check, type CheckName } from './report.ts';
import { newestOf, type Search, type Way } from './way.ts';
import { bestFirst, type Ways } from './ways.ts';
import type { WordPress } from './wordpress-api.ts';

/** Days without a new entry after which a way seems to be forgotten. */
const STALE_DAYS = 30;

/** The checks 'feeds' to 'alive'. `shell`: the home page is empty without JavaScript. `now` in UTC ms. */
export function judgeWays(ways: Ways, shell: boolean, now: number): Check[] {
  const { feeds, sitemaps, wordpress, listing } = ways;
  const best = bestFirst(ways);
  const newest = newestOf(best.flatMap(({ found }) => found));
  const context = { any: best.length > 0, newest };
  const news = { ways: sitemaps.ways.filter((way) => way.news), misses: [] };
  const plain = { ...sitemaps, ways: sitemaps.ways.filter((way) => !way.news) };
  return [
    judge('feeds', feeds, context),
    judge('news sitemap', news, context),
    judge('sitemap', plain, context),
    judgeWordPress(wordpress, context),
    judgeListing(listing, shell, context),
    ...(best.length > 0 ? [judgeAlive(newest, now)] : []),
  ];
}

/** Whether any way answers, and the newest article that one names, UTC ms. */
type Context = { any: boolean; newest: number | null };

const DAY_MS = 86_400_000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function say({ discovery, origin, found }: Way): string {
  const newest = newestOf(found);
  const age = newest === null ? 'none with a date' : `the newest of ${day(newest)}`;
  return `${discovery.url} (${origin}) names ${found.length}, ${age}`;
}

/** Another way names articles that are much newer. */
function isForgotten({ found }: Way, newest: number | null): boolean {
  const own = newestOf(found);
  return own !== null && newest !== null && newest - own > STALE_DAYS * DAY_MS;
}

/** A way of the entry that does not answer any more is named even where another does. */
function judge(name: CheckName, { ways, misses }: Search, { any, newest }: Context): Check {
  const broken = misses.find(({ origin }) => origin === 'entry');
  const [way] = ways;
  if (broken !== undefined) {
    const instead =
      way === undefined ? 'take it out of discover' : `write ${way.discovery.url} instead`;
    return warning(
      name,
      `${broken.url} of the entry: ${broken.reason}`,
      `In the entry, ${instead}.`,
    );
  }
  const old = ways.find((each) => isForgotten(each, newest));
  if (old !== undefined) {
    return warning(
      name,
      say(old),
      `Others name newer articles (${day(newest ?? 0)}): it seems forgotten, leave it out.`,
    );
  }
  if (way !== undefined) return ok(name, ways.map(say).join('; '));
  const asked = misses.length === 0 ? 'none named' : `none at the ${misses.length} addresses asked`;
  if (any) return ok(name, `${asked}; not needed, others answer`);
  return warning(
    name,
    asked,
    'Look in a browser for an address; without one a listing page must do.',
  );
}

function sayRate(perMonth: number | null): string {
  if (perMonth === null) return 'too few dated posts for a rate';
  return perMonth < 1.5
    ? 'about one post a month or fewer'
    : `about ${Math.round(perMonth)} posts a month`;
}

function judgeWordPress(posts: WordPress, { newest }: Context): Check {
  const name = 'wordpress';
  const [way] = posts.ways;
  const [miss] = posts.misses;
  if (way !== undefined) {
    const all = posts.total === null ? '' : `, ${posts.total} in all`;
    const reason = `${way.discovery.url}: ${sayRate(posts.perMonth)}${all}`;
    if (!isForgotten(way, newest)) return ok(name, reason);
    return warning(
      name,
      `${reason}; others name newer articles`,
      'Leave it out of discover: it seems to be another part of the site.',
    );
  }
  if (miss === undefined) return ok(name, 'no sign of WordPress');
  const reason = `${miss.url}: ${miss.reason}`;
  if (miss.origin === 'entry')
    return warning(name, reason, 'In the entry, take it out of discover.');
  return ok(name, `no posts route (${miss.reason})`);
}

/** Does the newspaper still appear? */
function judgeAlive(newest: number | null, now: number): Check {
  const name = 'alive';
  if (newest === null) return ok(name, 'no list tells the dates of its articles; the samples do');
  const days = Math.floor((now - newest) / DAY_MS);
  if (days <= STALE_DAYS) return ok(name, `its newest article is of ${day(newest)}`);
  const next = 'Look in a browser whether the newspaper still appears.';
  return warning(name, `its newest article is of ${day(newest)}, ${days} days ago`, next);
}

function judgeListing({ ways, misses }: Search, shell: boolean, { any }: Context): Check {
  const name = 'listing';
  const [way] = ways;
  const [miss] = misses;
  if (miss !== undefined) {
    return warning(
      name,
      `${miss.url} of the entry: ${miss.reason}`,
      'Correct links: in the entry, or take the listing out.',
    );
  }
  if (way !== undefined && way.discovery.kind === 'listing') {
    const { url, links, next } = way.discovery;
    const reason = `${url} has ${way.found.length} links at '${links}'${next === undefined ? '' : `, the next page at '${next}'`}`;
    if (way.origin === 'entry') return ok(name, reason);
    return warning(
      name,
      `${reason} (a guess)`,
      'Compare with the page in a browser: only articles, and all of them?',
    );
  }
  if (any) return ok(name, 'not needed, others answer');
  const reason = shell
    ? 'no way to find articles: no feed, no sitemap, and the home page is empty without JavaScript'
    : 'no way to find articles: no feed, no sitemap, no list of headlines on the home page';
  return failed(
    name,
    reason,
    'Look in a browser for a page that lists articles (Indeks) or for a feed, and write it into an entry.',
  );
}
