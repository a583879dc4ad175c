// Plans and leases in; which sources are due, and which process reads which source now, out.
import type { Database } from './database.ts';
import { isHeld, type Claim } from './turns.ts';

export type Plan = {
  nextDue: string;
  /** Minutes to the next round. */
  every: number;
  /** What decided it. */
  why: 'interval' | 'rhythm' | 'cron' | 'election' | 'resting';
  /** Rounds in a row in which no source of addresses answered. */
  failures: number;
};

export type ScheduleRow = {
  site: string;
  /** Null: never planned. */
  nextDue: string | null;
  every: number | null;
  why: Plan['why'] | null;
  failures: number;
  /** Rounds that fell due while one was still running. */
  overlaps: number;
  /** The process that reads it, or died while it did. */
  holder: string | null;
  purpose: string | null;
  heldSince: string | null;
  /** The lease runs out then unless it is renewed. */
  until: string | null;
};

export type Appearances = {
  since: string | null;
  articles: { published: string | null; foundAt: string }[];
};

export type Schedule = {
  /** All sources that were ever planned or read. */
  schedule(): ScheduleRow[];
  scheduleOf(site: string): ScheduleRow | null;
  plan(site: string, plan: Plan): void;
  /** Takes the source for one process. False while another that lives holds it. */
  claimSource(site: string, purpose: string, claim: Claim): boolean;
  /** False where another has taken it since. */
  renewSource(site: string, holder: string, until: string): boolean;
  freeSource(site: string, holder: string): void;
  /**
   * Articles that were found since a moment, by when the source says they were published and when they were found;
   * and when the source was first read. What an operator asked for later is left out.
   */
  appearances(site: string, from: string): Appearances;
  /** A round fell due while one was running: counted, and due again at `nextDue`. */
  overlapped(site: string, nextDue: string): void;
};

export function schedule(db: Database): Schedule {
  const columns = `site, next_due AS nextDue, every, why, failures, overlaps, holder, purpose,
    held_since AS heldSince, until`;
  const all = db.query<ScheduleRow>(`SELECT ${columns} FROM schedule ORDER BY site`);
  const one = db.query<ScheduleRow>(`SELECT ${columns} FROM schedule WHERE site = ?`);
  const plan = db.query(
    `INSERT INTO schedule (site, next_due, every, why, failures) VALUES ($site, $nextDue, $every, $why, $failures)
     ON CONFLICT (site) DO UPDATE SET next_due = excluded.next_due, every = excluded.every, why = excluded.why,
       failures = excluded.failures`,
  );
  const take = db.query(
    `INSERT INTO schedule (site, holder, purpose, held_since, until) VALUES ($site, $holder, $purpose, $at, $until)
     ON CONFLICT (site) DO UPDATE SET holder = excluded.holder, purpose = excluded.purpose,
       held_since = excluded.held_since, until = excluded.until`,
  );
  const renew = db.query('UPDATE schedule SET until = ? WHERE site = ? AND holder = ?');
  const free = db.query(
    `UPDATE schedule SET holder = NULL, purpose = NULL, held_since = NULL, until = NULL
     WHERE site = ? AND holder = ?`,
  );
  const overlap = db.query(
    'UPDATE schedule SET overlaps = overlaps + 1, next_due = ? WHERE site = ?',
  );
  const articles = db.query<Appearances['articles'][number]>(
    `SELECT hint_published AS published, found_at AS foundAt FROM urls
     WHERE site = ? AND found_at >= ? AND part_of IS NULL AND backfill IS NULL AND found_by <> 'canonical'`,
  );
  const first = db.query<{ at: string | null }>(
    'SELECT min(found_at) AS at FROM urls WHERE site = ?',
  );
  const scheduleOf = (site: string): ScheduleRow | null => one.get([site]) ?? null;
  return {
    schedule: () => all.all(),
    scheduleOf,
    plan: (site, { nextDue, every, why, failures }) => {
      plan.run({ site, nextDue, every, why, failures });
    },
    claimSource: (site, purpose, claim) =>
      db.transaction(() => {
        const row = scheduleOf(site);
        if (row !== null && isHeld(row, claim)) return false;
        const { holder, at, until } = claim;
        take.run({ site, holder, purpose, at, until });
        return true;
      }),
    renewSource: (site, holder, until) => renew.run([until, site, holder]) > 0,
    freeSource: (site, holder) => {
      free.run([site, holder]);
    },
    appearances: (site, from) => ({
      since: first.get([site])?.at ?? null,
      articles: articles.all([site, from]),
    }),
    overlapped: (site, nextDue) => {
      overlap.run([nextDue, site]);
    },
  };
}
