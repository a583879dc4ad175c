// The coverage of the sources in; which source was read on which day out, in memory, following its changes.
import type { Database } from './database.ts';
import { dayNumber } from './day.ts';

export type ListedSite = { id: string; name: string; region: string | null };

/** Counts of a source on a day, as schemas/coverage.ts says them. */
export type ReadDay = {
  day: number;
  rounds: number;
  completed: number;
  found: number;
  fetched: number;
  kept: number;
  skipped: number;
  failed: number;
  expected: number | null;
};

export type Reading = {
  /** The source list and what left it, by id. */
  sites: ReadonlyMap<string, ListedSite>;
  /** By source and day since 1970. */
  days: ReadonlyMap<string, ReadonlyMap<number, ReadDay>>;
  /** By source: the days on which a round of it was completed, which every trend goes through. */
  completed: ReadonlyMap<string, Int32Array>;
};

export type ReadingStore = {
  current(): Reading;
  /** Another text whenever anything differs from before. */
  state(): string;
};

type Row = Omit<ReadDay, 'day'> & { site: string; day: string };

export function readingStore(db: Database): ReadingStore {
  const heads = db.query<{ coverage: number; saved: string | null; sites: number }>(
    `SELECT (SELECT coalesce(max(seq), 0) FROM coverage) AS coverage, max(saved_at) AS saved, count(*) AS sites
     FROM sites`,
  );
  const listed = db.query<ListedSite>('SELECT id, name, region FROM sites');
  const after = db.query<Row>(
    `SELECT site, day, rounds, completed, found, fetched, kept, skipped, failed, expected
     FROM coverage WHERE seq > ?`,
  );
  let seen = 0;
  let sites = { state: '', byId: new Map<string, ListedSite>() };
  const days = new Map<string, Map<number, ReadDay>>();
  const completed = new Map<string, Int32Array>();
  const headText = (): string => JSON.stringify(heads.get());
  return {
    state: headText,
    current: () => {
      const state = headText();
      const head = heads.get()?.coverage ?? 0;
      if (state !== sites.state || db.inTransaction())
        sites = { state, byId: new Map(listed.all().map((site) => [site.id, site])) };
      const changed = new Set<string>();
      const take = ({ site, day, ...counts }: Row): void => {
        const known = days.get(site) ?? new Map<number, ReadDay>();
        days.set(site, known);
        const number = dayNumber(day);
        known.set(number, { day: number, ...counts });
        changed.add(site);
      };
      if (head !== seen) after.each(take, [seen]);
      for (const site of changed) completed.set(site, completedOf(days.get(site) ?? new Map()));
      seen = db.inTransaction() ? 0 : head;
      return { sites: sites.byId, days, completed };
    },
  };
}

const completedOf = (days: ReadonlyMap<number, ReadDay>): Int32Array =>
  Int32Array.from(
    [...days.values()].filter(({ completed }) => completed > 0),
    ({ day }) => day,
  );
