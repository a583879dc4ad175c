// What the assessment of the sources learnt and found in; the same for its next run, the dashboard and 'status' out.
import type { Alarm, SourceHealth } from '../schemas/health.ts';
import type { Coverage } from './coverage.ts';
import type { Database } from './database.ts';
import { healthNews } from './health-news.ts';
import type { HealthCursor, HealthNewsStore } from './health-news.ts';
import type { SiteClock } from './sites.ts';

export type Judged = {
  health: SourceHealth;
  /** What the assessment carries to its next run; its own text, without meaning here. */
  known: string;
  /** New articles that its rhythm promised, by local day. */
  expected: { day: string; articles: number }[];
  /** Articles named late, by the local day on which they were published. */
  late: ReadonlyMap<string, number>;
};

export type HealthReports = {
  /** Of each source that is watched, by id. */
  health(): SourceHealth[];
  /** Those that stand, oldest first, then those closed, newest first. */
  alarms(limit: number): Alarm[];
};

export type HealthStore = HealthReports &
  HealthNewsStore & {
    /** Up to where the last assessment learnt; null before the first. */
    cursor(): HealthCursor | null;
    /** What it carried, by source. */
    known(): Map<string, string>;
    /** Keeps what was judged; with `all`, sources that are not among them are watched no more. */
    saveHealth(judged: Judged[], cursor: HealthCursor, all: boolean): void;
    openAlarm(cause: Alarm['cause'], sites: string[], at: string): void;
    /** The sources that an open alarm speaks of now; closes it where none is left. */
    changeAlarm(id: number, sites: string[], at: string): void;
    /** A sign of life of a long-running process. */
    beat(name: string, at: string): void;
    beats(): { name: string; at: string }[];
  };

type AlarmRow = Omit<Alarm, 'sites'> & { sites: string };

const readAlarm = (row: AlarmRow): Alarm => ({ ...row, sites: JSON.parse(row.sites) as string[] }); // written below

export function healthReports(db: Database): HealthReports {
  const all = db.query<{ health: string }>('SELECT health FROM source_health ORDER BY site');
  const newest = db.query<AlarmRow>(
    `SELECT id, cause, opened_at AS openedAt, closed_at AS closedAt, sites FROM alarms
     ORDER BY closed_at IS NOT NULL, closed_at DESC, id LIMIT ?`,
  );
  return {
    health: () => all.all().map(({ health }) => JSON.parse(health) as SourceHealth), // written below
    alarms: (limit) => newest.all([limit]).map(readAlarm),
  };
}

export function healthStore(db: Database, clock: SiteClock, coverage: Coverage): HealthStore {
  const cursor = db.query<HealthCursor>('SELECT hour, url, round, change FROM health_cursor');
  const moveCursor = db.query(
    `INSERT INTO health_cursor (one, hour, url, round, change) VALUES (1, $hour, $url, $round, $change)
     ON CONFLICT (one) DO UPDATE SET hour = excluded.hour, url = excluded.url, round = excluded.round,
       change = excluded.change`,
  );
  const known = db.query<{ site: string; known: string }>('SELECT site, known FROM source_health');
  const put = db.query(
    `INSERT INTO source_health (site, known, health) VALUES ($site, $known, $health)
     ON CONFLICT (site) DO UPDATE SET known = excluded.known, health = excluded.health`,
  );
  const remove = db.query('DELETE FROM source_health WHERE site = ?');
  return {
    ...healthReports(db),
    ...healthNews(db, clock),
    ...alarms(db),
    ...beats(db),
    cursor: () => cursor.get() ?? null,
    known: () => new Map(known.all().map((row) => [row.site, row.known])),
    saveHealth: (judged, to, all) => {
      db.transaction(() => {
        for (const { health, expected, late, known: carried } of judged) {
          const { site } = health;
          put.run({ site, known: carried, health: JSON.stringify(health) });
          for (const { day, articles } of expected) coverage.expect(site, day, articles);
          for (const [day, n] of late) coverage.add(site, day, { late: n });
        }
        moveCursor.run(to);
        if (!all) return;
        const watched = new Set(judged.map(({ health }) => health.site));
        for (const { site } of known.all()) if (!watched.has(site)) remove.run([site]);
      });
    },
  };
}

function alarms(db: Database): Pick<HealthStore, 'openAlarm' | 'changeAlarm'> {
  // Two processes may find the same at once.
  const open = db.query(
    'INSERT INTO alarms (cause, opened_at, sites) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const change = db.query('UPDATE alarms SET sites = ? WHERE id = ? AND closed_at IS NULL');
  const close = db.query('UPDATE alarms SET closed_at = ? WHERE id = ? AND closed_at IS NULL');
  return {
    openAlarm: (cause, ill, at) => {
      open.run([cause, at, JSON.stringify(ill)]);
    },
    // A closed one keeps its last sources: they are what it was about.
    changeAlarm: (id, ill, at) => {
      if (ill.length > 0) change.run([JSON.stringify(ill), id]);
      else close.run([at, id]);
    },
  };
}

function beats(db: Database): Pick<HealthStore, 'beat' | 'beats'> {
  const beat = db.query(
    'INSERT INTO beats (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at',
  );
  const all = db.query<{ name: string; at: string }>('SELECT name, at FROM beats ORDER BY name');
  return {
    beat: (name, at) => {
      beat.run([name, at]);
    },
    beats: () => all.all(),
  };
}
