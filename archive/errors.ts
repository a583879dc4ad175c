// SQLite's error codes in; an ArchiveError that says what is wrong with which file and what to do, out.

export type ArchiveErrorKind =
  | 'folder-missing'
  | 'not-writable'
  | 'not-an-archive'
  | 'newer'
  | 'older'
  | 'disk-full'
  | 'busy'
  | 'damaged'
  | 'sql';

/** What went wrong with the archive's file. A crawl stops cleanly on `disk-full`: what was committed stays. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly kind: ArchiveErrorKind;
  readonly path: string;

  constructor(kind: ArchiveErrorKind, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.path = path;
  }
}

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const KIND_OF_CODE: Record<number, ArchiveErrorKind> = {
  3: 'not-writable', // PERM
  5: 'busy',
  6: 'busy', // LOCKED
  8: 'not-writable', // READONLY
  11: 'damaged', // CORRUPT
  13: 'disk-full', // FULL
  14: 'not-writable', // CANTOPEN
  26: 'not-an-archive', // NOTADB
};

/** Extended codes of a write that the system refused: SQLite says FULL of ENOSPC only, not of a quota. */
const REFUSED_WRITES = new Set([
  778, // IOERR_WRITE
  4874, // IOERR_SHMSIZE: the file beside the archive that its processes share could not grow
]);

const NEXT_STEP: Record<ArchiveErrorKind, string> = {
  'folder-missing': 'create the folder, or name another with --data',
  'not-writable':
    'give this user write access to the folder and its files, or name another with --data',
  'not-an-archive': 'name another data folder with --data, or move that file away',
  newer: 'use that newer version, or name another data folder with --data',
  older: 'run `pantau process` once, or start `serve`: what writes to it brings it up to date',
  'disk-full':
    'make room or raise the quota, then run the same command again; nothing that was stored is lost',
  busy: 'let the other process end, or stop it where it hangs (on Linux `fuser FILE` names it); then run the same command again',
  damaged: 'restore the newest copy of the file; `sqlite3 FILE .recover` saves what can be read',
  sql: 'this is a fault of Pantau: please report it',
};

type SqliteError = Error & { code: 'ERR_SQLITE_ERROR'; errcode: number };

const isSqliteError = (error: unknown): error is SqliteError =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

/** `path: reason. Next: step` of one kind. */
export function archiveError(
  kind: ArchiveErrorKind,
  path: string,
  reason: string,
  cause?: unknown,
): ArchiveError {
  return new ArchiveError(
    kind,
    path,
    `Archive ${path}: ${reason}. Next: ${NEXT_STEP[kind]}.`,
    cause,
  );
}

/** A SQLite error as an ArchiveError; anything else unchanged. */
export function asArchiveError(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return error;
  const kind = REFUSED_WRITES.has(error.errcode)
    ? 'disk-full'
    : (KIND_OF_CODE[error.errcode & 0xff] ?? 'sql');
  const reason = kind === 'busy' ? `another process is writing (${error.message})` : error.message;
  return archiveError(kind, path, reason, error);
}
