// Tags in; the row of codes with several values, which counts and filters read, out. Newest version only.
import { institutionsOf } from '../schemas/institution.ts';
import { type Tags, regionsOf } from '../schemas/tag.ts';
import type { Database } from './database.ts';

/** Codes in order, so that equal sets are equal texts. */
const set = (codes: readonly string[]): string => [...new Set(codes)].sort().join(' ');

export type Facts = { put(n: number, tags: Tags): void; remove(n: number): void };

export function facts(db: Database): Facts {
  const put = db.query(
    `INSERT OR REPLACE INTO article_facts (n, regions, elections, violations, actors, institutions)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.query('DELETE FROM article_facts WHERE n = ?');
  return {
    put: (n, tags) => {
      put.run([
        n,
        set(regionsOf(tags)),
        set(tags.elections.map(({ election }) => election)),
        set(tags.violations),
        set(tags.actors),
        set(institutionsOf(tags)),
      ]);
    },
    remove: (n) => {
      remove.run([n]);
    },
  };
}
