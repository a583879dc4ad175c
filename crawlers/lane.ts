// One site in a round: its sources read, then what is due fetched one after the other; each address ends or is tried later.
import { fetchReason } from '../schemas/page.ts';
import { zoneMinutes } from './discover/dates.ts';
import { keepMoved, keepPage, keepUnchanged, postpone, recordFailure, skip } from './endings.ts';
import { fetchPage, type Fetched } from './fetch-page.ts';
import { hostKey } from '../pipeline/normalise/url.ts';
import { sleepReally } from './pace.ts';
import type { DueUrl } from './ports.ts';
import { askRobots, FORBIDDEN } from './robots.ts';
import type { Lane } from './round.ts';

const BATCH = 100;
const LOOK_AGAIN_MS = 1000;

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
  // a feed may lie elsewhere (a feed service, a file host): the entry names it, so it may be read there
  const named = new Set(site.discover.map(({ url }) => hostKey(new URL(url))));
  const sources = { ...policy, owns: (url: URL) => policy.owns(url) || named.has(hostKey(url)) };
  const mayVisit = askRobots(robots, sources, stop);
  const { web } = round;
  const answers = report.discovery;
  await round.readLists({
    site,
    policy: sources,
    zone,
    web,
    mayVisit,
    deps,
    signal: stop,
    answers,
  });
}

/** Milliseconds until an address of the site falls due; Infinity where none waits. */
export function msUntilDue({ site, round }: Lane): number {
  const next = round.deps.ledger.nextDue(site.id);
  return next === null ? Infinity : Date.parse(next) - round.deps.now();
}

/** False once the site is left, its time is over, or another process has taken it. */
export function mayGoOn({ round, report, lease, endAt }: Lane): boolean {
  if (report.left !== null || round.deps.now() >= endAt) return false;
  if (lease?.mine() !== true) report.left = 'another process has taken it over';
  return report.left === null;
}

/** Fetches what is due, and waits for retries that are near, until nothing is due soon or the site is left. */
export async function drain(lane: Lane): Promise<void> {
  const { site, round } = lane;
  const { ledger, now } = round.deps;
  while (mayGoOn(lane)) {
    ledger.takeLooks(site.id, iso(now()), BATCH);
    const batch = ledger.due(site.id, iso(now()), BATCH);
    for (const due of batch) {
      round.stop.throwIfAborted();
      if (!mayGoOn(lane)) return;
      await visit(lane, due);
    }
    if (batch.length > 0) continue;
    const wait = msUntilDue(lane);
    if (wait > round.patienceMs) return;
    // not the whole wait at once: processing may add addresses meanwhile
    await sleepReally(Math.min(Math.max(wait, 1), LOOK_AGAIN_MS), round.stop);
  }
}

async function visit(lane: Lane, due: DueUrl): Promise<void> {
  const { site, policy, round } = lane;
  const url = new URL(due.url);
  if (!policy.owns(url)) {
    const detail = `${url.host} is no host of the site`;
    return recordFailure(lane, due, { kind: 'foreign-host', detail });
  }
  const refused = await lane.mayVisit(url);
  if (refused === FORBIDDEN) return skip(lane, due, 'robots');
  if (refused !== null) return postpone(lane, due, refused);
  if (site.browser && round.render === null) return skip(lane, due, 'no-browser');
  if (!(await untilReady(lane, url))) return;
  const result = await round.pool.run(due.url, () => fetchPage(lane, due), round.cut);
  if (result.ok) keep(lane, due, result.value);
  else if (result.error === FORBIDDEN) skip(lane, due, 'robots');
  else recordFailure(lane, due, result.error);
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

function keep(lane: Lane, due: DueUrl, fetched: Fetched): void {
  if (fetched.kind === 'unchanged') return keepUnchanged(lane, due);
  if (fetched.kind === 'moved') return keepMoved(lane, due, fetched);
  return keepPage(lane, fetched.page);
}
