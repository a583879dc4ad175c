// The sequence of changes and the cursors of those who follow it.
import type { Database } from './database.ts';

export type Change = { seq: number; article: string; version: number };

export type Refused = { consumer: string; id: string; version: number; reason: string; at: string };

export type Changes = {
  /** Changes after `seq`, oldest first. */
  changesAfter(seq: number, limit: number): Change[];
  /** How far a consumer has come; 0 for an unknown one. */
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  saveRefused(consumer: string, id: string, version: number, reason: string, at: string): void;
  /** Newest first. */
  refused(): Refused[];
  /** Drops the cursors and refused documents of consumers whose name starts with `family`, but those of `kept`. */
  forgetConsumers(family: string, kept: string): void;
};

export function changes(db: Database): Changes {
  const after = db.query<Change>(
    'SELECT seq, article, version FROM changes WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const cursor = db.query<{ seq: number }>('SELECT seq FROM cursors WHERE consumer = ?');
  const saveCursor = db.query(
    'INSERT INTO cursors (consumer, seq) VALUES (?, ?) ON CONFLICT (consumer) DO UPDATE SET seq = excluded.seq',
  );
  const saveRefused = db.query(
    `INSERT INTO refused (consumer, id, version, reason, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (consumer, id) DO UPDATE SET version = excluded.version, reason = excluded.reason,
       at = excluded.at`,
  );
  const refused = db.query<Refused>(
    'SELECT consumer, id, version, reason, at FROM refused ORDER BY at DESC, consumer, id',
  );
  const others = 'substr(consumer, 1, length($family)) = $family AND consumer <> $kept';
  const forgetCursors = db.query(`DELETE FROM cursors WHERE ${others}`);
  const forgetRefused = db.query(`DELETE FROM refused WHERE ${others}`);
  return {
    changesAfter: (seq, limit) => after.all([seq, limit]),
    cursor: (consumer) => cursor.get([consumer])?.seq ?? 0,
    saveCursor: (consumer, seq) => {
      saveCursor.run([consumer, seq]);
    },
    saveRefused: (...values) => {
      saveRefused.run(values);
    },
    refused: () => refused.all(),
    forgetConsumers: (family, kept) => {
      db.transaction(() => {
        forgetCursors.run({ family, kept });
        forgetRefused.run({ family, kept });
      });
    },
  };
}
