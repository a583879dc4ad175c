// The parts that the lanes of a round work with.
import type { Site } from '../schemas/site.ts';
import type { Render } from './browse.ts';
import type { Visit } from './discover/visit.ts';
import type { MayVisit } from './fetch.ts';
import type { Lease } from './lease.ts';
import type { Pool } from './pool.ts';
import type { CrawlDeps } from './ports.ts';
import type { SiteReport } from './report.ts';
import type { RobotsOf } from './robots.ts';
import type { SitePolicy, Web } from './web.ts';

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
  /** Reads the lists of addresses of a site. */
  readLists: (visit: Visit) => Promise<void>;
};

export type Lane = {
  site: Site;
  policy: SitePolicy;
  mayVisit: MayVisit;
  round: Round;
  report: SiteReport;
  /** Null: another process reads the site. */
  lease: Lease | null;
  /** UTC ms after which no further address is begun. */
  endAt: number;
  /** Addresses that failed since one was fetched: many in a row mean that the site is down. */
  failing: Set<string>;
};
