// The file of an archive → a copy that is whole and checked; and such a copy → an archive again.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { connect } from './database.ts';
import { archiveError, asArchiveError } from './errors.ts';
import { requireReadable } from './migrate.ts';

export type Copy = { file: string; bytes: number; sha256: string };

/** Pages of the file copied at a time: between the steps other work of this and other processes goes on. */
const STEP = 500;

/**
 * Copies the archive while others read and write it: the copy is the archive at one moment. Checked with SQLite's own
 * check before it gets its name; its SHA-256 goes beside it as `<to>.sha256`, as sha256sum writes it.
 * @throws ArchiveError
 */
export async function backUp(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<Copy> {
  const part = `${to}.part`;
  if (existsSync(to)) throw archiveError('not-writable', to, 'it exists already');
  rmSync(part, { force: true });
  requireArchive(from);
  const reading = new DatabaseSync(from, { readOnly: true });
  try {
    // One moment is held all along: without it each write of another process would make the copy begin again.
    reading.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    await backup(reading, part, {
      rate: STEP,
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages);
      },
    });
    settle(part);
    const sha256 = await hashOf(part);
    renameSync(part, to);
    writeFileSync(`${to}.sha256`, `${sha256}  ${basename(to)}\n`);
    sync(to);
    return { file: to, bytes: sizeOf(to), sha256 };
  } catch (error) {
    rmSync(part, { force: true });
    throw asArchiveError(error, to);
  } finally {
    reading.close();
  }
}

/**
 * Puts a copy in the place of an archive. What stood there is kept as `<to>.before-restore`. The copy is checked first:
 * its hash, where the file is beside it, its integrity, and that this version can read it.
 * @throws ArchiveError damaged, not-an-archive, newer, busy
 */
export async function restoreFrom(from: string, to: string): Promise<Copy> {
  const sha256 = await hashOf(from);
  const said = existsSync(`${from}.sha256`)
    ? readFileSync(`${from}.sha256`, 'utf8').split(/\s/, 1)[0]
    : undefined;
  if (said !== undefined && said !== sha256) {
    throw archiveError(
      'damaged',
      from,
      `its SHA-256 is ${sha256}, the file beside it says ${said}`,
    );
  }
  const part = `${to}.part`;
  rmSync(part, { force: true });
  try {
    await copyFile(from, part);
    settle(part);
    if (existsSync(to)) setAside(to);
    renameSync(part, to);
    sync(to);
  } catch (error) {
    rmSync(part, { force: true });
    throw asArchiveError(error, from);
  }
  return { file: to, bytes: sizeOf(to), sha256 };
}

/** The whole file as one, checked: no write-ahead log beside it, every page sound, an archive that we can read. */
function settle(file: string): void {
  const sqlite = new DatabaseSync(file);
  try {
    const found = sqlite.prepare('PRAGMA integrity_check(5)').all();
    const faults = found.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
    if (faults.length > 0) throw archiveError('damaged', file, faults.map(String).join('; '));
    sqlite.exec('PRAGMA journal_mode = DELETE');
  } catch (error) {
    throw asArchiveError(error, file);
  } finally {
    sqlite.close();
  }
  requireArchive(file);
}

function requireArchive(file: string): void {
  const db = connect(file, true);
  try {
    requireReadable(db);
  } finally {
    db.close();
  }
}

/** Nobody may have it open: whoever does would go on writing to a file that has no name any more. */
function setAside(file: string): void {
  const sqlite = new DatabaseSync(file, { timeout: 0 });
  try {
    // takes the log into the file, and fails where another process holds it
    sqlite.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT',
    );
  } catch (cause) {
    throw archiveError('busy', file, 'another process has it open; stop it first', cause);
  } finally {
    sqlite.close();
  }
  renameSync(file, `${file}.before-restore`);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const sizeOf = (file: string): number => statSync(file).size;

/** On the disk before it is called done. */
function sync(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
