// Lists of older articles in; how far each was read, and what of them is still to be fetched, out.
import type { Candidate } from '../schemas/page.ts';
import type { LedgerParts } from './ledger.ts';

/** Local days of the source, inclusive. */
export type Days = { from: string; to: string };

export type BackfillList = {
  /** Address of the list. */
  source: string;
  /** Where its reading goes on: a page number or an address; null: at its beginning. */
  next: string | null;
  done: boolean;
  /** Addresses that it named, and those that were new, so far. */
  listed: number;
  added: number;
};

export type Backfills = {
  backfillLists(site: string, days: Days): BackfillList[];
  saveBackfillList(site: string, days: Days, list: BackfillList, at: string): void;
  /** Adds unknown addresses as due, behind all others. Returns how many. */
  addOlder(site: string, candidates: Candidate[], at: string): number;
  /** All addresses that backfills of the source found, and those still to be fetched. */
  backfillLeft(site: string): { found: number; due: number };
};

export function backfills(
  { db }: LedgerParts,
  ledger: {
    unknown(urls: readonly string[]): string[];
    addCandidates(site: string, candidates: Candidate[], at: string): number;
  },
): Backfills {
  const lists = db.query<Omit<BackfillList, 'done'> & { doneAt: string | null }>(
    `SELECT source, next, done_at AS doneAt, listed, added FROM backfills
     WHERE site = ? AND from_day = ? AND to_day = ? ORDER BY source`,
  );
  const save = db.query(
    `INSERT INTO backfills (site, source, from_day, to_day, next, done_at, listed, added)
     VALUES ($site, $source, $from, $to, $next, $doneAt, $listed, $added)
     ON CONFLICT (site, source, from_day, to_day) DO UPDATE SET next = excluded.next,
       done_at = excluded.done_at, listed = excluded.listed, added = excluded.added`,
  );
  const mark = db.query('UPDATE urls SET backfill = 1 WHERE url = ?');
  const left = db.query<{ found: number; due: number | null }>(
    `SELECT count(*) AS found, sum(state = 'due') AS due FROM urls
     WHERE site = ? AND backfill IS NOT NULL`,
  );
  return {
    backfillLists: (site, { from, to }) =>
      lists
        .all([site, from, to])
        .map(({ doneAt, ...list }) => ({ ...list, done: doneAt !== null })),
    saveBackfillList: (site, days, { done, ...list }, at) => {
      save.run({ site, ...days, ...list, doneAt: done ? at : null });
    },
    addOlder: (site, candidates, at) =>
      db.transaction(() => {
        const unknown = new Set(ledger.unknown(candidates.map(({ url }) => url)));
        const fresh = candidates.filter(({ url }) => unknown.has(url));
        const added = ledger.addCandidates(site, fresh, at);
        for (const { url } of fresh) mark.run([url]);
        return added;
      }),
    backfillLeft: (site) => {
      const { found, due } = left.get([site]) ?? { found: 0, due: 0 };
      return { found, due: due ?? 0 };
    },
  };
}
