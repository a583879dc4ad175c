// How one try at an address ended → the ledger, the report and the log; and whether the site is to be left.
import type { SkipReason } from '../schemas/outcome.ts';
import { fetchReason, type FetchError, type Page } from '../schemas/page.ts';
import type { DueUrl } from './ports.ts';
import { count, countSkipped } from './report.ts';
import { isTransient, retryAt } from './retry.ts';
import type { Lane } from './round.ts';

/** Different addresses failing one after the other, after which the site is left until the next round. */
const MAX_FAILING = 10;
const ROBOTS_RETRY_MS = 3600 * 1000;

const iso = (ms: number): string => new Date(ms).toISOString();

export function keepPage({ round, report, failing }: Lane, page: Page): void {
  round.web.gate.saveWith(() => round.deps.ledger.savePage(page));
  report.fetched += 1;
  failing.clear();
  const { site, url, finalUrl, body, via } = page;
  round.deps.log('debug', 'page.fetched', { site, url, finalUrl, bytes: body.length, via });
}

/** The address leads to another, which the page is kept under where it was not fetched before. */
export function keepMoved(
  lane: Lane,
  { url }: DueUrl,
  { to, page }: { to: string; page: Page | null },
): void {
  const { site, round, report, failing } = lane;
  const missing = round.deps.ledger.movedTo(url, to, iso(round.deps.now()));
  countSkipped(report, 'alias');
  failing.clear();
  round.deps.log('debug', 'page.skipped', { site: site.id, url, reason: 'alias', to });
  if (page !== null && missing) keepPage(lane, page);
}

/** A re-visit that found nothing new. */
export function keepUnchanged({ round, report, failing }: Lane, { url }: DueUrl): void {
  const at = iso(round.deps.now());
  round.web.gate.saveWith(() => round.deps.ledger.keepUnchanged(url, at));
  report.unchanged += 1;
  failing.clear();
}

export function skip({ site, round, report }: Lane, { url }: DueUrl, reason: SkipReason): void {
  round.deps.ledger.endUrl(url, { kind: 'skipped', reason }, iso(round.deps.now()));
  countSkipped(report, reason);
  round.deps.log('info', 'page.skipped', { site: site.id, url, reason });
}

/** The robots.txt of this address's own host could not be read: the address waits, however often that happens. */
export function postpone({ site, round, report }: Lane, { url }: DueUrl, error: FetchError): void {
  const at = round.deps.now();
  round.deps.ledger.failUrl(url, error, iso(at), iso(at + ROBOTS_RETRY_MS));
  count(report.retried, error);
  round.deps.log('warn', 'robots.failed', { site: site.id, url, ...error });
}

/** A failed fetch: gone, given up, or to be tried again; many in a row, and the site is left for this round. */
export function recordFailure(lane: Lane, due: DueUrl, error: FetchError): void {
  const { round, report } = lane;
  const { ledger, now, log } = round.deps;
  const { url } = due;
  const at = now();
  const facts = { site: lane.site.id, url, reason: fetchReason(error), detail: error.detail };
  if (due.fetched && (error.status === 404 || error.status === 410)) {
    ledger.markGone(url, error.status, iso(at));
    report.gone += 1;
    return log('info', 'page.failed', { ...facts, gone: true });
  }
  const again = retryAt(error, due, at, round.retryDelaysMs);
  const retry = again === null ? null : iso(again.at);
  const ended = again === null || again.rest;
  const next = retry !== null && ended ? { restUntil: retry } : retry;
  ledger.failUrl(url, error, iso(at), next);
  count(ended ? report.failed : report.retried, error);
  log('info', 'page.failed', { ...facts, retryAt: retry });
  if (error.status === 429 && again !== null && !again.rest)
    round.web.gate.hold(new URL(url), again.at);
  leaveIfDown(lane, url, error);
}

/** A site that is down or refuses everyone would have every due address fail; ten tell enough. */
function leaveIfDown({ failing, report }: Lane, url: string, error: FetchError): void {
  if (!isTransient(error) && error.status !== 401 && error.status !== 403) return;
  failing.add(url);
  if (failing.size < MAX_FAILING) return;
  report.left = `${MAX_FAILING} addresses failed one after the other, the last with ${fetchReason(error)}`;
}
