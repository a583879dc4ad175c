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
  /** Where a list that was longer than one round reads goes on; null: it was read to its end. Left out: as it was. */
  resume?: string | null;
};

/** The last answer of one feed, sitemap or listing. */
export type DiscoveryHealth = Omit<DiscoveryRecord, 'validators' | 'resume'> & {
  /** The last answer 200 or 304; null if there was none. */
  okAt: string | null;
  /** Other answers since then. */
  failures: number;
};

export type DiscoveryState = {
  validators(site: string, url: string): Validators | null;
  saveDiscovery(record: DiscoveryRecord): void;
  discoveries(site: string): DiscoveryHealth[];
  /** When a list was last asked for, whether it ever answered, and where it goes on; null where it never was. */
  lastRead(site: string, url: string): LastRead | null;
};

export type LastRead = { at: string; answered: boolean; resume: string | null };

export function discoveryState(db: Database): DiscoveryState {
  const validators = db.query<Validators>(
    `SELECT etag, last_modified AS lastModified FROM discoveries
     WHERE site = ? AND url = ? AND (etag IS NOT NULL OR last_modified IS NOT NULL)`,
  );
  const save = db.query(
    `INSERT INTO discoveries (site, url, at, answer, etag, last_modified, listed, added, ok_at, failures, resume)
     VALUES ($site, $url, $at, $answer, $etag, $lastModified, $listed, $added, iif($ok, $at, NULL), 1 - $ok, $resume)
     ON CONFLICT (site, url) DO UPDATE SET at = excluded.at, answer = excluded.answer,
       etag = iif($replace, excluded.etag, etag),
       last_modified = iif($replace, excluded.last_modified, last_modified),
       listed = excluded.listed, added = excluded.added,
       ok_at = coalesce(excluded.ok_at, ok_at), failures = iif($ok, 0, failures + 1),
       resume = iif($setResume, excluded.resume, resume)`,
  );
  const health = db.query<DiscoveryHealth>(
    `SELECT site, url, at, answer, listed, added, ok_at AS okAt, failures FROM discoveries
     WHERE site = ? ORDER BY url`,
  );
  const last = db.query<{ at: string; okAt: string | null; resume: string | null }>(
    'SELECT at, ok_at AS okAt, resume FROM discoveries WHERE site = ? AND url = ?',
  );
  return {
    lastRead: (site, url) => {
      const row = last.get([site, url]);
      return row === undefined
        ? null
        : { at: row.at, answered: row.okAt !== null, resume: row.resume };
    },
    validators: (site, url) => validators.get([site, url]) ?? null,
    saveDiscovery: ({ validators: kept, resume, ...record }) => {
      save.run({
        ...record,
        resume: resume ?? null,
        setResume: Number(resume !== undefined),
        etag: kept?.etag ?? null,
        lastModified: kept?.lastModified ?? null,
        replace: Number(kept !== null),
        ok: Number(record.answer === '200' || record.answer === '304'),
      });
    },
    discoveries: (site) => health.all([site]),
  };
}
