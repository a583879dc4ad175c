// Parts of a crawl on loopback for tests: a site's entry, a crawler with short limits, a ledger in memory.
import {
  crawlRound,
  openCrawler,
  type Crawler,
  type CrawlerParts,
  type RoundOptions,
} from '../../crawlers/crawl.ts';
import type { RoundReport } from '../../crawlers/report.ts';
import type { LogEvent } from '../../schemas/log.ts';
import { Site } from '../../schemas/site.ts';
import { memoryLedger, type MemoryLedger } from '../contracts/memory-ledger.ts';

export const siteAt = (origin: string, entry: Partial<Site> = {}): Site =>
  Site.parse({
    id: 'warta',
    name: 'Warta',
    home: origin,
    region: '64.74',
    discover: [{ kind: 'feed', url: `${origin}/feed` }],
    loopback: true,
    delay: 0,
    ...entry,
  });

export type Rig = {
  ledger: MemoryLedger;
  crawler: Crawler;
  logged: { level: string; event: LogEvent; facts: Record<string, unknown> }[];
  round: (sites: Site[], options?: Partial<RoundOptions>, other?: Crawler) => Promise<RoundReport>;
  close: () => Promise<void>;
};

/** Limits of a few hundred milliseconds, so that a fault shows at once. */
export const SHORT = { headersMs: 1000, totalMs: 2000 };

export function rig(parts: Partial<CrawlerParts> = {}, ledger: MemoryLedger = memoryLedger()): Rig {
  const logged: Rig['logged'] = [];
  const now = (): number => Date.now();
  const crawler = openCrawler({
    ledger,
    now,
    concurrency: 20,
    version: '0.1.0',
    contact: 'mailto:redaksi@example.org',
    limits: { page: SHORT, feed: SHORT, sitemap: SHORT, robots: SHORT },
    ...parts,
  });
  return {
    ledger,
    crawler,
    logged,
    round: (sites, options = {}, other = crawler) =>
      crawlRound(
        sites,
        {
          ledger,
          now,
          log: (level, event, facts) => logged.push({ level, event, facts }),
        },
        other,
        {
          signal: new AbortController().signal,
          retryDelaysMs: [30, 60],
          patienceMs: 3000,
          ...options,
        },
      ),
    close: () => crawler.close(),
  };
}
