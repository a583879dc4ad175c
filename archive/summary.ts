// The ledger in; what was found and how it ended, by source and in all, out: the account of a run or of everything.
import type { Database } from './database.ts';

export type Account = {
  /** Addresses named for the first time. */
  found: number;
  /** Addresses with a stored page. */
  fetched: number;
  kept: number;
  /** By reason, for example { alias: 3 }. */
  skipped: Record<string, number>;
  /** By stage and reason, for example { 'fetch/status-404': 1 }. */
  failed: Record<string, number>;
  /** Addresses without an ending yet: to be fetched or to be processed. */
  open: number;
  articles: { relevant: number; review: number; irrelevant: number };
};

export type Summary = { sites: (Account & { site: string; name: string })[]; all: Account };

/**
 * With `since` (ISO 8601, UTC) only what was found, fetched, ended or became a version from then on; `open` is
 * always what stands open now. Without: everything, and then found = kept + skipped + failed + open.
 */
export function summary(db: Database, since = ''): Summary {
  const accounts = new Map<string, Account>();
  const of = (site: string): Account => {
    const known = accounts.get(site) ?? emptyAccount();
    accounts.set(site, known);
    return known;
  };
  for (const { site, found, fetched, open } of addressCounts(db, since)) {
    Object.assign(of(site), { found, fetched, open });
  }
  for (const { site, kind, stage, reason, n } of endingCounts(db, since)) {
    const account = of(site);
    if (kind === 'kept') account.kept += n;
    else account[kind][stage === null ? reason : `${stage}/${reason}`] = n;
  }
  for (const { site, decision, n } of decisionCounts(db, since)) of(site).articles[decision] = n;
  const name = db.query<{ name: string }>('SELECT name FROM sites WHERE id = ?');
  const sites = [...accounts].map(([site, account]) => {
    return { site, name: name.get([site])?.name ?? site, ...account };
  });
  return { sites: sites.sort((a, b) => (a.site < b.site ? -1 : 1)), all: sum(sites) };
}

const emptyAccount = (): Account => ({
  found: 0,
  fetched: 0,
  kept: 0,
  skipped: {},
  failed: {},
  open: 0,
  articles: { relevant: 0, review: 0, irrelevant: 0 },
});

const addressCounts = (db: Database, since: string) =>
  db
    .query<{ site: string; found: number; fetched: number; open: number }>(
      // All rows are needed, so the order of the table beats any index.
      `SELECT site, sum(found_at >= $since) AS found, sum(kind IS NULL) AS open,
         sum(${since === '' ? 'page IS NOT NULL' : FETCHED_SINCE}) AS fetched
       FROM urls NOT INDEXED GROUP BY site`,
    )
    .all({ since });

const FETCHED_SINCE = 'coalesce(page IN (SELECT id FROM pages WHERE fetched_at >= $since), 0)';

const endingCounts = (db: Database, since: string) =>
  db
    .query<{
      site: string;
      kind: 'kept' | 'skipped' | 'failed';
      stage: string | null;
      reason: string;
      n: number;
    }>(
      `SELECT site, kind, stage, reason, count(*) AS n FROM urls
       WHERE kind IS NOT NULL${since === '' ? '' : ' AND ended_at >= $since'} GROUP BY site, kind, stage, reason`,
    )
    .all(since === '' ? {} : { since });

const decisionCounts = (db: Database, since: string) =>
  db
    .query<{ site: string; decision: keyof Account['articles']; n: number }>(
      since === ''
        ? 'SELECT site, decision, count(*) AS n FROM articles GROUP BY site, decision'
        : `SELECT a.site, a.decision, count(*) AS n
           FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
           WHERE v.at >= $since GROUP BY a.site, a.decision`,
    )
    .all(since === '' ? {} : { since });

function sum(accounts: Account[]): Account {
  const all = emptyAccount();
  for (const account of accounts) {
    for (const field of ['found', 'fetched', 'kept', 'open'] as const) all[field] += account[field];
    addInto(all.skipped, account.skipped);
    addInto(all.failed, account.failed);
    addInto(all.articles, account.articles);
  }
  return all;
}

function addInto(to: Record<string, number>, from: Record<string, number>): void {
  for (const [key, n] of Object.entries(from)) to[key] = (to[key] ?? 0) + n;
}
