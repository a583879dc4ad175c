// Answers of feeds, sitemaps and listings in; what the next round needs of them out.
import type { Database } from './database.ts';

export type Validators = { etag: string | null; lastModified: string | null };

export type DiscoveryRecord = {
  site: string;
  url: string;
  at: string;
  /** 200, 304, or the word of fetchReason(). */
  answer: string;
  /** Null leaves the stored ones. */
  validators: Validators | null;
  listed: number;
  added: number;
};

/** The last answer of one feed, sitemap or listing. */
export type DiscoveryHealth = Omit<DiscoveryRecord, 'validators'> & {
  /** The last answer 200 or 304; null if there was none. */
  okAt: string | null;
  /** Other answers since then. */
  failures: number;
};

export type DiscoveryState = {
  validators(site: string, url: string): Validators | null;
  saveDiscovery(record: DiscoveryRecord): void;
  discoveries(site: string): DiscoveryHealth[];
};

export function discoveryState(db: Database): DiscoveryState {
  const validators = db.query<Validators>(
    `SELECT etag, last_modified AS lastModified FROM discoveries
     WHERE site = ? AND url = ? AND (etag IS NOT NULL OR last_modified IS NOT NULL)`,
  );
  const save = db.query(
    `INSERT INTO discoveries (site, url, at, answer, etag, last_modified, listed, added, ok_at, failures)
     VALUES ($site, $url, $at, $answer, $etag, $lastModified, $listed, $added, iif($ok, $at, NULL), 1 - $ok)
     ON CONFLICT (site, url) DO UPDATE SET at = excluded.at, answer = excluded.answer,
       etag = iif($replace, excluded.etag, etag),
       last_modified = iif($replace, excluded.last_modified, last_modified),
       listed = excluded.listed, added = excluded.added,
       ok_at = coalesce(excluded.ok_at, ok_at), failures = iif($ok, 0, failures + 1)`,
  );
  const health = db.query<DiscoveryHealth>(
    `SELECT site, url, at, answer, listed, added, ok_at AS okAt, failures FROM discoveries
     WHERE site = ? ORDER BY url`,
  );
  return {
    validators: (site, url) => validators.get([site, url]) ?? null,
    saveDiscovery: ({ validators: kept, ...record }) => {
      save.run({
        ...record,
        etag: kept?.etag ?? null,
        lastModified: kept?.lastModified ?? null,
        replace: Number(kept !== null),
        ok: Number(record.answer === '200' || record.answer === '304'),
      });
    },
    discoveries: (site) => health.all([site]),
  };
}
