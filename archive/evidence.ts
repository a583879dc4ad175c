// Lines of the evidence log with their parts and time stamps in; kept for good, and given back with their hashes checked.
import type { LogLine, TimeStamp } from '../schemas/evidence.ts';
import type { Database } from './database.ts';
import { evidenceAbout } from './evidence-about.ts';
import type { EvidenceAbout } from './evidence-about.ts';
import { sha256 } from './fingerprint.ts';

/** Of what a line is, so that it can be found. Both null for a key. */
export type LineSubject = { kind: string; article: string | null; version: number | null };

export type Evidence = EvidenceAbout & {
  /** The newest line; null in an empty log. */
  head(): LogLine | null;
  /** Adds a line with the bytes of its parts; `waits` puts it on the list of pages to be drawn. */
  append(
    line: LogLine,
    subject: LineSubject,
    more: { parts: readonly Uint8Array[]; waits: boolean },
  ): void;
  has(article: string, version: number, kind: string): boolean;
  /** All lines of an article and of those that were joined to it, oldest first. */
  linesOf(article: string): LogLine[];
  /** Lines with these numbers, inclusive, oldest first; read bit by bit. */
  lines(from: number, to: number): Iterable<LogLine>;
  /** Lines that name keys, oldest first. */
  keyLines(): LogLine[];
  /** The bytes of a part; null for an unknown one. @throws ArchiveError damaged, where they do not have their hash */
  part(hash: string): Uint8Array | null;
  /** Numbers of captures whose page is to be drawn, newest first, without those in `but`. */
  waiting(limit: number, but?: readonly number[]): number[];
  /** Takes a capture off that list. */
  drawn(seq: number): void;
  line(seq: number): LogLine | null;
  saveStamp(stamp: TimeStamp): void;
  /** The first stamp that was granted on this line or a later one. */
  stampFrom(seq: number): TimeStamp | null;
  /** The last time that a service was asked, whatever it answered. */
  lastStamp(): TimeStamp | null;
  /** The newest stamp that was granted. */
  lastGranted(): TimeStamp | null;
  counts(): { lines: number; articles: number; bytes: number; waiting: number };
};

const LINE = 'seq, prev, content, hash, entry, key, signature';
const STAMP = 'seq, hash, at, service, response, failure';
const AT_A_TIME = 500;

export function evidence(db: Database): Evidence {
  return {
    ...log(db),
    ...parts(db),
    ...waitingList(db),
    ...stamps(db),
    ...counts(db),
    ...evidenceAbout(db),
  };
}

type Log = Pick<Evidence, 'head' | 'append' | 'has' | 'linesOf' | 'lines' | 'keyLines' | 'line'>;

function log(db: Database): Log {
  const insert = db.query(
    `INSERT INTO evidence_log (seq, kind, article, version, prev, content, hash, entry, key, signature)
     VALUES ($seq, $kind, $article, $version, $prev, $content, $hash, $entry, $key, $signature)`,
  );
  const keep = db.query('INSERT OR IGNORE INTO evidence_parts (sha256, data) VALUES (?, ?)');
  const wait = db.query('INSERT INTO evidence_waiting (seq) VALUES (?)');
  const head = db.query<LogLine>(`SELECT ${LINE} FROM evidence_log ORDER BY seq DESC LIMIT 1`);
  const one = db.query<LogLine>(`SELECT ${LINE} FROM evidence_log WHERE seq = ?`);
  const has = db.query(
    'SELECT 1 FROM evidence_log WHERE article = ? AND version = ? AND kind = ? AND article IS NOT NULL',
  );
  const ofArticle = db.query<LogLine>(
    `SELECT ${LINE} FROM evidence_log WHERE article IS NOT NULL
       AND article IN (SELECT $article UNION ALL SELECT id FROM moved_ids WHERE article = $article)
     ORDER BY seq`,
  );
  const keys = db.query<LogLine>(
    `SELECT ${LINE} FROM evidence_log WHERE kind = 'key' ORDER BY seq`,
  );
  const between = db.query<LogLine>(
    `SELECT ${LINE} FROM evidence_log WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ${AT_A_TIME}`,
  );
  return {
    head: () => head.get() ?? null,
    append: (line, subject, more) => {
      db.transaction(() => {
        for (const data of more.parts) keep.run([sha256(data), data]);
        insert.run({ ...line, ...subject });
        if (more.waits) wait.run([line.seq]);
      });
    },
    has: (article, version, kind) => has.get([article, version, kind]) !== undefined,
    linesOf: (article) => ofArticle.all({ article }),
    *lines(from, to) {
      for (let next = from; next <= to;) {
        const rows = between.all([next, to]);
        yield* rows;
        const last = rows.at(-1);
        if (last === undefined) return;
        next = last.seq + 1;
      }
    },
    keyLines: () => keys.all(),
    line: (seq) => one.get([seq]) ?? null,
  };
}

function parts(db: Database): Pick<Evidence, 'part'> {
  const select = db.query<{ data: Uint8Array }>('SELECT data FROM evidence_parts WHERE sha256 = ?');
  return {
    part: (hash) => {
      const data = select.get([hash])?.data ?? null;
      if (data !== null && sha256(data) !== hash)
        throw db.damaged(`evidence part ${hash} does not have its hash`);
      return data;
    },
  };
}

function waitingList(db: Database): Pick<Evidence, 'waiting' | 'drawn'> {
  const waiting = db.query<{ seq: number }>(
    `SELECT seq FROM evidence_waiting WHERE seq NOT IN (SELECT value FROM json_each(?))
     ORDER BY seq DESC LIMIT ?`,
  );
  const drawn = db.query('DELETE FROM evidence_waiting WHERE seq = ?');
  return {
    waiting: (limit, but = []) => waiting.all([JSON.stringify(but), limit]).map(({ seq }) => seq),
    drawn: (seq) => {
      drawn.run([seq]);
    },
  };
}

function stamps(
  db: Database,
): Pick<Evidence, 'saveStamp' | 'stampFrom' | 'lastStamp' | 'lastGranted'> {
  const insert = db.query(
    `INSERT INTO evidence_stamps (${STAMP}) VALUES ($seq, $hash, $at, $service, $response, $failure)`,
  );
  const from = db.query<TimeStamp>(
    `SELECT ${STAMP} FROM evidence_stamps WHERE seq >= ? AND response IS NOT NULL ORDER BY seq, id LIMIT 1`,
  );
  const last = db.query<TimeStamp>(`SELECT ${STAMP} FROM evidence_stamps ORDER BY id DESC LIMIT 1`);
  const granted = db.query<TimeStamp>(
    `SELECT ${STAMP} FROM evidence_stamps WHERE response IS NOT NULL ORDER BY seq DESC, id LIMIT 1`,
  );
  return {
    saveStamp: (stamp) => {
      insert.run({ ...stamp });
    },
    stampFrom: (seq) => from.get([seq]) ?? null,
    lastStamp: () => last.get() ?? null,
    lastGranted: () => granted.get() ?? null,
  };
}

function counts(db: Database): Pick<Evidence, 'counts'> {
  const select = db.query<ReturnType<Evidence['counts']>>(
    `SELECT (SELECT count(*) FROM evidence_log) AS lines,
       (SELECT count(DISTINCT article) FROM evidence_log) AS articles,
       (SELECT coalesce(sum(length(data)), 0) FROM evidence_parts) AS bytes,
       (SELECT count(*) FROM evidence_waiting) AS waiting`,
  );
  return {
    counts: () => select.get() ?? { lines: 0, articles: 0, bytes: 0, waiting: 0 },
  };
}
