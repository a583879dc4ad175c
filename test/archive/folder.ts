// A folder of its own for each test, gone afterwards; and the rows of an archive's file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-archive-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export const newPath = (): string => join(newFolder(), 'pantau.db');

const TABLES =
  'sites urls pages bodies dictionaries articles versions changes coverage article_facts ' +
  'processors cursors refused discoveries';

/** All rows of all tables, in the order of their keys. */
export function rowsOf(path: string): Record<string, unknown[]> {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = TABLES.split(' ').map(
    (name) => [name, db.prepare(`SELECT * FROM ${name}`).all()] as const,
  );
  db.close();
  return Object.fromEntries(rows);
}

/** What SQLite itself finds wrong with a file: [] where it is sound. */
export function faultsOf(path: string): unknown[] {
  const db = new DatabaseSync(path);
  const integrity = db.prepare('PRAGMA integrity_check').all();
  const keys = db.prepare('PRAGMA foreign_key_check').all();
  db.exec(`INSERT INTO article_words (article_words) VALUES ('integrity-check')`);
  db.close();
  return [...integrity.filter((row) => row['integrity_check'] !== 'ok'), ...keys];
}
