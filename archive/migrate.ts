// A connection in; its schema brought up to the newest version, or an ArchiveError out. Forward only.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveError } from './errors.ts';
import { fillSearch } from './search-rows.ts';
import type { Database } from './database.ts';

/** 'PANT': marks the file as an archive of Pantau, so that no other database is touched. */
const APPLICATION_ID = 0x50_41_4e_54;

const FOLDER = join(import.meta.dirname, 'migrations');

/** What SQL alone cannot do, run after the SQL of that number. */
const STEPS: Record<number, (db: Database) => void> = { 9: fillSearch };

type Migration = { number: number; sql: string };

/** The SQL files in order; `0002-search.sql` has the number 2. */
function migrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      number: Number.parseInt(name, 10),
      sql: readFileSync(join(FOLDER, name), 'utf8'),
    }));
}

/**
 * Applies the missing migrations in one transaction, so that two processes that open a fresh file at once both
 * find it whole. `upTo` stops early: how tests make an old file.
 * @throws ArchiveError not-an-archive, newer
 */
export function migrate(db: Database, upTo = Infinity): void {
  const all = migrations();
  const found = checkVersion(db, all);
  db.useWriteAheadLog();
  if (found === all.length) return;
  db.transaction(() => {
    // Asked again inside: the other process may have been first.
    const version = checkVersion(db, all);
    for (const { number, sql } of all) {
      if (number <= version || number > upTo) continue;
      db.exec(sql);
      STEPS[number]?.(db);
      db.exec(`PRAGMA user_version = ${number}`);
    }
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  });
}

/**
 * For a connection that may not write: the schema must be there already.
 * @throws ArchiveError not-an-archive, newer, older
 */
export function requireNewest(db: Database): void {
  const all = migrations();
  const version = checkVersion(db, all);
  if (version < all.length) {
    const reason = `it has schema ${version}, this version of Pantau reads schema ${all.length}`;
    throw archiveError('older', db.path, reason);
  }
}

/**
 * For a copy: it is an archive, of this version or an older one.
 * @throws ArchiveError not-an-archive, newer
 */
export function requireReadable(db: Database): void {
  if (checkVersion(db, migrations()) === 0) {
    throw archiveError('not-an-archive', db.path, 'it is empty');
  }
}

/** The file's schema version; 0 where it is empty. */
function checkVersion(db: Database, all: Migration[]): number {
  const version =
    db.query<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
  const id = db.query<{ application_id: number }>('PRAGMA application_id').get()?.application_id;
  const tables = db.query<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (id !== APPLICATION_ID && (version !== 0 || tables > 0)) {
    throw archiveError('not-an-archive', db.path, 'it is a database of another program');
  }
  if (version > all.length) {
    const reason = `it was written by a newer Pantau (schema ${version}, this one knows ${all.length})`;
    throw archiveError('newer', db.path, reason);
  }
  return version;
}
