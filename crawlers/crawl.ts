// Sites and their ledger in; one round: sources read, what is due fetched, all sites side by side; its report out.
import type { Site } from '../schemas/site.ts';
import { openBrowser, type Browser } from './browse.ts';
import { openWeb, policyOf, type Web, type WebParts } from './fetch.ts';
import { discoverSite, drain, msUntilDue, type Lane, type Round } from './lane.ts';
import { LedgerFailure, sleepReally } from './pace.ts';
import { openPool, type Pool } from './pool.ts';
import type { CrawlDeps, Ledger } from './ports.ts';
import { emptyReport, type RoundReport } from './report.ts';
import { RETRY_DELAYS_MS } from './retry.ts';
import { askRobots, createRobots, type RobotsOf } from './robots.ts';

/** What rounds share: gate, connections, memory of robots.txt, and the pool on crawlee. One for the process. */
export type Crawler = {
  web: Web;
  robots: RobotsOf;
  pool: () => Promise<Pool>;
  /** Null where this machine has no Chromium. */
  browser: Browser | null;
  /** Ends the connections; call it when no round runs any more. */
  close: () => Promise<void>;
};

export type CrawlerParts = WebParts & {
  /** Path of a Chromium (findChromium); null or left out: pages that need JavaScript are skipped. */
  chromium?: string | null;
  /** Longest wait for a page in Chromium to become quiet, ms. */
  quietWithinMs?: number;
};

/** Opens nothing that costs time before the first fetch. */
export function openCrawler(parts: CrawlerParts): Crawler {
  const web = openWeb(parts);
  const { chromium = null, quietWithinMs } = parts;
  const browser =
    chromium === null
      ? null
      : openBrowser({
          web,
          executable: chromium,
          ...(quietWithinMs !== undefined && { quietWithinMs }),
        });
  let pool: Promise<Pool> | null = null;
  return {
    web,
    robots: createRobots(web),
    pool: () => (pool ??= openPool(parts.concurrency)),
    browser,
    close: async () => {
      await (await pool)?.close();
      await browser?.close();
      await web.close();
    },
  };
}

export type RoundOptions = {
  /** Ends the round: no request begins after it, those under way get three seconds. */
  signal: AbortSignal;
  /** Called when nothing is due any more: processing catches up, and what it adds is still fetched in this round. */
  settle?: () => Promise<void>;
  retryDelaysMs?: readonly number[];
  patienceMs?: number;
};

const GRACE_MS = 3000;
const PATIENCE_MS = 30_000;
/** How often an idle site is looked at again while others are still read. */
const POLL_MS = 1000;

/**
 * One round over these sites: robots.txt, sources, then all that is due, including what is added meanwhile.
 * Ends when nothing is due or will be within the patience, when the signal aborts, or when the ledger fails;
 * never rejects for what a site does.
 */
export async function crawlRound(
  sites: readonly Site[],
  deps: CrawlDeps,
  crawler: Crawler,
  options: RoundOptions,
): Promise<RoundReport> {
  const startedAt = new Date(deps.now()).toISOString();
  const ending = createEnding(options.signal);
  const pool = await crawler.pool();
  const round: Round = {
    deps: { ...deps, ledger: watched(deps.ledger) },
    web: crawler.web,
    robots: crawler.robots,
    pool,
    render: crawler.browser?.render ?? null,
    stop: ending.stop,
    cut: ending.cut,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
  };
  const lanes = sites.map((site) => openLane(site, round));
  deps.log('info', 'crawl.start', { sites: sites.length });
  try {
    await runLanes(lanes, { ending, settle: options.settle });
  } finally {
    ending.dispose();
  }
  const endedAt = new Date(deps.now()).toISOString();
  const report = {
    startedAt,
    endedAt,
    stopped: ending.reason(),
    sites: lanes.map((lane) => lane.report),
  };
  deps.log('info', 'crawl.end', { stopped: report.stopped, sites: sites.length });
  return report;
}

function openLane(site: Site, round: Round): Lane {
  const policy = policyOf(site);
  const mayVisit = askRobots(round.robots, policy, round.stop);
  return { site, policy, mayVisit, round, report: emptyReport(site.id), failing: new Set() };
}

type Ending = {
  stop: AbortSignal;
  cut: AbortSignal;
  end: (reason: string) => void;
  reason: () => string | null;
  dispose: () => void;
};

/** How a round ends early: first nothing new begins, then, after the grace, what is under way is cut off. */
function createEnding(signal: AbortSignal): Ending {
  const stop = new AbortController();
  const cut = new AbortController();
  let reason: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const end = (why: string): void => {
    if (reason !== null) return;
    reason = why;
    stop.abort();
    timer = setTimeout(() => cut.abort(), GRACE_MS);
  };
  const onAbort = (): void => end('aborted');
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  const dispose = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
  return { stop: stop.signal, cut: cut.signal, end, reason: () => reason, dispose };
}

/** The ledger, whose errors are told from all others: after one of them nothing can be kept. */
function watched(ledger: Ledger): Ledger {
  return new Proxy(ledger, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(value, target, args) as unknown;
        } catch (error) {
          throw new LedgerFailure(String(error), { cause: error });
        }
      };
    },
  });
}

type Run = { ending: Ending; settle: (() => Promise<void>) | undefined };

async function runLanes(lanes: Lane[], { ending, settle }: Run): Promise<void> {
  await pass(lanes, ending, true);
  for (;;) {
    if (ending.stop.aborted) return;
    await settle?.();
    const more = lanes.filter(hasWork);
    if (more.length === 0) return;
    await pass(more, ending, false);
  }
}

const hasWork = (lane: Lane): boolean =>
  lane.report.left === null && msUntilDue(lane) <= lane.round.patienceMs;

/** Runs these lanes until all of them have nothing to do at the same time. */
async function pass(lanes: Lane[], ending: Ending, withDiscovery: boolean): Promise<void> {
  let busy = lanes.length;
  const calm = new AbortController();
  const idle = async (lane: Lane): Promise<boolean> => {
    busy -= 1;
    if (busy === 0) calm.abort();
    while (!calm.signal.aborted && !ending.stop.aborted) {
      await sleepReally(POLL_MS, AbortSignal.any([calm.signal, ending.stop])).catch(() => {});
      if (!calm.signal.aborted && hasWork(lane)) {
        busy += 1;
        return true;
      }
    }
    return false;
  };
  const run = async (lane: Lane): Promise<void> => {
    let discovering = withDiscovery;
    do {
      try {
        if (discovering) await discoverSite(lane);
        discovering = false;
        await drain(lane);
      } catch (error) {
        trouble(lane, ending, error);
      }
    } while (await idle(lane));
  };
  await Promise.all(lanes.map(run));
}

/** What a lane threw: the end of the round where it is the ledger, else a fault of ours that costs only this site. */
function trouble({ site, report, round }: Lane, ending: Ending, error: unknown): void {
  if (error instanceof LedgerFailure) ending.end(error.message);
  else if (!ending.stop.aborted) {
    report.left = `error: ${String(error)}`;
    round.deps.log('error', 'discover.failed', { site: site.id, error: String(error) });
  }
}
