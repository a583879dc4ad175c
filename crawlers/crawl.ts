// Sites and their ledger in; one round: sources read, what is due fetched, all sites side by side; its report out.
import { createHash } from 'node:crypto';
import type { Site } from '../schemas/site.ts';
import { openBrowser, type Browser } from './browse.ts';
import { discover } from './discover/sources.ts';
import type { Visit } from './discover/visit.ts';
import { LEASE_MS, openLeases, type LeaseBook } from './lease.ts';
import { LONE_HOLDER, type Holder } from './pace.ts';
import { createEnding, runLanes, type Ending } from './passes.ts';
import { openPool, type Pool } from './pool.ts';
import type { CrawlDeps, Ledger } from './ports.ts';
import { emptyReport, HELD, READ, withFound, type RoundReport } from './report.ts';
import { RETRY_DELAYS_MS } from './retry.ts';
import { askRobots, createRobots, type RobotsOf } from './robots.ts';
import type { Lane, Round } from './round.ts';
import { LedgerFailure, watched } from './watched.ts';
import { openWeb, policyOf, type Web, type WebParts } from './web.ts';

/** What rounds share: gate, connections, memory of robots.txt, and the pool on crawlee. One for the process. */
export type Crawler = {
  web: Web;
  robots: RobotsOf;
  pool: () => Promise<Pool>;
  /** Null where this machine has no Chromium. */
  browser: Browser | null;
  /** This process among those that share the archive, and how long it may hold a source without a sign of life. */
  holder: Holder;
  leaseMs: number | undefined;
  /** Ends the connections; call it when no round runs any more. */
  close: () => Promise<void>;
};

export type CrawlerParts = WebParts & {
  ledger: WebParts['ledger'] & Pick<Ledger, 'changedRobots'>;
  /** Path of a Chromium (findChromium); null or left out: pages that need JavaScript are skipped. */
  chromium?: string | null;
  /** Longest wait for a page in Chromium to become quiet, ms. */
  quietWithinMs?: number | undefined;
  /** Milliseconds; LEASE_MS where left out. */
  leaseMs?: number | undefined;
};

/** Opens nothing that costs time before the first fetch. */
export function openCrawler(parts: CrawlerParts): Crawler {
  const web = openWeb(parts);
  const { chromium: executable = null, quietWithinMs } = parts;
  const browser = executable === null ? null : openBrowser({ web, executable, quietWithinMs });
  const ledger = watched(parts.ledger);
  let pool: Promise<Pool> | null = null;
  return {
    web,
    robots: createRobots(web, (origin, text) => {
      const hash = createHash('sha256')
        .update(text ?? '')
        .digest('hex');
      ledger.changedRobots(origin, hash, new Date(parts.now()).toISOString());
    }),
    pool: () => (pool ??= openPool(parts.concurrency)),
    browser,
    holder: parts.holder ?? LONE_HOLDER,
    leaseMs: parts.leaseMs,
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
  /** What the sources are taken for: 'round' where left out. */
  purpose?: string;
  /** False: only what is due already is fetched. A function reads other lists than those of the entry. */
  discover?: boolean | ((visit: Visit) => Promise<void>);
  /** Asked once a source is taken: false leaves it, because another process has just read it. */
  wanted?: (site: string) => boolean;
  /**
   * Told of each source that this round has to itself, before it is read. May give the UTC ms after which no further
   * address is begun: what is left waits for the next round.
   */
  onTaken?: (site: Site) => number | undefined;
};

const PATIENCE_MS = 30_000;

/**
 * One round over these sites: robots.txt, sources, then all that is due, including what is added meanwhile.
 * A site that another process reads is left out (`left` says so). Ends when nothing is due or will be within the patience, when the signal aborts, or when the ledger fails;
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
    readLists: typeof options.discover === 'function' ? options.discover : discover,
  };
  const book = openLeases({ ...crawler, ledger: round.deps.ledger, now: deps.now });
  const lanes: Lane[] = [];
  const timer = setInterval(() => guarded(ending, book.renew), (crawler.leaseMs ?? LEASE_MS) / 4);
  deps.log('info', 'crawl.start', { sites: sites.length });
  try {
    guarded(ending, () => {
      for (const site of sites) lanes.push(openLane(site, round, book, options));
    });
    await runLanes(lanes, { ending, settle: options.settle, discover: options.discover !== false });
  } finally {
    clearInterval(timer);
    guarded(ending, book.giveBack);
    ending.dispose();
  }
  const endedAt = new Date(deps.now()).toISOString();
  const report = {
    startedAt,
    endedAt,
    stopped: ending.reason(),
    sites: lanes.map((lane) => withFound(lane.report)),
  };
  deps.log('info', 'crawl.end', { stopped: report.stopped, sites: sites.length });
  return report;
}

/** What the ledger throws ends the round with its reason. */
function guarded(ending: Ending, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
    ending.end(error.message);
  }
}

function openLane(site: Site, round: Round, book: LeaseBook, options: RoundOptions): Lane {
  const policy = policyOf(site);
  const mayVisit = askRobots(round.robots, policy, round.stop);
  const report = emptyReport(site.id);
  const lease = book.take(site.id, options.purpose ?? 'round');
  const lane = {
    site,
    policy,
    mayVisit,
    round,
    report,
    lease,
    endAt: Infinity,
    failing: new Set<string>(),
  };
  if (lease === null) {
    report.left = HELD;
    round.deps.log('info', 'schedule.held', { site: site.id });
  } else if (options.wanted?.(site.id) === false) report.left = READ;
  else lane.endAt = options.onTaken?.(site) ?? Infinity;
  return lane;
}
