// robots.txt of an origin → which addresses Pantau may visit, at which pace, and which sitemaps it names (RFC 9309).
import robotsParser from 'robots-parser';
import type { FetchError } from '../schemas/page.ts';
import { ok, type Result } from '../schemas/result.ts';
import { fetchOne, type MayVisit } from './fetch.ts';
import type { SitePolicy, Web } from './web.ts';

// the package is CommonJS and exports the function itself; its types say 'default'
const readRobots = robotsParser as unknown as (typeof robotsParser)['default'];

/** Our product token in robots.txt. */
const TOKEN = 'Pantau';
/** A longer Crawl-delay is read as this: it would leave a source unread. */
const MAX_CRAWL_DELAY_S = 300;
const KEEP_MS = 24 * 3600 * 1000;
const KEEP_FAILURE_MS = 10 * 60 * 1000;

/** Told what each robots.txt says when it was read: null where there is none. */
export type OnRobots = (origin: string, text: string | null) => void;

export type RobotsRules = {
  allows: (url: string) => boolean;
  /** Seconds; null where none is asked for. */
  crawlDelay: number | null;
  sitemaps: string[];
};

const ALLOW_ALL: RobotsRules = { allows: () => true, crawlDelay: null, sitemaps: [] };

/** The rules for us in the text of a robots.txt. Addresses of another origin are not its to forbid. */
export function parseRobots(robotsUrl: string, text: string): RobotsRules {
  const parsed = readRobots(robotsUrl, text.replace(/^\uFEFF/, ''));
  const delay = parsed.getCrawlDelay(TOKEN);
  return {
    allows: (url) => parsed.isAllowed(url, TOKEN) ?? true,
    crawlDelay: delay !== undefined && delay > 0 ? Math.min(delay, MAX_CRAWL_DELAY_S) : null,
    sitemaps: parsed.getSitemaps(),
  };
}

export type RobotsOf = (
  url: URL,
  policy: SitePolicy,
  signal: AbortSignal,
) => Promise<Result<RobotsRules, FetchError>>;

/**
 * Rules by origin, kept for a day. 4xx: everything is allowed. 5xx, 429, timeouts and other failures: nothing
 * is known, so nothing may be fetched; asked again after ten minutes. Sets the Crawl-delay at the gate.
 */
export function createRobots(web: Web, onRead: OnRobots = () => {}): RobotsOf {
  type Kept = { until: number; rules: Promise<Result<RobotsRules, FetchError>> };
  const kept = new Map<string, Kept>();

  async function read(
    url: URL,
    policy: SitePolicy,
    signal: AbortSignal,
  ): Promise<Result<RobotsRules, FetchError>> {
    const robotsUrl = `${url.origin}/robots.txt`;
    // a redirect of robots.txt may leave the site (RFC 9309 §2.3.1.2); the guards against private addresses stay
    const anyHost = { ...policy, owns: (hop: URL) => policy.owns(hop) || !policy.loopback };
    const answer = await fetchOne(web, {
      url: robotsUrl,
      policy: anyHost,
      limits: web.limits.robots,
      signal,
      truncate: true,
    });
    if (answer.ok) {
      const text = new TextDecoder().decode(answer.value.body.subarray(0, web.limits.robots.bytes));
      const rules = parseRobots(robotsUrl, text);
      onRead(url.origin, text);
      web.gate.slowDown(url, (rules.crawlDelay ?? 0) * 1000);
      return ok(rules);
    }
    const { kind, status = 0 } = answer.error;
    const none = kind === 'redirects' || (kind === 'status' && status < 500 && status !== 429);
    if (!none) return answer;
    web.gate.slowDown(url, 0);
    onRead(url.origin, null);
    return ok(ALLOW_ALL);
  }

  return async (url, policy, signal) => {
    const known = kept.get(url.origin);
    if (known !== undefined && known.until > web.now()) return known.rules;
    const rules = read(url, policy, signal);
    const entry = { until: web.now() + KEEP_MS, rules };
    kept.set(url.origin, entry);
    try {
      if (!(await rules).ok) entry.until = web.now() + KEEP_FAILURE_MS;
    } catch (error) {
      kept.delete(url.origin);
      throw error;
    }
    return rules;
  };
}

/** The one refusal that robots.txt itself gives; whoever sees it skips the address instead of failing it. */
export const FORBIDDEN: FetchError = {
  kind: 'redirects',
  detail: 'robots.txt forbids the address',
};

/** Asks robots.txt about each address: null, FORBIDDEN, or why robots.txt could not be read. */
export function askRobots(robots: RobotsOf, policy: SitePolicy, signal: AbortSignal): MayVisit {
  return async (url) => {
    const rules = await robots(url, policy, signal);
    if (!rules.ok) return rules.error;
    return rules.value.allows(url.href) ? null : FORBIDDEN;
  };
}
