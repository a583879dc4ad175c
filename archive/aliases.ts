// What a page calls itself in; whether that leads to an article, or the page has to stand for itself, out.
import { aliasChain } from './alias-chain.ts';
import type { Addresses, LedgerParts } from './ledger.ts';

/**
 * `follow`: the article is there, or still to be fetched and read. `ring`: the addresses name each other, and none
 * would be the article. `lost`: it cannot be fetched or read, so the page at hand stands in for it.
 */
export type Standing = 'follow' | 'ring' | 'lost';

export type Aliases = {
  /** Where the address `canonical` leads that the page of `from` calls its own. */
  standingOf(from: string, canonical: string): Standing;
  /**
   * An address leads to another (redirect): it ends as an alias, and the other is in the ledger, with what
   * discovery said of the first. Where an article was kept from it before, that stays until the other is read.
   * True where the other has no page yet.
   */
  movedTo(from: string, to: string, at: string): boolean;
  /** Archive id of the newest page of an address; null where it has none. */
  newestPage(url: string): number | null;
  /** The address is in the ledger and was fetched, so that it need not be asked for again. */
  wasFetched(url: string): boolean;
};

export function aliases(
  { db, clock, coverage, endings, ids, moves }: LedgerParts,
  { endUrl }: Pick<Addresses, 'endUrl'>,
): Aliases {
  const chainEnd = aliasChain(db);
  const standIn = db.query<{ url: string }>(
    `SELECT url FROM urls WHERE article = ? AND kind = 'kept' AND url <> ?`,
  );
  const add = db.query(
    `INSERT INTO urls (url, site, found_by, found_at, hint_title, hint_published, hint_modified, state, next_due, backfill)
     SELECT $to, site, 'canonical', $at, hint_title, hint_published, hint_modified, 'due', $at, backfill
     FROM urls WHERE url = $from ON CONFLICT (url) DO NOTHING`,
  );
  const page = db.query<{ page: number | null }>('SELECT page FROM urls WHERE url = ?');
  const newestPage = (url: string): number | null => page.get([url])?.page ?? null;
  return {
    newestPage,
    wasFetched: (url) => newestPage(url) !== null,
    standingOf: (from, canonical) => {
      const { row, ended } = chainEnd(canonical, from);
      // an alias that ends the chain names nothing
      if (!ended || row?.reason === 'alias') return 'ring';
      if (row === undefined || row.kind === null || row.kind === 'kept') return 'follow';
      if (row.settled === 0) return 'follow';
      return standIn.get([ids.idAt(canonical), from]) === undefined ? 'lost' : 'follow';
    },
    movedTo: (from, to, at) =>
      db.transaction(() => {
        const row = endings.row(from);
        const { site } = row;
        const found = add.run({ from, to, at });
        if (found > 0) coverage.add(site, clock.localDay(site, at), { found });
        moves.leads(row, to, at);
        endUrl(from, { kind: 'skipped', reason: 'alias', detail: to }, at);
        return newestPage(to) === null;
      }),
  };
}
