// The new addresses that a list names in; those that this round takes, those that wait for the next, those left to a backfill out.
import type { Candidate } from '../../schemas/page.ts';

/** New addresses that one source gives in a round. */
export const MAX_NEW = 1000;
const RECENT_MS = 30 * 24 * 3600 * 1000;

export type Budget = {
  /** New addresses that this round may still take of the source. */
  left: number;
  /** The source never answered before: what it holds may be an archive of years. */
  first: boolean;
};

export type Share = {
  taken: Candidate[];
  /** Go on in the next round. */
  waiting: number;
  /** More than a round takes, and older than a month: for a backfill. */
  older: number;
};

/**
 * Nothing is lost where a list names more than a round takes: what is of the last month or undated waits for the next
 * round. What is older is left to a backfill, but for the newest of a source that is read for the first time.
 * @param fresh unknown to the ledger, newest first
 */
export function shareOf(fresh: readonly Candidate[], budget: Budget, nowMs: number): Share {
  if (fresh.length <= budget.left) {
    budget.left -= fresh.length;
    return { taken: [...fresh], waiting: 0, older: 0 };
  }
  const recent = (candidate: Candidate): boolean => {
    const at = Date.parse(candidate.modified ?? candidate.published ?? '');
    return Number.isNaN(at) || at >= nowMs - RECENT_MS;
  };
  const wanted = budget.first ? fresh : fresh.filter(recent);
  const taken = wanted.slice(0, budget.left);
  const waiting = wanted.slice(budget.left).filter(recent).length;
  budget.left -= taken.length;
  return { taken, waiting, older: fresh.length - taken.length - waiting };
}
