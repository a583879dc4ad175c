// One site in a round: its sources read, then what is due fetched one after the other; each address ends or is tried later.
import type { SkipReason } from '../schemas/outcome.ts';
import { fetchReason, type FetchError, type Page } from '../schemas/page.ts';
import { ok, type Result } from '../schemas/result.ts';
import type { Site } from '../schemas/site.ts';
import type { Render } from './browse.ts';
import { zoneMinutes } from './discover/dates.ts';
import { discover } from './discover/sources.ts';
import { fetchOne, type Answer, type MayVisit, type SitePolicy, type Web } from './fetch.ts';
import { hostKey, sleepReally } from './pace.ts';
import type { Pool } from './pool.ts';
import type { CrawlDeps, DueUrl } from './ports.ts';
import { count, countSkipped, type SiteReport } from './report.ts';
import { isTransient, retryAt } from './retry.ts';
import { askRobots, FORBIDDEN, type RobotsOf } from './robots.ts';

/** What all lanes of a round share. */
export type Round = {
  deps: CrawlDeps;
  web: Web;
  robots: RobotsOf;
  pool: Pool;
  /** Reads a page through Chromium; null where this machine has none. */
  render: Render | null;
  /** Aborts when no further request may begin, and, a little later, when those under way are cut off. */
  stop: AbortSignal;
  cut: AbortSignal;
  retryDelaysMs: readonly number[];
  /** A pause up to this long is waited for; after a longer one the rest is left to the next round. */
  patienceMs: number;
};

export type Lane = {
  site: Site;
  policy: SitePolicy;
  mayVisit: MayVisit;
  round: Round;
  report: SiteReport;
  /** Addresses that failed since one was fetched: many in a row mean that the site is down. */
  failing: Set<string>;
};

const BATCH = 100;
/** Different addresses failing one after the other, after which the site is left until the next round. */
const MAX_FAILING = 10;
const ROBOTS_RETRY_MS = 3600 * 1000;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Reads robots.txt and all sources of the site. Without robots.txt nothing of the site is fetched in this round. */
export async function discoverSite(lane: Lane): Promise<void> {
  const { site, policy, round, report } = lane;
  const { deps, robots, stop } = round;
  if (site.browser && round.render === null) deps.log('warn', 'browser.missing', { site: site.id });
  else if (site.browser) deps.ledger.reopen(site.id, 'no-browser', iso(deps.now()));
  const rules = await robots(new URL(site.home), policy, stop);
  if (!rules.ok) {
    report.left = `robots.txt: ${fetchReason(rules.error)}`;
    deps.log('warn', 'robots.failed', { site: site.id, ...rules.error });
    return;
  }
  const zone = zoneMinutes(site.region);
  const answers = report.discovery;
  // a feed may lie elsewhere (a feed service, a file host): the entry names it, so it may be read there
  const named = new Set(site.discover.map(({ url }) => hostKey(new URL(url))));
  const sources = { ...policy, owns: (url: URL) => policy.owns(url) || named.has(hostKey(url)) };
  const mayVisit = askRobots(robots, sources, stop);
  const { web } = round;
  await discover({ site, policy: sources, zone, web, mayVisit, deps, signal: stop, answers });
  report.found = answers.reduce((sum, { added }) => sum + added, 0);
}

/** Milliseconds until an address of the site falls due; Infinity where none waits. */
export function msUntilDue({ site, round }: Lane): number {
  const next = round.deps.ledger.nextDue(site.id);
  return next === null ? Infinity : Date.parse(next) - round.deps.now();
}

/** Fetches what is due, and waits for retries that are near, until nothing is due soon or the site is left. */
export async function drain(lane: Lane): Promise<void> {
  const { site, round, report } = lane;
  const { ledger, now } = round.deps;
  while (report.left === null) {
    const batch = ledger.due(site.id, iso(now()), BATCH);
    for (const due of batch) {
      round.stop.throwIfAborted();
      await visit(lane, due);
      if (report.left !== null) return;
    }
    if (batch.length > 0) continue;
    const wait = msUntilDue(lane);
    if (wait > round.patienceMs) return;
    await sleepReally(Math.max(wait, 1), round.stop);
  }
}

async function visit(lane: Lane, due: DueUrl): Promise<void> {
  const { site, policy, round } = lane;
  const url = new URL(due.url);
  if (!policy.owns(url)) {
    return recordFailure(lane, due, {
      kind: 'foreign-host',
      detail: `${url.host} is no host of the site`,
    });
  }
  const refused = await lane.mayVisit(url);
  if (refused === FORBIDDEN) return skip(lane, due, 'robots');
  if (refused !== null) {
    count(lane.report.retried, refused);
    const at = round.deps.now();
    return round.deps.ledger.failUrl(due.url, refused, iso(at), iso(at + ROBOTS_RETRY_MS));
  }
  if (site.browser && round.render === null) return skip(lane, due, 'no-browser');
  if (!(await untilReady(lane, url))) return;
  const result = await round.pool.run(due.url, () => fetchPage(lane, due), round.cut);
  if (!result.ok && result.error === FORBIDDEN) return skip(lane, due, 'robots');
  if (!result.ok) return recordFailure(lane, due, result.error);
  round.deps.ledger.savePage(result.value);
  lane.report.fetched += 1;
  lane.failing.clear();
  const { finalUrl, body, via } = result.value;
  round.deps.log('debug', 'page.fetched', {
    site: site.id,
    url: due.url,
    finalUrl,
    bytes: body.length,
    via,
  });
}

/** Waits outside the pool until the host may be asked; false, with the lane left, where that is too far away. */
async function untilReady({ policy, round, report }: Lane, url: URL): Promise<boolean> {
  const { gate, now } = round.web;
  if (gate.heldUntil(url) - now() > round.patienceMs) {
    report.left = `${url.host} asks to wait until ${iso(gate.heldUntil(url))}`;
    return false;
  }
  for (;;) {
    const wait = gate.readyAt(url, policy.delayMs) - now();
    if (wait <= 0) return true;
    await sleepReally(Math.ceil(wait), round.stop);
  }
}

async function fetchPage(lane: Lane, due: DueUrl): Promise<Result<Page, FetchError>> {
  const { site, policy, mayVisit } = lane;
  const { web, render, stop, cut } = lane.round;
  const limits = web.limits.page;
  const { url } = due;
  const got = await fetchOne(web, { url, policy, limits, signal: stop, cut, html: true, mayVisit });
  if (!got.ok) return got;
  const answer = site.browser && render ? await render(got.value, { policy, cut, mayVisit }) : got;
  return answer.ok ? ok(pageOf(lane, due, answer.value)) : answer;
}

const pageOf = ({ site, round }: Lane, due: DueUrl, answer: Answer): Page => ({
  id: 0,
  site: site.id,
  url: due.url,
  finalUrl: answer.finalUrl,
  fetchedAt: iso(round.deps.now()),
  status: answer.status,
  headers: answer.headers,
  body: answer.body,
  via: site.browser ? 'browser' : 'http',
});

function skip({ site, round, report }: Lane, { url }: DueUrl, reason: SkipReason): void {
  round.deps.ledger.endUrl(url, { kind: 'skipped', reason }, iso(round.deps.now()));
  countSkipped(report, reason);
  round.deps.log('info', 'page.skipped', { site: site.id, url, reason });
}

function recordFailure(lane: Lane, due: DueUrl, error: FetchError): void {
  const { round, report } = lane;
  const { ledger, now, log } = round.deps;
  const at = now();
  const facts = {
    site: lane.site.id,
    url: due.url,
    reason: fetchReason(error),
    detail: error.detail,
  };
  if (due.fetched && (error.status === 404 || error.status === 410)) {
    ledger.markGone(due.url, error.status, iso(at));
    report.gone += 1;
    log('info', 'page.failed', { ...facts, gone: true });
    return;
  }
  const again = retryAt(error, due.attempts, at, round.retryDelaysMs);
  ledger.failUrl(due.url, error, iso(at), again === null ? null : iso(again));
  count(again === null ? report.failed : report.retried, error);
  log('info', 'page.failed', { ...facts, retryAt: again === null ? null : iso(again) });
  if (error.status === 429 && again !== null) round.web.gate.hold(new URL(due.url), again);
  if (!isTransient(error)) return;
  lane.failing.add(due.url);
  if (lane.failing.size >= MAX_FAILING) {
    report.left = `${MAX_FAILING} addresses failed one after the other, the last with ${facts.reason}`;
  }
}
