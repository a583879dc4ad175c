// A file path in; a connection with typed statements and nestable transactions out. Knows SQLite, not Pantau.
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { archiveError, ArchiveError, asArchiveError } from './errors.ts';

export type Value = SQLInputValue;
export type Values = Value[] | Record<string, Value>;

/** One prepared statement. Values go in by position (array) or by name without the sigil (record). */
export type Query<Row> = {
  all(values?: Values): Row[];
  /** Row by row, for as many as should not be held at once. `visit` must not run this statement again. */
  each(visit: (row: Row) => void, values?: Values): void;
  get(values?: Values): Row | undefined;
  /** Returns the number of rows changed. */
  run(values?: Values): number;
  /** Runs an INSERT and returns its rowid. */
  insert(values?: Values): number;
};

export type Database = {
  path: string;
  /** Prepares each text once; the row type is what the SQL selects. */
  query<Row = never>(sql: string): Query<Row>;
  exec(sql: string): void;
  /** Lets readers go on while one writes; changes the file, so only once it is known to be ours. */
  useWriteAheadLog(): void;
  /**
   * Runs `work` in an immediate transaction, or within the one that is open. All of it holds or, if `work` throws,
   * none of it: a step that throws inside an outer transaction takes the outer one with it, even where it is caught
   * on the way. `work` is synchronous.
   */
  transaction<T>(work: () => T): T;
  /** True while one is open on this connection. */
  inTransaction(): boolean;
  /** How long a writer waits for another before it gives up, in milliseconds; null: as long as at first, 10 s. */
  patience(ms: number | null): void;
  /** How much of the file this connection holds in memory at most, in megabytes: 8 at first, 32 where it only reads. */
  cache(megabytes: number): void;
  /** Runs a write that may be left out, at once or, where another process writes, not at all. */
  ifFree(write: () => void): void;
  /**
   * What the open transaction gathers under `key`: `empty()` at first, written by `flush` right before the commit,
   * forgotten where it is rolled back.
   */
  gather<T>(key: string, empty: () => T, flush: (gathered: T) => void): T;
  /** The error to throw where what the file holds cannot be. */
  damaged(reason: string): ArchiveError;
  close(): void;
};

/** Told of a transaction that kept all other writers waiting for this long, and who ran it. */
export type SlowWrite = (ms: number, stack: string) => void;

/** Milliseconds from which a transaction is slow. */
const SLOW_WRITE = 2_000;

/** How long a writer waits for another before it gives up, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

const MEMORY = ':memory:';

/** Runs and turns SQLite's errors into ArchiveErrors. */
type Guard = <T>(work: () => T) => T;

/**
 * Opens the file, which `readOnly` must exist. `timeout`: how long it waits for another process at first, ms.
 * @throws ArchiveError folder-missing, not-writable, not-an-archive, busy
 */
export function connect(
  path: string,
  readOnly: boolean,
  slow: SlowWrite = () => {},
  timeout = BUSY_TIMEOUT,
): Database {
  checkPlace(path, readOnly);
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asArchiveError(error, path);
    }
  };
  const sqlite = guard(() => new DatabaseSync(path, { readOnly, timeout }));
  try {
    guard(() => {
      setPragmas(sqlite, readOnly);
    });
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? guard(() => sqlite.prepare(sql));
    prepared.set(sql, known);
    return known;
  };
  return {
    path,
    query: <Row>(sql: string) => asQuery<Row>(prepare(sql), guard),
    exec: (sql) => {
      guard(() => {
        sqlite.exec(sql);
      });
    },
    useWriteAheadLog: () => {
      if (path === MEMORY) return;
      guard(() => {
        switchToWal(sqlite, path, timeout);
      });
    },
    ...transactions(sqlite, prepare, guard, slow),
    ...patience(sqlite, guard),
    cache: (megabytes) => {
      guard(() => {
        setCache(sqlite, megabytes);
      });
    },
    damaged: (reason) => archiveError('damaged', path, reason),
    close: () => {
      if (sqlite.isOpen) sqlite.close();
    },
  };
}

function checkPlace(path: string, readOnly: boolean): void {
  if (path === MEMORY) return;
  const folder = dirname(path);
  if (!existsSync(folder)) {
    throw archiveError('folder-missing', path, `the folder ${folder} does not exist`);
  }
  if (readOnly) {
    if (!existsSync(path)) throw archiveError('folder-missing', path, 'there is no such file');
    return;
  }
  for (const place of existsSync(path) ? [folder, path] : [folder]) {
    try {
      accessSync(place, constants.W_OK);
    } catch (cause) {
      throw archiveError('not-writable', path, `no permission to write ${place}`, cause);
    }
  }
}

function setPragmas(sqlite: DatabaseSync, readOnly: boolean): void {
  sqlite.exec('PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY');
  setCache(sqlite, readOnly ? 32 : 8);
  if (readOnly) return;
  sqlite.exec(
    'PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864; ' +
      'PRAGMA wal_autocheckpoint = 4000',
  );
}

/** Above 8 MB only questions over many articles gain: for what is written the system's own cache does as well. */
function setCache(sqlite: DatabaseSync, megabytes: number): void {
  sqlite.exec(`PRAGMA cache_size = -${Math.round(megabytes * 1000)}`);
}

/** Two processes that open a fresh file at once: SQLite does not wait by itself for this change of mode. */
function switchToWal(sqlite: DatabaseSync, path: string, timeout: number): void {
  const began = performance.now();
  for (;;) {
    try {
      sqlite.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      const known = asArchiveError(error, path);
      if (!(known instanceof ArchiveError) || known.kind !== 'busy') throw error;
      if (performance.now() - began > timeout) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAL_PAUSE);
    }
  }
}
const WAL_PAUSE = 20;

function patience(sqlite: DatabaseSync, guard: Guard): Pick<Database, 'patience' | 'ifFree'> {
  let waits = BUSY_TIMEOUT;
  const wait = (ms: number): void => {
    sqlite.exec(`PRAGMA busy_timeout = ${ms}`);
  };
  return {
    patience: (ms) => {
      waits = ms ?? BUSY_TIMEOUT;
      wait(waits);
    },
    ifFree: (write) => {
      wait(0);
      try {
        guard(write);
      } catch (error) {
        if (!(error instanceof ArchiveError && error.kind === 'busy')) throw error;
      } finally {
        wait(waits);
      }
    },
  };
}

type Gathered = { value: unknown; flush: () => void };

// oxlint-disable-next-line max-params -- the connection, its statements, its errors, and who is told
function transactions(
  sqlite: DatabaseSync,
  prepare: (sql: string) => StatementSync,
  guard: Guard,
  slow: SlowWrite,
): Pick<Database, 'transaction' | 'inTransaction' | 'gather'> {
  const gathered = new Map<string, Gathered>();
  let fault: { error: unknown } | null = null;

  const outermost = <T>(work: () => T): T => {
    fault = null;
    gathered.clear();
    prepare('BEGIN IMMEDIATE').run();
    const started = performance.now();
    try {
      const result = work();
      // `work` may have set it, which the compiler does not see.
      const failed = fault as { error: unknown } | null;
      if (failed !== null) throw failed.error;
      if (result instanceof Promise) throw new TypeError('a transaction cannot wait for a promise');
      for (const { flush } of gathered.values()) flush();
      prepare('COMMIT').run();
      return result;
    } catch (error) {
      // A full disk rolls back by itself.
      if (sqlite.isTransaction) prepare('ROLLBACK').run();
      throw error;
    } finally {
      const took = performance.now() - started;
      if (took > SLOW_WRITE) slow(Math.round(took), new Error('slow write').stack ?? '');
    }
  };
  const nested = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      fault ??= { error };
      throw error;
    }
  };
  return {
    inTransaction: () => sqlite.isTransaction,
    transaction: (work) => guard(() => (sqlite.isTransaction ? nested(work) : outermost(work))),
    gather: <T>(key: string, empty: () => T, flush: (value: T) => void): T => {
      if (!sqlite.isTransaction) throw new Error(`${key} is gathered outside of a transaction`);
      const known = gathered.get(key);
      // Whoever uses a key uses it for one type.
      if (known !== undefined) return known.value as T;
      const value = empty();
      gathered.set(key, {
        value,
        flush: () => {
          flush(value);
        },
      });
      return value;
    },
  };
}

function asQuery<Row>(statement: StatementSync, guard: Guard): Query<Row> {
  const run = (values: Values) =>
    guard(() => (Array.isArray(values) ? statement.run(...values) : statement.run(values)));
  return {
    // The row type is the promise of whoever wrote the SQL beside it.
    all: (values = []) =>
      guard(
        () => (Array.isArray(values) ? statement.all(...values) : statement.all(values)) as Row[],
      ),
    each: (visit, values = []) => {
      guard(() => {
        const rows = Array.isArray(values)
          ? statement.iterate(...values)
          : statement.iterate(values);
        for (const row of rows) visit(row as Row);
      });
    },
    get: (values = []) =>
      guard(
        () =>
          (Array.isArray(values) ? statement.get(...values) : statement.get(values)) as
            | Row
            | undefined,
      ),
    run: (values = []) => Number(run(values).changes),
    insert: (values = []) => Number(run(values).lastInsertRowid),
  };
}
