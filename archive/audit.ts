// Who did what, when, from where: added to, never changed.
import type { AuditAction, AuditEntry } from '../schemas/audit.ts';
import type { Database } from './database.ts';

export type AuditFilter = {
  who?: string | undefined;
  action?: AuditAction | undefined;
  /** Only entries before this number: the next page of a list. */
  before?: number | undefined;
};

export type Audit = {
  record(entry: Omit<AuditEntry, 'n'>): void;
  /** Newest first. */
  entries(filter: AuditFilter, limit: number): AuditEntry[];
};

/** Characters kept of what was done to: an address may be as long as its sender likes. */
const MAX_WHAT = 500;

export function audit(db: Database): Audit {
  const insert = db.query(
    'INSERT INTO audit (at, who, action, what, origin) VALUES ($at, $who, $action, $what, $from)',
  );
  const list = db.query<AuditEntry>(
    `SELECT n, at, who, action, what, origin AS "from" FROM audit
     WHERE ($who IS NULL OR who = $who) AND ($action IS NULL OR action = $action)
       AND ($before IS NULL OR n < $before)
     ORDER BY n DESC LIMIT $limit`,
  );
  return {
    record: (entry) => void insert.run({ ...entry, what: entry.what.slice(0, MAX_WHAT) }),
    entries: ({ who = null, action = null, before = null }, limit) =>
      list.all({ who, action, before, limit }),
  };
}
