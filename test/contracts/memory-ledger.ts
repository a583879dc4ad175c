// A ledger in memory that meets the port: for tests that crawl without an archive.
import type { DueUrl, DiscoveryRecord, Ledger, Validators } from '../../crawlers/ports.ts';
import type { Outcome } from '../../schemas/outcome.ts';
import { fetchReason, type Candidate, type FoundBy, type Page } from '../../schemas/page.ts';

export type LedgerEntry = {
  url: string;
  site: string;
  foundBy: FoundBy;
  state: 'due' | 'fetched' | 'ended';
  nextDue: string | null;
  attempts: number;
  fetchedAt: string | null;
  modified: string | null;
  outcome: Outcome | null;
  goneStatus: number | null;
};

export type MemoryLedger = Ledger & {
  entries: Map<string, LedgerEntry>;
  pages: Page[];
  discoveries: DiscoveryRecord[];
  requests: Map<string, string>;
};

export function memoryLedger(): MemoryLedger {
  const entries = new Map<string, LedgerEntry>();
  const pages: Page[] = [];
  const discoveries: DiscoveryRecord[] = [];
  const validators = new Map<string, Validators>();
  const requests = new Map<string, string>();

  const entryOf = (url: string): LedgerEntry => {
    const entry = entries.get(url);
    if (entry === undefined) throw new Error(`the ledger has no address ${url}`);
    return entry;
  };
  const addOne = (site: string, candidate: Candidate, at: string): boolean => {
    const { url, foundBy, modified } = candidate;
    const known = entries.get(url);
    if (known === undefined) {
      entries.set(url, {
        url,
        site,
        foundBy,
        modified,
        state: 'due',
        nextDue: at,
        attempts: 0,
        fetchedAt: null,
        outcome: null,
        goneStatus: null,
      });
      return true;
    }
    const again =
      known.state !== 'due' &&
      modified !== null &&
      known.fetchedAt !== null &&
      Date.parse(modified) >
        Math.max(Date.parse(known.fetchedAt), Date.parse(known.modified ?? '') || 0);
    if (again) Object.assign(known, { state: 'due', nextDue: at, attempts: 0, modified });
    return again;
  };
  const waiting = (site: string): LedgerEntry[] =>
    [...entries.values()]
      .filter((entry) => entry.site === site && entry.state === 'due')
      .sort((a, b) => (a.nextDue ?? '').localeCompare(b.nextDue ?? ''));

  return {
    entries,
    pages,
    discoveries,
    requests,
    addCandidates: (site, candidates, at) =>
      candidates.filter((candidate) => addOne(site, candidate, at)).length,
    due: (site, at, limit): DueUrl[] =>
      waiting(site)
        .filter(({ nextDue }) => nextDue !== null && nextDue <= at)
        .slice(0, limit)
        .map(({ url, foundBy, attempts, fetchedAt }) => {
          return { url, site, foundBy, attempts, fetched: fetchedAt !== null };
        }),
    nextDue: (site) => waiting(site)[0]?.nextDue ?? null,
    savePage: (page) => {
      pages.push({ ...page, id: pages.length + 1 });
      Object.assign(entryOf(page.url), {
        state: 'fetched',
        nextDue: null,
        attempts: 0,
        fetchedAt: page.fetchedAt,
      });
      return pages.length;
    },
    markGone: (url, status) => {
      Object.assign(entryOf(url), { state: 'ended', nextDue: null, goneStatus: status });
    },
    endUrl: (url, outcome) => {
      Object.assign(entryOf(url), { state: 'ended', nextDue: null, outcome });
    },
    reopen: (site, reason, at) => {
      const closed = [...entries.values()].filter(
        ({ site: of, state, outcome }) =>
          of === site &&
          state === 'ended' &&
          outcome?.kind === 'skipped' &&
          outcome.reason === reason,
      );
      for (const entry of closed) Object.assign(entry, { state: 'due', nextDue: at, attempts: 0 });
      return closed.length;
    },
    failUrl: (url, error, _at, retryAt) => {
      const entry = entryOf(url);
      if (retryAt !== null) {
        Object.assign(entry, { nextDue: retryAt, attempts: entry.attempts + 1 });
        return;
      }
      const outcome: Outcome = { kind: 'failed', stage: 'fetch', reason: fetchReason(error) };
      Object.assign(entry, { state: 'ended', nextDue: null, outcome });
    },
    validators: (site, url) => validators.get(`${site} ${url}`) ?? null,
    saveDiscovery: (record) => {
      discoveries.push(record);
      if (record.validators) validators.set(`${record.site} ${record.url}`, record.validators);
    },
    lastRequest: (origin) => requests.get(origin) ?? null,
    saveLastRequest: (origin, at) => {
      requests.set(origin, at);
    },
  };
}
