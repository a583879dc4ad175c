// An address or an id in; the id of the article that is there now, where an older one moved to it, out.
import type { Database } from './database.ts';
import { articleIdOf } from './fingerprint.ts';

export type MovedIds = {
  /** The article that this id leads to: another one where its article was joined to an older one. */
  presentId: (id: string) => string;
  /** The id of the article at a canonical address, whether or not one is kept there. */
  idAt: (url: string) => string;
};

/** SQL: the article row `a` is one of its own, not one that was joined to an older one. */
export const OF_ITS_OWN = 'NOT EXISTS (SELECT 1 FROM moved_ids m WHERE m.id = a.id)';

export function movedIds(db: Database): MovedIds {
  const select = db.query<{ article: string }>('SELECT article FROM moved_ids WHERE id = ?');
  const presentId = (id: string): string => select.get([id])?.article ?? id;
  return { presentId, idAt: (url) => presentId(articleIdOf(url)) };
}
