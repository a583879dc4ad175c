// What the crawlers need from the rest: met by the archive and cli/deps.ts.
import type { Log } from '../schemas/log.ts';
import type { Outcome, SkipReason } from '../schemas/outcome.ts';
import type { Candidate, FetchError, FoundBy, Page } from '../schemas/page.ts';

/** An address of the ledger whose turn has come. */
export type DueUrl = {
  url: string;
  site: string;
  foundBy: FoundBy;
  /** Failed tries since it was last fetched. */
  attempts: number;
  /** Bytes of it were stored before, so that a 404 now means that it is gone. */
  fetched: boolean;
  /** Of its newest page, for a conditional GET; null where that would tell nothing. */
  validators: Validators | null;
};

/** Validators of the last 200 answer, for a conditional GET. */
export type Validators = { etag: string | null; lastModified: string | null };

/** What one discovery fetch gave; kept for the conditional GET and for source health. */
export type DiscoveryRecord = {
  site: string;
  url: string;
  at: string;
  /** 200, 304, or the word of fetchReason(). */
  answer: string;
  /** Validators to keep; null leaves the stored ones. */
  validators: Validators | null;
  /** Addresses named, and those that were new. */
  listed: number;
  added: number;
  /** Where a list that was longer than one round reads goes on; null: it was read to its end. Left out: as it was. */
  resume?: string | null;
};

/** The ledger of addresses; every call is durable when it returns. */
export type Ledger = {
  /** Adds unknown addresses as due; a known one whose source says it was modified since it was fetched becomes due again. Returns how many became due. */
  addCandidates(site: string, candidates: Candidate[], at: string): number;
  /** Only addresses with next_due ≤ at: new ones first, the latest published before the others; then re-visits and repeated tries. */
  due(site: string, at: string, limit: number): DueUrl[];
  /** Moment at which the next address of the site falls due; null if none waits. */
  nextDue(site: string): string | null;
  /** Makes addresses due whose re-visit has come, at most so many. Returns how many. */
  takeLooks(site: string, at: string, limit: number): number;
  /** Asked for again, the address says what it said before (304): its page and its ending stay. */
  keepUnchanged(url: string, at: string): void;
  /** Notes what robots.txt says, as a hash; a change makes due what it had forbidden. Returns how many. */
  changedRobots(origin: string, hash: string, at: string): number;
  /** Stores the bytes and marks the address fetched, in one transaction. Returns the page's id. */
  savePage(page: Page): number;
  /** A page that answered 404 or 410 after it was kept: both stay readable, the article gets gone_at; the address is due no more. */
  markGone(url: string, status: number, at: string): void;
  /** The address is known and was fetched. */
  wasFetched(url: string): boolean;
  /** An address leads to another (redirect): it ends as an alias of it, and the other is in the ledger. True where that has no page yet. */
  movedTo(from: string, to: string, at: string): boolean;
  /** Ends an address without a page (robots, no-browser). */
  endUrl(url: string, outcome: Outcome, at: string): void;
  /** Makes the addresses of a site that ended as skipped for this reason due again (no-browser, once there is a browser). Returns how many. */
  reopen(site: string, reason: SkipReason, at: string): number;
  /**
   * Records a failed try. The address stays due until `next`; or it ends as failed('fetch', fetchReason), and is due
   * again after a rest; null: it ends for good.
   */
  failUrl(
    url: string,
    error: FetchError,
    at: string,
    next: string | { restUntil: string } | null,
  ): void;
  validators(site: string, url: string): Validators | null;
  saveDiscovery(record: DiscoveryRecord): void;
  /** When a list was last asked for, whether it ever answered, and where it goes on; null where it never was. */
  lastRead(
    site: string,
    url: string,
  ): { at: string; answered: boolean; resume: string | null } | null;
  /** Those of the addresses that the ledger does not have, in their order. */
  unknown(urls: readonly string[]): string[];
} & Turns &
  Leases;

/** Who takes what one process holds at a time, from `at` until `until` should it not be given back before. */
export type Claim = {
  /** Names the process. */
  holder: string;
  at: string;
  until: string;
  /** True for a holder that is known to have died: what it holds is free. */
  isDead?: (holder: string) => boolean;
};

/** The pace of hosts, shared by all processes of one archive and kept across restarts. Hosts as hostKey() writes them. */
export type Turns = {
  pace(host: string): { lastRequest: string | null; delayMs: number; heldUntil: string | null };
  /**
   * Takes the host for one request, which is sent at `sendsAt` at the latest: 0 when it is had, else the milliseconds
   * after which to ask again.
   */
  claimHost(host: string, delayMs: number, claim: Claim, sendsAt: string): number;
  /** `sentAt`: when the request really went out; the delay counts from there. */
  freeHost(host: string, holder: string, sentAt?: string): void;
  /** A request goes out now, later than was said when the host was taken. */
  saveLastRequest(host: string, at: string): void;
  /** Crawl-delay; 0 where none is asked for. */
  slowHost(host: string, delayMs: number): void;
  /** Retry-After: nothing is asked before. */
  holdHost(host: string, until: string): void;
  /** All that `work` writes, in one write. */
  transaction<T>(work: () => T): T;
};

/** Which process reads which source. */
export type Leases = {
  /** False while another that lives holds it. */
  claimSource(site: string, purpose: string, claim: Claim): boolean;
  /** False where another has taken it since. */
  renewSource(site: string, holder: string, until: string): boolean;
  freeSource(site: string, holder: string): void;
};

export type CrawlDeps = {
  ledger: Ledger;
  log: Log;
  /** UTC milliseconds. */
  now: () => number;
};
