// A ledger in memory that meets the port: for tests that crawl without an archive.
import type {
  Claim,
  DiscoveryRecord,
  DueUrl,
  Leases,
  Ledger,
  Turns,
  Validators,
} from '../../crawlers/ports.ts';
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
  published: string;
  outcome: Outcome | null;
  goneStatus: number | null;
  lookAt: string | null;
};

export type MemoryLedger = Ledger & {
  entries: Map<string, LedgerEntry>;
  pages: Page[];
  discoveries: DiscoveryRecord[];
  requests: Map<string, string>;
};

const byPublished = (a: LedgerEntry, b: LedgerEntry): number =>
  b.published.localeCompare(a.published);

const held = (lease: { holder: string; until: string } | undefined, claim: Claim): boolean =>
  lease !== undefined && lease.until > claim.at && claim.isDead?.(lease.holder) !== true;

type Host = { delayMs: number; heldUntil: string | null; lease?: Claim | undefined };

function memoryTurns(requests: Map<string, string>): Omit<Turns, 'saveLastRequest'> {
  const hosts = new Map<string, Host>();
  const of = (host: string): Host => {
    const known = hosts.get(host) ?? { delayMs: 0, heldUntil: null };
    hosts.set(host, known);
    return known;
  };
  return {
    pace: (host) => {
      const { delayMs, heldUntil } = of(host);
      return { lastRequest: requests.get(host) ?? null, delayMs, heldUntil };
    },
    claimHost: (host, delayMs, claim, sendsAt) => {
      const row = of(host);
      const now = Date.parse(claim.at);
      const last = Math.min(Date.parse(requests.get(host) ?? '') || 0, now);
      const ready = last + Math.max(delayMs, row.delayMs);
      const wait = Math.max(ready, Date.parse(row.heldUntil ?? '') || 0) - now;
      if (wait > 0) return wait;
      if (held(row.lease, claim)) return 100;
      row.lease = claim;
      requests.set(host, sendsAt);
      return 0;
    },
    freeHost: (host, holder, sentAt) => {
      if (of(host).lease?.holder !== holder) return;
      of(host).lease = undefined;
      if (sentAt !== undefined) requests.set(host, sentAt);
    },
    slowHost: (host, delayMs) => {
      of(host).delayMs = delayMs;
    },
    holdHost: (host, until) => {
      const row = of(host);
      row.heldUntil = until > (row.heldUntil ?? '') ? until : row.heldUntil;
    },
    transaction: (work) => work(),
  };
}

function memoryLeases(): Leases {
  const leases = new Map<string, Claim>();
  return {
    claimSource: (site, _purpose, claim) => {
      if (held(leases.get(site), claim)) return false;
      leases.set(site, claim);
      return true;
    },
    renewSource: (site, holder, until) => {
      const lease = leases.get(site);
      if (lease?.holder !== holder) return false;
      leases.set(site, { ...lease, until });
      return true;
    },
    freeSource: (site, holder) => {
      if (leases.get(site)?.holder === holder) leases.delete(site);
    },
  };
}

export function memoryLedger(): MemoryLedger {
  const entries = new Map<string, LedgerEntry>();
  const pages: Page[] = [];
  const discoveries: DiscoveryRecord[] = [];
  const validators = new Map<string, Validators>();
  const requests = new Map<string, string>();
  const robots = new Map<string, string>();

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
        published: candidate.published ?? at,
        state: 'due',
        nextDue: at,
        attempts: 0,
        fetchedAt: null,
        outcome: null,
        goneStatus: null,
        lookAt: null,
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
  const isNew = ({ fetchedAt, attempts }: LedgerEntry): boolean =>
    fetchedAt === null && attempts === 0;

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
        .sort((a, b) => Number(isNew(b)) - Number(isNew(a)) || byPublished(a, b))
        .slice(0, limit)
        .map(({ url, foundBy, attempts, fetchedAt }) => {
          return { url, site, foundBy, attempts, fetched: fetchedAt !== null, validators: null };
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
    wasFetched: (url) => typeof entries.get(url)?.fetchedAt === 'string',
    movedTo: (from, to, at) => {
      const { site, foundBy, published } = entryOf(from);
      addOne(site, { url: to, foundBy, title: null, published, modified: null }, at);
      const outcome: Outcome = { kind: 'skipped', reason: 'alias', detail: to };
      Object.assign(entryOf(from), { state: 'ended', nextDue: null, outcome });
      return entryOf(to).fetchedAt === null;
    },
    takeLooks: (site, at, limit) => {
      const ready = [...entries.values()].filter(
        ({ site: of, state, lookAt }) =>
          of === site && state === 'ended' && lookAt !== null && lookAt <= at,
      );
      for (const entry of ready.slice(0, limit))
        Object.assign(entry, { state: 'due', nextDue: entry.lookAt, lookAt: null });
      return Math.min(ready.length, limit);
    },
    keepUnchanged: (url) => {
      Object.assign(entryOf(url), { state: 'fetched', nextDue: null, attempts: 0 });
    },
    changedRobots: (origin, hash, at) => {
      const before = robots.get(origin);
      robots.set(origin, hash);
      if (before === undefined || before === hash) return 0;
      const closed = [...entries.values()].filter(
        ({ url, state, outcome }) =>
          url.startsWith(`${origin}/`) &&
          state === 'ended' &&
          outcome?.kind === 'skipped' &&
          outcome.reason === 'robots',
      );
      for (const entry of closed) Object.assign(entry, { state: 'due', nextDue: at, attempts: 0 });
      return closed.length;
    },
    failUrl: (url, error, _at, next) => {
      const entry = entryOf(url);
      if (typeof next === 'string') {
        Object.assign(entry, { nextDue: next, attempts: entry.attempts + 1 });
        return;
      }
      if (next !== null)
        Object.assign(entry, { lookAt: next.restUntil, attempts: entry.attempts + 1 });
      const outcome: Outcome = { kind: 'failed', stage: 'fetch', reason: fetchReason(error) };
      Object.assign(entry, { state: 'ended', nextDue: null, outcome });
    },
    validators: (site, url) => validators.get(`${site} ${url}`) ?? null,
    unknown: (urls) => urls.filter((url) => !entries.has(url)),
    lastRead: (site, url) => {
      const own = discoveries.filter((record) => record.site === site && record.url === url);
      const last = own.at(-1);
      if (last === undefined) return null;
      const answered = own.some(({ answer }) => answer === '200' || answer === '304');
      const resume = own.findLast((record) => record.resume !== undefined)?.resume ?? null;
      return { at: last.at, answered, resume };
    },
    saveDiscovery: (record) => {
      discoveries.push(record);
      if (record.validators) validators.set(`${record.site} ${record.url}`, record.validators);
    },
    saveLastRequest: (host, at) => {
      requests.set(host, at);
    },
    ...memoryTurns(requests),
    ...memoryLeases(),
  };
}
