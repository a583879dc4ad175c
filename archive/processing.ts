// The ledger in; the pages that wait for processing, and the further pages of split articles, out.
import type { LedgerParts } from './ledger.ts';
import type { Pages } from './pages.ts';
import type { PendingPage, Processing } from './process-port.ts';

type Waiting = Omit<PendingPage, 'pages' | 'unread'> & { unread: 0 | 1 };

const WAITING = `u.id, u.url, u.site, u.found_by AS foundBy, u.hint_title AS title,
  u.hint_published AS published, u.hint_modified AS modified, u.page,
  u.unread IS NOT NULL AS unread`;

type Part = 'pending' | 'staleFor' | 'addParts' | 'addCanonical';

export function processing(parts: LedgerParts, store: Pages): Pick<Processing, Part> {
  const { db, clock, coverage } = parts;
  const pending = db.query<Waiting>(
    `SELECT ${WAITING} FROM urls u
     WHERE u.unread IS NOT NULL AND u.part_of IS NULL
       AND NOT EXISTS (SELECT 1 FROM urls p WHERE p.part_of = u.id AND p.state = 'due')
     ORDER BY u.unread LIMIT ?`,
  );
  const stale = db.query<Waiting>(
    `SELECT ${WAITING} FROM urls u JOIN processors d ON d.id = u.processor
     WHERE u.id > ? AND u.state = 'ended' AND u.part_of IS NULL AND (d.code <> ? OR d.knowledge <> ?)
     ORDER BY u.id LIMIT ?`,
  );
  const partPages = db.query<{ page: number }>(
    // Only those that the newest page of the first asked for: an edited article may have fewer.
    `SELECT page FROM urls WHERE part_of = ? AND part_since = ? AND page IS NOT NULL ORDER BY part_no, id`,
  );
  const insertCanonical = db.query(
    `INSERT INTO urls (url, site, found_by, found_at, state, next_due)
     VALUES (?, ?, 'canonical', ?, 'due', ?) ON CONFLICT (url) DO NOTHING`,
  );

  const withPages = ({ page, unread, ...rest }: Waiting): PendingPage => {
    const ids = [page, ...partPages.all([rest.id, page]).map((part) => part.page)];
    const pages = ids.map((id) => store.page(id)).filter((each) => each !== null);
    // a part without its bytes makes the whole unreadable: what was read when it had them is better
    return { ...rest, page, unread: unread === 1, pages: pages.length === ids.length ? pages : [] };
  };
  return {
    pending: (limit) => pending.all([limit]).map(withPages),
    staleFor: (code, knowledge, limit, after) =>
      stale.all([after, code, knowledge, limit]).map(withPages),
    addParts: addingParts(parts),
    addCanonical: (site, url, at) =>
      db.transaction(() => {
        if (insertCanonical.run([url, site, at, at]) === 0) return false;
        coverage.add(site, clock.localDay(site, at), { found: 1 });
        return true;
      }),
  };
}

type KnownPart = {
  id: number;
  state: 'due' | 'fetched' | 'ended';
  partOf: number | null;
  since: number | null;
  hasParts: 0 | 1;
};

function addingParts({ db, clock, coverage, endings }: LedgerParts): Processing['addParts'] {
  const select = db.query<KnownPart>(
    `SELECT u.id, u.state, u.part_of AS partOf, u.part_since AS since,
       EXISTS (SELECT 1 FROM urls p WHERE p.part_of = u.id) AS hasParts
     FROM urls u WHERE u.url = ?`,
  );
  const insert = db.query(
    `INSERT INTO urls (url, site, found_by, found_at, state, next_due, part_of, part_no, part_since)
     VALUES ($url, $site, 'part', $at, 'due', $at, $first, $no, $since)`,
  );
  const adopt = db.query(
    'UPDATE urls SET part_of = $first, part_no = $no, part_since = $since WHERE id = $id',
  );
  const again = db.query(
    `UPDATE urls SET state = 'due', next_due = $at, attempts = 0, part_no = $no, part_since = $since WHERE id = $id`,
  );
  const waitAgain = db.query(`UPDATE urls SET state = 'fetched' WHERE id = ? AND state = 'ended'`);
  return (firstUrl, partUrls, at) =>
    db.transaction(() => {
      const first = endings.row(firstUrl);
      // A page that is itself a part has no parts of its own: they are its first page's.
      if (select.get([firstUrl])?.partOf !== null) return 0;
      let found = 0;
      let asked = 0;
      for (const [index, url] of partUrls.entries()) {
        const place = { first: first.id, no: index + 2, since: first.page };
        const part = select.get([url]);
        if (part === undefined) {
          insert.run({ url, site: first.site, at, ...place });
          found += 1;
          asked += 1;
        } else if (part.partOf === first.id && part.since !== first.page) {
          again.run({ id: part.id, at, no: place.no, since: place.since });
          asked += 1;
        } else if (part.partOf === first.id) {
          if (part.state === 'due') asked += 1;
        } else if (part.partOf === null && part.id !== first.id && part.hasParts === 0) {
          adopt.run({ id: part.id, ...place });
          if (part.state === 'due') asked += 1;
        }
      }
      if (found > 0) coverage.add(first.site, clock.localDay(first.site, at), { found });
      if (asked > 0) waitAgain.run([first.id]);
      return asked;
    });
}
