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
export function summary(db: Database, since?: string): Summary {
  const accounts = new Map<string, Account>();
  const of = (site: string): Account => {
    const known = accounts.get(site) ?? emptyAccount();
    accounts.set(site, known);
    return known;
  };
  for (const { site, kind, stage, reason, n } of endings(db, since)) {
    const account = of(site);
    if (kind === 'kept') account.kept += n;
    else account[kind][stage === null ? reason : `${stage}/${reason}`] = n;
  }
  for (const { site, n } of found(db, since)) of(site).found = n;
  for (const { site, n } of fetched(db, since)) of(site).fetched = n;
  for (const { site, n } of open(db)) of(site).open = n;
  for (const { site, decision, n } of decisions(db, since)) of(site).articles[decision] = n;
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

type Counted = { site: string; n: number };

/** Rows counted by source and `more`. Without a moment the indices hold all that is asked. */
function counted<Row extends Counted>(
  db: Database,
  from: string,
  moment: { sql: string; since: string | undefined },
  more = '',
): Row[] {
  const { sql, since } = moment;
  const values = since === undefined ? {} : { since };
  const when = since === undefined ? '' : ` AND ${sql} >= $since`;
  return db
    .query<Row>(`SELECT site${more}, count(*) AS n FROM ${from}${when} GROUP BY site${more}`)
    .all(values);
}

type Ending = Counted & {
  kind: 'kept' | 'skipped' | 'failed';
  stage: string | null;
  reason: string;
};

const endings = (db: Database, since?: string): Ending[] =>
  counted<Ending>(
    db,
    'urls WHERE kind IS NOT NULL',
    { sql: 'ended_at', since },
    ', kind, stage, reason',
  );

const found = (db: Database, since?: string): Counted[] =>
  counted(db, 'urls WHERE 1', { sql: 'found_at', since });

const fetched = (db: Database, since?: string): Counted[] => {
  const moment = { sql: '(SELECT fetched_at FROM pages WHERE id = page)', since };
  return counted(db, 'urls WHERE page IS NOT NULL', moment);
};

const open = (db: Database): Counted[] =>
  counted(db, 'urls WHERE kind IS NULL', { sql: '', since: undefined });

type Decided = Counted & { decision: keyof Account['articles'] };

const decisions = (db: Database, since?: string): Decided[] => {
  const newest = '(SELECT v.at FROM versions v WHERE v.article = a.n AND v.version = a.version)';
  // few were joined to others: asked once, so that the index alone answers for the rest
  const own =
    'articles a WHERE a.n NOT IN (SELECT b.n FROM moved_ids m JOIN articles b ON b.id = m.id)';
  return counted<Decided>(db, own, { sql: newest, since }, ', decision');
};

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
