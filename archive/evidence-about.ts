// An article in; when it was last seen, and who else carries a text of it, out: what evidence on it says beside its log.
import type { Database } from './database.ts';
import { OF_ITS_OWN } from './moved-ids.ts';

export type EvidenceAbout = {
  /** The last time that its page was there, UTC: fetched, or asked for and unchanged; null for an unknown article. */
  lastSeen(article: string): string | null;
  /** Ids of other articles whose newest version has this text key. */
  carriers(textKey: string, but: string): string[];
};

export function evidenceAbout(db: Database): EvidenceAbout {
  const last = db.query<{ at: string | null }>(
    `SELECT max(max(p.fetched_at), coalesce(u.seen_at, '')) AS at FROM articles a JOIN urls u ON u.url = a.url
       JOIN pages p ON p.url_id = u.id WHERE a.id = ?`,
  );
  const carriers = db.query<{ id: string }>(
    `SELECT a.id FROM articles a WHERE a.text_key = ? AND a.id <> ? AND ${OF_ITS_OWN} ORDER BY a.n`,
  );
  return {
    lastSeen: (article) => last.get([article])?.at ?? null,
    carriers: (textKey, but) => carriers.all([textKey, but]).map(({ id }) => id),
  };
}
