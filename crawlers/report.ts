// What happens in a round in; its account out: for each site, what was found and how each try ended.
import type { SkipReason } from '../schemas/outcome.ts';
import { fetchReason, type FetchError } from '../schemas/page.ts';
import type { DiscoveryAnswer } from './discover/visit.ts';

export type SiteReport = {
  site: string;
  /** Answer of each feed, sitemap, posts route and listing page that was asked. */
  discovery: DiscoveryAnswer[];
  /** Addresses that discovery made due. */
  found: number;
  fetched: number;
  /** Asked for again and answered 304. */
  unchanged: number;
  /** Kept before, now 404 or 410. */
  gone: number;
  skipped: Partial<Record<SkipReason, number>>;
  /** Addresses given up, by fetchReason(). */
  failed: Record<string, number>;
  /** Tries that failed and will be repeated, by fetchReason(). */
  retried: Record<string, number>;
  /** Why the site was left before all that was due had its turn; null where nothing is left. */
  left: string | null;
};

/** Why nothing was read of a source that another process reads at the moment. */
export const HELD = 'read by another process at the moment';

/** Why nothing was read of a source that another process has just read. */
export const READ = 'not due any more';

export type RoundReport = {
  startedAt: string;
  endedAt: string;
  /** Why the round ended early: 'aborted', or the error of the ledger; null for a full round. */
  stopped: string | null;
  sites: SiteReport[];
};

export const emptyReport = (site: string): SiteReport => ({
  site,
  discovery: [],
  found: 0,
  fetched: 0,
  unchanged: 0,
  gone: 0,
  skipped: {},
  failed: {},
  retried: {},
  left: null,
});

/** The report with what discovery added up to, also where it was cut short. */
export const withFound = (report: SiteReport): SiteReport => ({
  ...report,
  found: report.discovery.reduce((sum, { added }) => sum + added, 0),
});

/** Counts a failed try under its reason. */
export function count(counts: Record<string, number>, error: FetchError): void {
  const reason = fetchReason(error);
  counts[reason] = (counts[reason] ?? 0) + 1;
}

export function countSkipped(report: SiteReport, reason: SkipReason): void {
  report.skipped[reason] = (report.skipped[reason] ?? 0) + 1;
}
