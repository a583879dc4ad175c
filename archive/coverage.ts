// Events of a source in; one row for each source and local day out, with the sequence that consumers follow.
import type { CoverageDay } from '../schemas/coverage.ts';
import type { Database } from './database.ts';

export type Count = (typeof COUNTS)[number];

export type Coverage = {
  /** Adds to the day's counts; call it inside the transaction of the event, so that nothing counts twice. */
  add(site: string, day: string, changes: Partial<Record<Count, number>>): void;
  /** Sets how many new articles the day was expected to bring. */
  expect(site: string, day: string, expected: number): void;
  /** Rows changed after `seq`, in the order of their last change. */
  coverageAfter(seq: number, limit: number): { seq: number; row: CoverageDay }[];
};

type Row = Omit<CoverageDay, 'id'> & { seq: number };

export function coverage(db: Database): Coverage {
  const upsert = db.query(
    `INSERT INTO coverage (site, day, rounds, completed, found, fetched, kept, skipped, failed, late, version, seq)
     VALUES ($site, $day, $rounds, $completed, $found, $fetched, $kept, $skipped, $failed, $late, 1,
       (SELECT coalesce(max(seq), 0) + 1 FROM coverage))
     ON CONFLICT (site, day) DO UPDATE SET
       rounds = rounds + excluded.rounds, completed = completed + excluded.completed,
       found = found + excluded.found, fetched = fetched + excluded.fetched, kept = kept + excluded.kept,
       skipped = skipped + excluded.skipped, failed = failed + excluded.failed, late = late + excluded.late,
       version = version + 1, seq = excluded.seq`,
  );
  const expect = db.query(
    `INSERT INTO coverage (site, day, rounds, completed, found, fetched, kept, skipped, failed, expected, version, seq)
     VALUES ($site, $day, 0, 0, 0, 0, 0, 0, 0, $expected, 1, (SELECT coalesce(max(seq), 0) + 1 FROM coverage))
     ON CONFLICT (site, day) DO UPDATE SET expected = excluded.expected, version = version + 1, seq = excluded.seq
     WHERE expected IS NOT excluded.expected`,
  );
  const after = db.query<Row>(
    `SELECT c.seq, c.site, s.region, c.day, c.rounds, c.completed, c.found, c.fetched, c.kept, c.skipped,
       c.failed, c.expected, c.late, c.version
     FROM coverage c LEFT JOIN sites s ON s.id = c.site WHERE c.seq > ? ORDER BY c.seq LIMIT ?`,
  );
  return {
    add: (site, day, changes) => {
      const gathered = db.gather('coverage', newDays, (days) => {
        for (const { site: of, day: on, counts } of days.values()) {
          if (Object.values(counts).some((n) => n !== 0))
            upsert.run({ site: of, day: on, ...counts });
        }
      });
      const key = `${site}/${day}`;
      const { counts } = gathered.get(key) ?? { counts: { ...NONE } };
      gathered.set(key, { site, day, counts });
      for (const count of COUNTS) counts[count] += changes[count] ?? 0;
    },
    expect: (site, day, expected) => {
      expect.run({ site, day, expected });
    },
    coverageAfter: (seq, limit) =>
      after
        .all([seq, limit])
        .map(({ seq: at, ...row }) => ({ seq: at, row: { id: `${row.site}/${row.day}`, ...row } })),
  };
}

type Day = { site: string; day: string; counts: Record<Count, number> };

const newDays = (): Map<string, Day> => new Map();

const COUNTS = [
  'rounds',
  'completed',
  'found',
  'fetched',
  'kept',
  'skipped',
  'failed',
  'late',
] as const;

const NONE: Record<Count, number> = {
  rounds: 0,
  completed: 0,
  found: 0,
  fetched: 0,
  kept: 0,
  skipped: 0,
  failed: 0,
  late: 0,
};
