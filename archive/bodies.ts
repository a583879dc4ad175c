// The bytes of pages in; zstd frames against an earlier page of the same host in the archive, and back.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Database } from './database.ts';

export type Bodies = {
  save(page: number, host: string, body: Uint8Array): void;
  /** The bytes as they were saved, `size` of them; null for an unknown page. */
  read(page: number, size: number): Uint8Array<ArrayBuffer> | null;
};

/** Level 3: 0.3 ms for a page of 90 KB; level 19 saves a tenth more for 40 ms. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** With a page of the same host as dictionary pages shrink to 5–8 %, without to 15–20 %. */
const GOOD_RATIO = 8;

/** The dictionary is changed when it no longer saves this part against none at all: the site was redesigned. */
const WORTH = 0.7;

/** Held in memory by what they say: a page's id is given again to another after a transaction that failed. */
type Dictionary = { page: number; sha256: string; size: number };

/** Dictionaries held in memory, in bytes. */
const MEMO_BYTES = 6_000_000;

/** zlib takes no smaller one. */
const SMALLEST_PIECE = 64;

export function bodies(db: Database): Bodies {
  const insert = db.query('INSERT INTO bodies (page, dictionary, data) VALUES (?, ?, ?)');
  type Row = { data: Uint8Array } & { [K in keyof Omit<Dictionary, 'page'>]: Dictionary[K] | null };
  const select = db.query<Row & { dictionary: number | null }>(
    `SELECT b.dictionary, p.sha256, p.size, b.data FROM bodies b LEFT JOIN pages p ON p.id = b.dictionary
     WHERE b.page = ?`,
  );
  const current = db.query<Dictionary>(
    'SELECT d.page, p.sha256, p.size FROM dictionaries d JOIN pages p ON p.id = d.page WHERE d.host = ?',
  );
  const setCurrent = db.query(
    'INSERT INTO dictionaries (host, page) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET page = excluded.page',
  );
  const memo = byteMemo(MEMO_BYTES);

  const read = (page: number, size: number): Uint8Array<ArrayBuffer> | null => {
    const row = select.get([page]);
    if (row === undefined) return null;
    // in one piece, which takes half the time of many that are put together; a byte more shows zlib the end
    const options = { chunkSize: Math.max(size + 1, SMALLEST_PIECE) };
    if (row.dictionary === null || row.sha256 === null || row.size === null)
      return zstdDecompressSync(row.data, options);
    const { sha256 } = row;
    const dictionary = bytesOf({ page: row.dictionary, sha256, size: row.size });
    return zstdDecompressSync(row.data, { ...options, dictionary });
  };
  const bytesOf = ({ page, sha256, size }: Dictionary): Uint8Array => {
    const bytes = memo.get(sha256) ?? read(page, size);
    if (bytes === null) throw new Error(`page ${page} is a dictionary and has no bytes`);
    memo.set(sha256, bytes);
    return bytes;
  };
  const save = (page: number, host: string, body: Uint8Array): void => {
    const known = current.get([host]);
    const small = known && zstdCompressSync(body, { ...OPTIONS, dictionary: bytesOf(known) });
    if (known && small && small.length * GOOD_RATIO <= body.length) {
      insert.run([page, known.page, small]);
      return;
    }
    const plain = zstdCompressSync(body, OPTIONS);
    if (known && small && small.length < plain.length * WORTH) {
      insert.run([page, known.page, small]);
      return;
    }
    insert.run([page, null, plain]);
    setCurrent.run([host, page]);
  };
  return { save, read };
}

/** Keeps the last used values up to a size. */
function byteMemo(limit: number): Pick<Map<string, Uint8Array>, 'get'> & {
  set(key: string, value: Uint8Array): void;
} {
  const held = new Map<string, Uint8Array>();
  let size = 0;
  return {
    get: (key) => held.get(key),
    set: (key, value) => {
      size += value.length - (held.get(key)?.length ?? 0);
      held.delete(key);
      held.set(key, value);
      for (const [oldest, bytes] of held) {
        if (size <= limit || oldest === key) break;
        held.delete(oldest);
        size -= bytes.length;
      }
    },
  };
}
