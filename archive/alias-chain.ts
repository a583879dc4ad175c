// An address in; the one to which the aliases of the ledger lead from it, out.
import type { Database } from './database.ts';

type Row = { kind: string | null; reason: string | null; detail: string | null; settled: 0 | 1 };

/** `row`: what the ledger holds of it; undefined where it is not in the ledger, or the chain was not followed to its end. */
export type ChainEnd = { url: string; row: Row | undefined; ended: boolean };

/** More names for one article than this are no chain that a site means. */
const MAX_STEPS = 10;

/** Follows them from `to` until there is no alias; not to the end where they lead back to `from`, or on and on. */
export function aliasChain(db: Database): (to: string, from: string) => ChainEnd {
  const select = db.query<Row>(
    `SELECT kind, reason, detail, state = 'ended' AS settled FROM urls WHERE url = ?`,
  );
  return (to, from) => {
    let url = to;
    for (let step = 0; step < MAX_STEPS && url !== from; step += 1) {
      const row = select.get([url]);
      if (row?.reason !== 'alias' || row.detail === null) return { url, row, ended: true };
      url = row.detail;
    }
    return { url, row: undefined, ended: false };
  };
}
