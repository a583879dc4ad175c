// The archive in; the facts that tell an operator whether work waits, who lags, and how much disk it takes, out.
import { statSync } from 'node:fs';
import type { Database } from './database.ts';

export type Status = {
  /** Addresses to be fetched. */
  due: number;
  /** Pages to be processed. */
  unprocessed: number;
  /** The newest sequence numbers: a consumer whose cursor is there has seen all. */
  heads: { changes: number; coverage: number; groups: number };
  cursors: { consumer: string; seq: number }[];
  /** Documents refused, by consumer. */
  refused: { consumer: string; documents: number }[];
  /** Bytes of the file and of its write-ahead log; 0 in memory. */
  files: { archive: number; log: number };
  /** Pages stored. */
  pages: number;
};

export function status(db: Database): Status {
  const one = (sql: string): number => db.query<{ n: number }>(sql).get()?.n ?? 0;
  return {
    due: one(`SELECT count(*) AS n FROM urls WHERE next_due IS NOT NULL`),
    unprocessed: one(`SELECT count(*) AS n FROM urls WHERE unread IS NOT NULL AND part_of IS NULL`),
    heads: {
      changes: one('SELECT coalesce(max(seq), 0) AS n FROM changes'),
      coverage: one('SELECT coalesce(max(seq), 0) AS n FROM coverage'),
      groups: one('SELECT coalesce(max(seq), 0) AS n FROM group_changes'),
    },
    cursors: db
      .query<Status['cursors'][number]>('SELECT consumer, seq FROM cursors ORDER BY consumer')
      .all(),
    refused: db
      .query<Status['refused'][number]>(
        'SELECT consumer, count(*) AS documents FROM refused GROUP BY consumer ORDER BY consumer',
      )
      .all(),
    files: { archive: sizeOf(db.path), log: sizeOf(`${db.path}-wal`) },
    pages: one('SELECT count(*) AS n FROM pages'),
  };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
