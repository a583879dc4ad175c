// When the crawl ran and each source was read in; runs, rounds and the day's rounds out.
import type { Coverage } from './coverage.ts';
import type { Database } from './database.ts';
import type { SiteClock } from './sites.ts';

export type Run = {
  id: number;
  /** What ran, for example 'crawl' or 'demo'. */
  verb: string;
  startedAt: string;
  /** Null: still running, or killed. */
  endedAt: string | null;
  error: string | null;
  rounds: number;
  completed: number;
};

export type Runs = {
  startRun(verb: string, at: string): number;
  endRun(run: number, at: string, error: string | null): void;
  /** A source's round is due and begins; counted in its coverage of the day. */
  startRound(run: number, site: string, at: string): number;
  /** `error` null: the round was completed, its discovery answered. */
  endRound(round: number, at: string, error: string | null): void;
  /** Newest first. */
  lastRuns(limit: number): Run[];
  /** When the last round of a source began; null if there was none. */
  lastRoundStart(site: string): string | null;
};

export function runs(db: Database, clock: SiteClock, coverage: Coverage): Runs {
  const insertRun = db.query('INSERT INTO runs (verb, started_at) VALUES (?, ?)');
  const endRun = db.query(
    'UPDATE runs SET ended_at = ?, error = ? WHERE id = ? AND ended_at IS NULL',
  );
  const insertRound = db.query('INSERT INTO rounds (run, site, started_at) VALUES (?, ?, ?)');
  const endRound = db.query<{ site: string; startedAt: string }>(
    `UPDATE rounds SET ended_at = ?, error = ? WHERE id = ? AND ended_at IS NULL
     RETURNING site, started_at AS startedAt`,
  );
  const last = db.query<Run>(
    `SELECT r.id, r.verb, r.started_at AS startedAt, r.ended_at AS endedAt, r.error,
       (SELECT count(*) FROM rounds o WHERE o.run = r.id) AS rounds,
       (SELECT count(*) FROM rounds o WHERE o.run = r.id AND o.ended_at IS NOT NULL AND o.error IS NULL)
         AS completed
     FROM runs r ORDER BY r.id DESC LIMIT ?`,
  );
  const lastStart = db.query<{ at: string | null }>(
    'SELECT max(started_at) AS at FROM rounds WHERE site = ?',
  );
  return {
    startRun: (verb, at) => insertRun.insert([verb, at]),
    endRun: (run, at, error) => {
      endRun.run([at, error, run]);
    },
    startRound: (run, site, at) =>
      db.transaction(() => {
        coverage.add(site, clock.localDay(site, at), { rounds: 1 });
        return insertRound.insert([run, site, at]);
      }),
    endRound: (round, at, error) => {
      db.transaction(() => {
        const ended = endRound.get([at, error, round]);
        if (ended === undefined || error !== null) return;
        // By the day on which it began, so that no day has more completed rounds than rounds.
        const day = clock.localDay(ended.site, ended.startedAt);
        coverage.add(ended.site, day, { completed: 1 });
      });
    },
    lastRuns: (limit) => last.all([limit]),
    lastRoundStart: (site) => lastStart.get([site])?.at ?? null,
  };
}
