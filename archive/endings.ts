// How an address ended in; its one ending in the ledger and the day's counts out.
import type { Outcome } from '../schemas/outcome.ts';
import type { Coverage } from './coverage.ts';
import type { Database } from './database.ts';
import type { MovedIds } from './moved-ids.ts';
import type { MoveNotes } from './moves.ts';
import type { SiteClock } from './sites.ts';

/** What the ledger holds of an address when it ends. */
export type LedgerRow = {
  id: number;
  url: string;
  site: string;
  state: 'due' | 'fetched' | 'ended';
  page: number | null;
  kind: Outcome['kind'] | null;
  endedPage: number | null;
  endedDay: string | null;
  article: string | null;
  goneAt: string | null;
};

/** The page that was processed and by what; null where no page could be had. */
export type Processed = { page: number; processor: number } | null;

export type Endings = {
  /** @throws Error where the ledger has no such address: a fault of the caller. */
  row(url: string): LedgerRow;
  /** Replaces the ending. Counted once for each page: processing it again moves the count, not adds to it. */
  end(row: LedgerRow, outcome: Outcome, by: Processed, at: string): void;
};

type Parts = {
  db: Database;
  clock: SiteClock;
  coverage: Coverage;
  ids: MovedIds;
  moves: MoveNotes;
};

export function endings({ db, clock, coverage, ids, moves }: Parts): Endings {
  const { idAt } = ids;
  const select = db.query<LedgerRow>(
    `SELECT id, url, site, state, page, kind, ended_page AS endedPage, ended_day AS endedDay,
       article, gone_at AS goneAt
     FROM urls WHERE url = ?`,
  );
  const fetchedAt = db.query<{ at: string }>('SELECT fetched_at AS at FROM pages WHERE id = ?');
  // An address that fell due, or was fetched anew, while its earlier page was processed keeps its state.
  const update = db.query(
    `UPDATE urls SET kind = $kind, stage = $stage, reason = $reason, detail = $detail, ended_at = $at,
       ended_day = $day, ended_page = $page, article = coalesce($article, article),
       processor = coalesce($processor, processor),
       state = CASE WHEN $page IS NULL OR (state = 'fetched' AND page = $page) THEN 'ended' ELSE state END,
       next_due = CASE WHEN $page IS NULL THEN NULL ELSE next_due END
     WHERE id = $id`,
  );
  const followOn = db.query(
    `UPDATE urls SET article = ? WHERE article = ? AND kind = 'skipped' AND reason = 'alias'`,
  );
  const readAgain = db.query(
    // not what was read before its address led elsewhere: that has no processor
    `UPDATE urls SET state = 'fetched' WHERE article = ? AND kind = 'skipped' AND reason = 'alias'
       AND state = 'ended' AND page IS NOT NULL AND processor IS NOT NULL`,
  );
  /** What leads to this address leads on where it does; where it gave no article, one of them may stand in. */
  const tellAliases = (url: string, outcome: Outcome): void => {
    if (outcome.kind === 'kept') return;
    if (outcome.reason !== 'alias') readAgain.run([idAt(url)]);
    else if (outcome.detail !== undefined) {
      followOn.run([idAt(outcome.detail), idAt(url)]);
      moves.ended(url, outcome.detail);
    }
    if (outcome.kind === 'skipped' && outcome.reason !== 'alias') moves.ended(url, null);
  };
  const end = (row: LedgerRow, outcome: Outcome, by: Processed, at: string): void => {
    const page = by?.page ?? null;
    const day = clock.localDay(row.site, page === null ? at : (fetchedAt.get([page])?.at ?? at));
    const again = row.kind !== null && row.endedPage === page && row.endedDay === day;
    if (!again) coverage.add(row.site, day, { [outcome.kind]: 1 });
    else if (row.kind !== outcome.kind) {
      coverage.add(row.site, day, { [row.kind ?? outcome.kind]: -1, [outcome.kind]: 1 });
    }
    const processor = by?.processor ?? null;
    update.run({ id: row.id, ...columnsOf(outcome, idAt), at, day, page, processor });
    tellAliases(row.url, outcome);
  };
  return {
    row: (url) => {
      const row = select.get([url]);
      if (row === undefined) throw new Error(`the ledger has no address ${url}: add it first`);
      return row;
    },
    end,
  };
}

type EndingColumns = Record<'kind' | 'stage' | 'reason' | 'detail' | 'article', string | null>;

function columnsOf(outcome: Outcome, idAt: MovedIds['idAt']): EndingColumns {
  const { kind } = outcome;
  switch (kind) {
    case 'kept':
      return { kind, stage: null, reason: null, detail: null, article: outcome.article };
    case 'skipped': {
      const { reason, detail = null } = outcome;
      // The detail of an alias is the address of the article that it leads to.
      const article = reason === 'alias' && detail !== null ? idAt(detail) : null;
      return { kind, stage: null, reason, detail, article };
    }
    case 'failed': {
      const { stage, reason, detail = null } = outcome;
      return { kind, stage, reason, detail, article: null };
    }
    default:
      return kind satisfies never;
  }
}
