// The source list in; what reports and the ledger need to know of a source out.
import type { Site } from '../schemas/site.ts';
import { ZONE_MINUTES, zoneOf } from '../schemas/region.ts';
import type { Database } from './database.ts';

export type Sites = {
  /** Adds and updates; a source that is no longer listed keeps its row, because its articles stay. */
  saveSites(sites: Site[], at: string): void;
};

export type SiteClock = {
  /** The local day of a source at a moment, by the zone of its region; WIB where it has none. */
  localDay(site: string, at: string): string;
};

export function sites(db: Database): Sites {
  const put = db.query(
    `INSERT INTO sites (id, name, region, verified, home, entry, saved_at)
     VALUES ($id, $name, $region, $verified, $home, $entry, $at)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, region = excluded.region,
       verified = excluded.verified, home = excluded.home, entry = excluded.entry, saved_at = excluded.saved_at
     WHERE entry <> excluded.entry`,
  );
  return {
    saveSites: (list, at) => {
      db.transaction(() => {
        for (const site of list) {
          const { id, name, region, home } = site;
          const verified = Number(site.verified);
          put.run({ id, name, region, verified, home, entry: JSON.stringify(site), at });
        }
      });
    },
  };
}

export function siteClock(db: Database): SiteClock {
  const region = db.query<{ region: string | null }>('SELECT region FROM sites WHERE id = ?');
  return {
    localDay: (site, at) => {
      const minutes = ZONE_MINUTES[zoneOf(region.get([site])?.region ?? null)];
      return new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 10);
    },
  };
}
