// What the assessment of the sources learnt and found in; the same for its next run, the dashboard and 'status' out.
import type { Alarm, SourceHealth } from '../schemas/health.ts';
import type { Database } from './database.ts';

/** What the assessment carries from run to run; the texts are its own and mean nothing here. */
export type Learnt = {
  /** Up to this hour (hours since 1970, exclusive) everything was learnt. */
  hour: number;
  pace: string;
  /** By source. */
  rhythms: Map<string, string>;
};

export type Judged = { health: SourceHealth; rhythm: string };

export type HealthReports = {
  /** Of each source that is watched, by id. */
  health(): SourceHealth[];
  /** Those that stand, oldest first, then those closed, newest first. */
  alarms(limit: number): Alarm[];
};

export type HealthStore = HealthReports & {
  /** Null before the first assessment. */
  learnt(): Learnt | null;
  /** Keeps the judgement of these sources; with `only`, sources that are not among them are watched no more. */
  saveHealth(judged: Judged[], only: boolean): void;
  openAlarm(cause: Alarm['cause'], sites: string[], at: string): Alarm;
  /** The sources that an open alarm speaks of now; closes it where none is left. */
  changeAlarm(id: number, sites: string[], at: string): void;
};

type AlarmRow = Omit<Alarm, 'sites'> & { sites: string };

const readAlarm = (row: AlarmRow): Alarm => ({ ...row, sites: JSON.parse(row.sites) as string[] }); // written below

export function healthReports(db: Database): HealthReports {
  const all = db.query<{ health: string }>('SELECT health FROM source_health ORDER BY site');
  const alarms = db.query<AlarmRow>(
    `SELECT id, cause, opened_at AS openedAt, closed_at AS closedAt, sites FROM alarms
     ORDER BY closed_at IS NOT NULL, closed_at DESC, id LIMIT ?`,
  );
  return {
    health: () => all.all().map(({ health }) => JSON.parse(health) as SourceHealth), // written below
    alarms: (limit) => alarms.all([limit]).map(readAlarm),
  };
}

export function healthStore(db: Database): HealthStore {
  const cursor = db.query<{ hour: number; pace: string }>('SELECT hour, pace FROM health_cursor');
  const rhythms = db.query<{ site: string; rhythm: string }>(
    'SELECT site, rhythm FROM source_health',
  );
  const put = db.query(
    `INSERT INTO source_health (site, rhythm, health) VALUES ($site, $rhythm, $health)
     ON CONFLICT (site) DO UPDATE SET rhythm = excluded.rhythm, health = excluded.health`,
  );
  const sites = db.query<{ site: string }>('SELECT site FROM source_health');
  const remove = db.query('DELETE FROM source_health WHERE site = ?');
  const open = db.query('INSERT INTO alarms (cause, opened_at, sites) VALUES (?, ?, ?)');
  const change = db.query('UPDATE alarms SET sites = ? WHERE id = ? AND closed_at IS NULL');
  const close = db.query('UPDATE alarms SET closed_at = ? WHERE id = ? AND closed_at IS NULL');
  return {
    ...healthReports(db),
    learnt: () => {
      const row = cursor.get();
      if (row === undefined) return null;
      return { ...row, rhythms: new Map(rhythms.all().map(({ site, rhythm }) => [site, rhythm])) };
    },
    saveHealth: (judged, only) => {
      db.transaction(() => {
        for (const { health, rhythm } of judged) {
          put.run({ site: health.site, rhythm, health: JSON.stringify(health) });
        }
        if (!only) return;
        const watched = new Set(judged.map(({ health }) => health.site));
        for (const { site } of sites.all()) if (!watched.has(site)) remove.run([site]);
      });
    },
    openAlarm: (cause, ill, at) => {
      const id = open.insert([cause, at, JSON.stringify(ill)]);
      return { id, cause, openedAt: at, closedAt: null, sites: ill };
    },
    changeAlarm: (id, ill, at) => {
      db.transaction(() => {
        if (ill.length > 0) change.run([JSON.stringify(ill), id]);
        else close.run([at, id]);
      });
    },
  };
}
