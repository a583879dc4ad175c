// Fetched pages in; their bytes, headers and hash kept, and given back as they were served.
import type { Page } from '../schemas/page.ts';
import { bodies } from './bodies.ts';
import { sha256 } from './fingerprint.ts';
import { freshBytes } from './fresh.ts';
import type { LedgerParts } from './ledger.ts';
import type { Looks } from './looks.ts';

export type Pages = {
  /**
   * Stores the bytes and marks the address fetched, in one transaction. The bytes of its newest page again are that
   * page: its id is returned, and the address stays as it had ended.
   */
  savePage(page: Page): number;
  /** The page as it was fetched; null for an unknown id, and where its bytes were dropped to save disk. @throws ArchiveError damaged, where the bytes do not have their hash */
  page(id: number): Page | null;
  /** SHA-256 (hex) of the bytes of a page, for evidence; null for an unknown id. */
  pageHash(id: number): string | null;
};

type PageRow = Omit<Page, 'headers' | 'body'> &
  Record<'headers' | 'sha256', string> &
  Record<'size' | 'dropped', number>;

export function pages(
  { db, clock, coverage, endings }: LedgerParts,
  { keepUnchanged }: Pick<Looks, 'keepUnchanged'>,
): Pages {
  const store = bodies(db);
  const fresh = freshBytes();
  const same = db.query<{ id: number }>('SELECT id FROM pages WHERE id = ? AND sha256 = ?');
  const insert = db.query(
    `INSERT INTO pages (url_id, site, final_url, fetched_at, status, headers, via, size, sha256)
     VALUES ($urlId, $site, $finalUrl, $fetchedAt, $status, $headers, $via, $size, $hash)`,
  );
  const fetched = db.query(
    `UPDATE urls SET state = 'fetched', next_due = NULL, page = ?, attempts = 0, last_error = NULL, gone_at = NULL
     WHERE id = ?`,
  );
  const select = db.query<PageRow>(
    `SELECT p.id, p.site, u.url, p.final_url AS finalUrl, p.fetched_at AS fetchedAt, p.status, p.headers,
       p.via, p.size, p.sha256, b.page IS NULL AS dropped
     FROM pages p JOIN urls u ON u.id = p.url_id LEFT JOIN bodies b ON b.page = p.id WHERE p.id = ?`,
  );
  return {
    savePage: (page) =>
      db.transaction(() => {
        const { site, finalUrl, fetchedAt, status, via, body } = page;
        const row = endings.row(page.url);
        const hash = sha256(body);
        const before = same.get([row.page, hash]);
        if (before !== undefined) {
          if (row.state === 'due' || row.goneAt !== null) keepUnchanged(page.url, fetchedAt);
          return before.id;
        }
        const headers = JSON.stringify(page.headers);
        const size = body.length;
        const what = { urlId: row.id, site, finalUrl, fetchedAt, status, headers, via, size, hash };
        const id = insert.insert(what);
        store.save(id, hostOf(finalUrl), body);
        fresh.put(hash, body);
        fetched.run([id, row.id]);
        coverage.add(row.site, clock.localDay(row.site, fetchedAt), { fetched: 1 });
        return id;
      }),
    page: (id) => {
      const row = select.get([id]);
      if (row === undefined) return null;
      const { sha256: hash, size, dropped, headers, ...rest } = row;
      const handed = dropped === 0 ? fresh.take(hash) : null;
      const body = handed ?? store.read(id, size);
      if (body === null) return null;
      if (handed === null && sha256(body) !== hash)
        throw db.damaged(`page ${id} does not have its hash`);
      return { ...rest, headers: JSON.parse(headers), body };
    },
    pageHash: (id) => select.get([id])?.sha256 ?? null,
  };
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
