// What has ended in; when it is looked at again, ever more rarely, and what turned out then.
import type { Database } from './database.ts';
import type { LedgerParts } from './ledger.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From one look at a kept article to the next: an hour, a day, a week after it was fetched. Then no more. */
const GAPS = [HOUR, DAY, 7 * DAY];
/** An article that is older when it is first fetched has settled: it is not looked at again. */
const SETTLED_DAYS = 30;

export type Looks = {
  /** Makes at most `limit` addresses due whose next look has come, the longest waiting first. Returns how many. */
  takeLooks(site: string, at: string, limit: number): number;
  /** The address was asked for again and says the same: its page and its ending stay. */
  keepUnchanged(url: string, at: string): void;
  /**
   * What the robots.txt of an origin says now, as a hash. Where it said something else before, the addresses that it
   * forbade are due again; returns how many.
   */
  changedRobots(origin: string, hash: string, at: string): number;
};

/** When the next look at a kept article is due, by how many it had; null where it had all. */
const nextLook = (had: number, from: string): string | null => {
  const gap = GAPS[had];
  return gap === undefined ? null : new Date(Date.parse(from) + gap).toISOString();
};

export type LookPlan = {
  /** A page was kept as an article: plans the looks, fewer where it is not relevant, none where it is old. */
  kept(id: number, article: { fetchedAt: string; localDay: string | null; seen: boolean }): void;
  /** The next look after one that found nothing new, or that it is gone. */
  again(id: number, at: string): void;
  /** A try failed and is repeated much later; the address has its ending until then. */
  rest(id: number, at: string): void;
};

export function lookPlan(db: Database): LookPlan {
  const looksOf = db.query<{ looks: number }>('SELECT looks FROM urls WHERE id = ?');
  const set = db.query('UPDATE urls SET look_at = ?, looks = ? WHERE id = ?');
  const rest = db.query('UPDATE urls SET look_at = ?, attempts = attempts + 1 WHERE id = ?');
  const plan = (id: number, from: string, atLeast: number): void => {
    const had = Math.max(looksOf.get([id])?.looks ?? 0, atLeast);
    set.run([nextLook(had, from), had, id]);
  };
  return {
    kept: (id, { fetchedAt, localDay, seen }) => {
      const age = localDay === null ? 0 : Date.parse(fetchedAt) - Date.parse(localDay);
      if (age > SETTLED_DAYS * DAY) set.run([null, GAPS.length, id]);
      else plan(id, fetchedAt, seen ? 0 : 1);
    },
    again: (id, at) => {
      plan(id, at, 0);
    },
    rest: (id, at) => {
      rest.run([at, id]);
    },
  };
}

export function looks({ db, endings }: LedgerParts, plan: LookPlan): Looks {
  const take = db.query(
    `UPDATE urls SET state = 'due', next_due = look_at, look_at = NULL, looks = looks + (attempts = 0)
     WHERE id IN (SELECT id FROM urls WHERE site = $site AND look_at IS NOT NULL AND look_at <= $at
       ORDER BY look_at LIMIT $limit) AND state = 'ended'`,
  );
  // One that was gone is read again, so that its article is back; and one that led elsewhere, as it no longer does.
  const unchanged = db.query(
    `UPDATE urls SET next_due = NULL, attempts = 0, last_error = NULL, gone_at = NULL, seen_at = ?,
       state = iif(ended_page IS page AND gone_at IS NULL AND reason IS NOT 'alias', 'ended', 'fetched') WHERE id = ?`,
  );
  const said = db.query<{ hash: string }>('SELECT hash FROM robots WHERE origin = ?');
  const note = db.query(
    `INSERT INTO robots (origin, hash, seen_at, changed_at) VALUES ($origin, $hash, $at, $at)
     ON CONFLICT (origin) DO UPDATE SET hash = excluded.hash, seen_at = excluded.seen_at,
       changed_at = iif(hash = excluded.hash, changed_at, excluded.changed_at)`,
  );
  const reopen = db.query(
    `UPDATE urls SET state = 'due', next_due = $at, attempts = 0
     WHERE url >= $from AND url < $to AND state = 'ended' AND kind = 'skipped' AND reason = 'robots'`,
  );
  return {
    takeLooks: (site, at, limit) => take.run({ site, at, limit }),
    keepUnchanged: (url, at) => {
      db.transaction(() => {
        const row = endings.row(url);
        unchanged.run([at, row.id]);
        if (row.kind === 'kept') plan.again(row.id, at);
      });
    },
    changedRobots: (origin, hash, at) =>
      db.transaction(() => {
        const before = said.get([origin])?.hash ?? null;
        note.run({ origin, hash, at });
        if (before === null || before === hash) return 0;
        // '0' follows '/': all addresses of the origin
        return reopen.run({ at, from: `${origin}/`, to: `${origin}0` });
      }),
  };
}
