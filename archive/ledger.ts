// Addresses that discovery names and what became of their fetch in; the ledger of addresses out.
import type { Outcome, SkipReason } from '../schemas/outcome.ts';
import { fetchReason } from '../schemas/page.ts';
import type { Candidate, FetchError, FoundBy } from '../schemas/page.ts';
import type { Coverage } from './coverage.ts';
import type { Database } from './database.ts';
import type { Endings, LedgerRow } from './endings.ts';
import type { LookPlan } from './looks.ts';
import type { MovedIds } from './moved-ids.ts';
import type { MoveNotes } from './moves.ts';
import type { SiteClock } from './sites.ts';

type Validators = { etag: string | null; lastModified: string | null };

export type DueUrl = {
  url: string;
  site: string;
  foundBy: FoundBy;
  /** Failed tries since it was last fetched. */
  attempts: number;
  /** Bytes of it were stored before. */
  fetched: boolean;
  /** Those of its newest page, where an article was kept from it; null where a conditional GET would tell nothing. */
  validators: Validators | null;
};

/**
 * When an address that failed is tried again: it stays due until then; or it ends as failed and rests until then; or
 * null, it ends for good.
 */
export type NextTry = string | { restUntil: string } | null;

export type Addresses = {
  /** Adds unknown addresses as due; one that was modified since it was fetched falls due again. Returns how many fell due. */
  addCandidates(site: string, candidates: Candidate[], at: string): number;
  /** Those of the addresses that the ledger does not have, in their order. */
  unknown(urls: readonly string[]): string[];
  /** New ones first, the latest published before the others; then re-visits and repeated tries. */
  due(site: string, at: string, limit: number): DueUrl[];
  nextDue(site: string): string | null;
  /** Moment at which the next address falls due, re-visits of what has ended included; null if none waits. */
  nextVisit(site: string): string | null;
  endUrl(url: string, outcome: Outcome, at: string): void;
  /** A failed try. */
  failUrl(url: string, error: FetchError, at: string, next: NextTry): void;
  /** Makes all addresses of a source that were skipped for `reason` due again, for example no-browser once there is one. Returns how many. */
  reopen(site: string, reason: SkipReason, at: string): number;
};

type DueRow = Omit<DueUrl, 'fetched' | 'validators'> & Validators & { fetched: number };

type KnownAddress = {
  id: number;
  state: LedgerRow['state'];
  hintModified: string | null;
  fetchedAt: string | null;
  incomplete: 0 | 1;
  /** The address of the article that it is an alias of. */
  aliasOf: string | null;
};

export type LedgerParts = {
  db: Database;
  clock: SiteClock;
  coverage: Coverage;
  endings: Endings;
  plan: LookPlan;
  ids: MovedIds;
  moves: MoveNotes;
};

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

export function addresses(parts: LedgerParts): Addresses {
  const { db, clock, coverage, endings } = parts;
  const addOne = adding(db);
  const due = db.query<DueRow>(
    `SELECT u.url, u.site, u.found_by AS foundBy, u.attempts, u.page IS NOT NULL AS fetched,
       json_extract(p.headers, '$.etag') AS etag, json_extract(p.headers, '$."last-modified"') AS lastModified
     FROM urls u LEFT JOIN pages p ON p.id = u.page AND u.kind = 'kept' AND u.gone_at IS NULL AND p.via = 'http'
     WHERE u.site = ? AND u.next_due <= ?
     ORDER BY u.page IS NOT NULL OR u.attempts > 0, u.backfill IS NOT NULL,
       coalesce(u.hint_published, u.found_at) DESC, u.id LIMIT ?`,
  );
  const has = db.query<{ id: number }>('SELECT id FROM urls WHERE url = ?');
  const nextDue = db.query<{ at: string | null }>(
    `SELECT min(next_due) AS at FROM urls WHERE site = ? AND next_due IS NOT NULL`,
  );
  const nextLook = db.query<{ at: string | null }>(
    `SELECT min(look_at) AS at FROM urls WHERE site = ? AND look_at IS NOT NULL`,
  );
  const reopen = db.query(
    `UPDATE urls SET state = 'due', next_due = ?, attempts = 0
     WHERE site = ? AND kind = 'skipped' AND reason = ? AND state = 'ended'`,
  );
  return {
    addCandidates: (site, candidates, at) =>
      db.transaction(() => {
        const added = candidates.map((candidate) => addOne(site, candidate, at));
        const found = added.filter((what) => what === 'new').length;
        if (found > 0) coverage.add(site, clock.localDay(site, at), { found });
        return added.filter((what) => what !== 'known').length;
      }),
    unknown: (urls) => urls.filter((url) => has.get([url]) === undefined),
    due: (site, at, limit) =>
      due.all([site, at, limit]).map(({ etag, lastModified, fetched, ...row }) => ({
        ...row,
        fetched: fetched === 1,
        validators: etag === null && lastModified === null ? null : { etag, lastModified },
      })),
    nextDue: (site) => nextDue.get([site])?.at ?? null,
    nextVisit: (site) => {
      const moments = [nextDue.get([site])?.at ?? null, nextLook.get([site])?.at ?? null];
      return moments.filter((at) => at !== null).sort()[0] ?? null;
    },
    endUrl: (url, outcome, at) => {
      db.transaction(() => {
        giveUp(parts, endings.row(url), outcome, at);
      });
    },
    failUrl: failing(parts),
    reopen: (site, reason, at) => reopen.run([at, site, reason]),
  };
}

type Adding = (site: string, candidate: Candidate, at: string) => 'new' | 'again' | 'known';

function adding(db: Database): Adding {
  const insert = db.query(
    `INSERT INTO urls (url, site, found_by, found_at, hint_title, hint_published, hint_modified, state, next_due)
     VALUES ($url, $site, $foundBy, $at, $title, $published, $modified, 'due', $at)`,
  );
  const known = db.query<KnownAddress>(
    `SELECT u.id, u.state, u.hint_modified AS hintModified, p.fetched_at AS fetchedAt,
       (u.hint_title IS NULL OR u.hint_published IS NULL OR u.hint_modified IS NULL) AS incomplete,
       iif(u.kind = 'skipped' AND u.reason = 'alias', u.detail, NULL) AS aliasOf
     FROM urls u LEFT JOIN pages p ON p.id = u.page WHERE u.url = ?`,
  );
  const fillHints = db.query(
    `UPDATE urls SET hint_title = coalesce(hint_title, $title),
       hint_published = coalesce(hint_published, $published), hint_modified = coalesce(hint_modified, $modified)
     WHERE id = $id`,
  );
  const dueAgain = db.query(
    `UPDATE urls SET state = 'due', next_due = $at, attempts = 0, hint_modified = $modified WHERE id = $id`,
  );
  const again = (row: KnownAddress, modified: string, at: string): 'again' | 'known' => {
    // what is new at an alias is new at its article: that is asked, not the alias
    const article = row.aliasOf === null ? row : known.get([row.aliasOf]);
    if (article === undefined || article.state === 'due' || !modifiedSince(article, modified))
      return 'known';
    dueAgain.run({ id: article.id, modified, at });
    return 'again';
  };
  return (site, candidate, at) => {
    const { url, title, published, modified } = candidate;
    const row = known.get([url]);
    if (row === undefined) {
      insert.run({ url, site, foundBy: candidate.foundBy, at, title, published, modified });
      return 'new';
    }
    if (row.incomplete === 1) fillHints.run({ id: row.id, title, published, modified });
    return row.state === 'due' || modified === null ? 'known' : again(row, modified, at);
  };
}

/**
 * Newer than the fetch, and than what the source said before: one whose clock runs ahead names a moment after the
 * fetch each time. A bare day may mean any hour of it, where an earlier day is known.
 */
function modifiedSince(row: KnownAddress, modified: string): boolean {
  if (row.fetchedAt === null) return false;
  const fetched = Date.parse(row.fetchedAt);
  const moment = Date.parse(modified);
  if (row.hintModified === null) return moment > fetched;
  const latest = DAY_ONLY.test(modified) ? Date.parse(`${modified}T23:59:59Z`) : moment;
  return latest > fetched && moment > Date.parse(row.hintModified);
}

function failing(parts: LedgerParts): Addresses['failUrl'] {
  const { db, endings, plan } = parts;
  const retry = db.query(
    `UPDATE urls SET state = 'due', next_due = ?, attempts = attempts + 1, last_error = ? WHERE id = ?`,
  );
  return (url, error, at, next) => {
    const reason = fetchReason(error);
    db.transaction(() => {
      const row = endings.row(url);
      if (typeof next === 'string') {
        retry.run([next, reason, row.id]);
        return;
      }
      const { detail } = error;
      giveUp(parts, row, { kind: 'failed', stage: 'fetch', reason, detail }, at);
      if (next !== null) plan.rest(row.id, next.restUntil);
    });
  };
}

/**
 * Ends an address without a page of this try. Where an earlier page is there, that page and its ending stay, and
 * the failed try is counted by its day and noted.
 */
function giveUp(parts: LedgerParts, row: LedgerRow, outcome: Outcome, at: string): void {
  const { db, clock, coverage, endings } = parts;
  if (row.state !== 'due') return;
  if (row.page === null) {
    endings.end(row, outcome, null, at);
    return;
  }
  const error = outcome.kind === 'kept' ? null : outcome.reason;
  db.query(
    `UPDATE urls SET state = $state, next_due = NULL, last_error = $error WHERE id = $id`,
  ).run({ id: row.id, state: row.endedPage === row.page ? 'ended' : 'fetched', error });
  coverage.add(row.site, clock.localDay(row.site, at), { [outcome.kind]: 1 });
}
