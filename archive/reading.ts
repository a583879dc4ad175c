// The coverage of the sources in; which source completed a round on which day out, in memory, following its changes.
import type { Database } from './database.ts';

export type ListedSite = { id: string; name: string; region: string | null };

export type Reading = {
  /** The source list and what left it, by id. */
  sites: ReadonlyMap<string, ListedSite>;
  /** By source: the days since 1970 on which a round of it was completed, in order. */
  completed: ReadonlyMap<string, Int32Array>;
};

export type ReadingStore = {
  current(): Reading;
  /** Another text whenever anything differs from before. */
  state(): string;
};

export function readingStore(db: Database): ReadingStore {
  const heads = db.query<{ coverage: number; saved: string | null; sites: number }>(
    `SELECT (SELECT coalesce(max(seq), 0) FROM coverage) AS coverage, max(saved_at) AS saved, count(*) AS sites
     FROM sites`,
  );
  const listed = db.query<ListedSite>('SELECT id, name, region FROM sites');
  // As one text for each source: a row for each of 300,000 days takes ten times as long.
  const rounds = db.query<{ site: string; days: string }>(
    `SELECT site, json_group_array(unixepoch(day) / 86400) FILTER (WHERE completed > 0) AS days FROM coverage
     WHERE $after = 0 OR site IN (SELECT site FROM coverage WHERE seq > $after)
     GROUP BY site`,
  );
  let seen = 0;
  let sites = { state: '', byId: new Map<string, ListedSite>() };
  const completed = new Map<string, Int32Array>();
  const headText = (): string => JSON.stringify(heads.get());
  return {
    state: headText,
    current: () => {
      const state = headText();
      const head = heads.get()?.coverage ?? 0;
      if (state !== sites.state || db.inTransaction())
        sites = { state, byId: new Map(listed.all().map((site) => [site.id, site])) };
      for (const { site, days } of head === seen ? [] : rounds.all({ after: seen }))
        completed.set(site, Int32Array.from(JSON.parse(days) as number[])); // written by SQLite
      // What an open transaction sees may be undone: then everything is read again.
      seen = db.inTransaction() ? 0 : head;
      return { sites: sites.byId, completed };
    },
  };
}
