// A page of the archive → how it looks in Chromium: drawn from its stored bytes; what it is drawn with is fetched politely.
import type { FetchError, Page } from '../schemas/page.ts';
import { fail, type Result } from '../schemas/result.ts';
import type { Site } from '../schemas/site.ts';
import type { Look } from './browse.ts';
import type { Crawler } from './crawl.ts';
import { askRobots } from './robots.ts';
import { policyOf } from './web.ts';

/**
 * Draws a stored page through the crawler's gate and guards. kind 'browser' where there is no Chromium or it fails.
 * Rejects when `signal` aborts.
 */
export async function lookAt(
  { browser, robots }: Pick<Crawler, 'browser' | 'robots'>,
  site: Site,
  page: Page,
  signal: AbortSignal,
): Promise<Result<Look, FetchError>> {
  if (browser === null) return fail({ kind: 'browser', detail: 'no Chromium on this machine' });
  const policy = policyOf(site);
  const { status, finalUrl, headers } = page;
  const answer = { status, finalUrl, headers, body: new Uint8Array(page.body) };
  return browser.look(answer, { policy, cut: signal, mayVisit: askRobots(robots, policy, signal) });
}
