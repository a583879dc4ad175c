// The archive's file in; how much of it is used and how fast it grows out; and raw pages that may go, dropped.
import type { Database } from './database.ts';

export type DiskUse = {
  /** Bytes in use; what was dropped is used again before the file grows. */
  used: number;
  /** Bytes that a day adds, over the last weeks; null before two days are known. */
  aDay: number | null;
};

export type Dropped = { pages: number; bytes: number };

export type Disk = {
  use(): DiskUse;
  /** Notes what is used today, for the growth. `day`: UTC. */
  noteUse(day: string): void;
  /**
   * Drops the bytes of up to `limit` pages, the oldest first: those of articles that were never relevant nor to be
   * reviewed, then those of pages that brought no article. Row, headers and hash of the page stay. 0 pages: there is
   * nothing left that may go.
   */
  dropBodies(limit: number): Dropped;
};

/** Days over which growth is measured. */
const WINDOW = 28;

/** An article that may be asked about stays whole, whatever its newest version says. */
const EVER_SEEN = `EXISTS (SELECT 1 FROM articles a JOIN versions v ON v.article = a.n
  WHERE a.id = coalesce(u.article, f.article) AND v.tags ->> '$.decision' <> 'irrelevant')`;

/** $kept 1: pages of articles; 0: pages of none. */
const CANDIDATES = `SELECT b.page, length(b.data) AS bytes
  FROM bodies b JOIN pages p ON p.id = b.page JOIN urls u ON u.id = p.url_id
    LEFT JOIN urls f ON f.id = u.part_of
  WHERE b.page > $after AND u.state = 'ended' AND (f.state IS NULL OR f.state = 'ended') AND NOT ${EVER_SEEN}
    AND EXISTS (SELECT 1 FROM articles a WHERE a.id = coalesce(u.article, f.article)) = $kept
    AND NOT EXISTS (SELECT 1 FROM bodies d WHERE d.dictionary = b.page)
    AND NOT EXISTS (SELECT 1 FROM dictionaries c WHERE c.page = b.page)
  ORDER BY b.page LIMIT $limit`;

export function disk(db: Database): Disk {
  const pragma = (name: string): number =>
    Object.values(db.query<Record<string, number>>(`PRAGMA ${name}`).get() ?? {})[0] ?? 0;
  const used = (): number =>
    (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  const note = db.query(
    'INSERT INTO disk_days (day, used) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET used = excluded.used',
  );
  const days = db.query<{ day: string; used: number }>(
    `SELECT day, used FROM disk_days ORDER BY day DESC LIMIT ${WINDOW}`,
  );
  const candidates = db.query<{ page: number; bytes: number }>(CANDIDATES);
  /** Page up to which each kind was looked through, so that a long clean-up does not begin anew at each step. */
  const reached = { 0: 0, 1: 0 };
  const drop = db.query('DELETE FROM bodies WHERE page = ?');
  return {
    use: () => ({ used: used(), aDay: growth(days.all()) }),
    noteUse: (day) => {
      note.run([day, used()]);
    },
    dropBodies: (limit) =>
      db.transaction(() => {
        const dropped = { pages: 0, bytes: 0 };
        for (const kept of [1, 0] as const) {
          const rows = candidates.all({ kept, limit, after: reached[kept] });
          // at the end it begins anew: a dictionary may have become free
          reached[kept] = rows.at(-1)?.page ?? 0;
          for (const { page, bytes } of rows) {
            drop.run([page]);
            dropped.pages += 1;
            dropped.bytes += bytes;
          }
          if (dropped.pages > 0) break;
        }
        return dropped;
      }),
  };
}

/** The mean of the days on which it grew and shrank; what was dropped at once does not count as shrinking. */
function growth(newestFirst: { day: string; used: number }[]): number | null {
  const grown = newestFirst.slice(0, -1).map(({ used }, at) => {
    const before = newestFirst[at + 1]?.used ?? used;
    return Math.max(0, used - before);
  });
  const [newest, oldest] = [newestFirst[0], newestFirst.at(-1)];
  if (newest === undefined || oldest === undefined || newest.day === oldest.day) return null;
  const span = (Date.parse(newest.day) - Date.parse(oldest.day)) / 86_400_000;
  return Math.round(grown.reduce((sum, bytes) => sum + bytes, 0) / span);
}
