// The ledger since the last assessment in; what each source did hour by hour, and how it stands, out.
import type { Database } from './database.ts';
import type { SiteClock } from './sites.ts';

/** Up to where the assessment has learnt: an hour since 1970 (exclusive), and rows of the ledger. */
export type HealthCursor = { hour: number; url: number; round: number; change: number };

export type SourceNews = {
  /** Hours in which it was asked and answered, in order, and the new articles that it named in them. */
  hours: { hour: number; named: number }[];
  /** Its new articles, oldest first: characters of the text, whether it has a date and an author. */
  articles: { characters: number; dated: boolean; signed: boolean }[];
  /** Articles of earlier days that it named only now, by local day. */
  late: Map<string, number>;
};

export type HealthNews = { cursor: HealthCursor; sources: Map<string, SourceNews> };

export type SourceState = {
  dueAt: string | null;
  /** Newest first. */
  rounds: { at: string; error: string | null }[];
  ways: {
    url: string;
    answer: string;
    at: string;
    okAt: string | null;
    failures: number;
    listed: number;
  }[];
  /** Newest first; what says nothing of a source's health is left out. */
  endings: {
    kind: 'kept' | 'skipped' | 'failed';
    stage: string | null;
    reason: string | null;
    detail: string | null;
    at: string;
  }[];
};

export type HealthNewsStore = {
  /** What came since `after`, up to the hour `before` (exclusive). With `after` null from the first hour on. */
  news(after: HealthCursor | null, before: number): HealthNews;
  state(site: string): SourceState;
};

const HOUR_OF = (column: string): string => `unixepoch(${column}) / 3600`;
/** An address that was published longer ago was filled in, and says nothing of the rhythm. */
const FRESH_DAYS = 3;
const LATE_DAYS = 60;
const MOST_ROUNDS = 200;
const MOST_ENDINGS = 120;
const DAY = 86_400_000;

export const healthNews = (db: Database, clock: SiteClock): HealthNewsStore => ({
  news: newsSince(db, clock),
  state: sourceState(db),
});

function newsSince(db: Database, clock: SiteClock): HealthNewsStore['news'] {
  const [addHours, addLate, addArticles] = [hoursOf(db), lateOf(db, clock), articlesOf(db)];
  const ends = cursorEnds(db);
  return (after, beforeHour) => {
    const from = after ?? { hour: 0, url: 0, round: 0, change: 0 };
    const before = new Date(beforeHour * 3_600_000).toISOString();
    const cursor = { hour: beforeHour, ...ends(from, before) };
    const sources = new Map<string, SourceNews>();
    const of = (site: string): SourceNews => {
      const known = sources.get(site) ?? { hours: [], articles: [], late: new Map() };
      sources.set(site, known);
      return known;
    };
    addHours(from, before, of);
    addLate(from, before, of);
    addArticles(from, cursor, of);
    return { cursor, sources };
  };
}

type Of = (site: string) => SourceNews;

function cursorEnds(
  db: Database,
): (from: HealthCursor, before: string) => Omit<HealthCursor, 'hour'> {
  type End = { id: number | null };
  const url = db.query<End>('SELECT max(id) AS id FROM urls WHERE id > ? AND found_at < ?');
  const round = db.query<End>('SELECT max(id) AS id FROM rounds WHERE id > ? AND started_at < ?');
  const change = db.query<End>('SELECT max(seq) AS id FROM changes');
  return (from, before) => ({
    url: url.get([from.url, before])?.id ?? from.url,
    round: round.get([from.round, before])?.id ?? from.round,
    change: change.get()?.id ?? 0,
  });
}

/** Hours in which a round began that did not fail, and those in which it named something new. */
function hoursOf(db: Database): (from: HealthCursor, before: string, of: Of) => void {
  const asked = db.query<{ site: string; hour: number }>(
    `SELECT DISTINCT site, ${HOUR_OF('started_at')} AS hour FROM rounds
     WHERE id > $round AND started_at < $before AND error IS NULL`,
  );
  const named = db.query<{ site: string; hour: number; n: number }>(
    `SELECT site, ${HOUR_OF('found_at')} AS hour, count(*) AS n FROM urls
     WHERE id > $url AND found_at < $before AND found_by <> 'part' AND found_by <> 'canonical'
       AND (hint_published IS NULL
         OR coalesce(julianday(found_at) - julianday(hint_published), 0) <= ${FRESH_DAYS})
     GROUP BY 1, 2`,
  );
  return ({ url, round }, before, of) => {
    const hours = new Map<string, Map<number, number>>();
    const add = (site: string, hour: number, n: number): void => {
      const known = hours.get(site) ?? new Map<number, number>();
      hours.set(site, known.set(hour, n));
    };
    for (const { site, hour } of asked.all({ round, before })) add(site, hour, 0);
    for (const { site, hour, n } of named.all({ url, before })) add(site, hour, n);
    for (const [site, known] of hours) {
      const sorted = [...known].sort(([a], [b]) => a - b);
      of(site).hours = sorted.map(([hour, n]) => ({ hour, named: n }));
    }
  };
}

function lateOf(
  db: Database,
  clock: SiteClock,
): (from: HealthCursor, before: string, of: Of) => void {
  const late = db.query<{ site: string; published: string; foundAt: string }>(
    `SELECT site, hint_published AS published, found_at AS foundAt FROM urls
     WHERE id > $url AND found_at < $before AND hint_published IS NOT NULL
       AND julianday(found_at) - julianday(hint_published) BETWEEN 1 AND ${LATE_DAYS}`,
  );
  return ({ url }, before, of) => {
    for (const { site, published, foundAt } of late.all({ url, before })) {
      const day = clock.localDay(site, new Date(published).toISOString());
      const dayBefore = clock.localDay(site, new Date(Date.parse(foundAt) - DAY).toISOString());
      if (day >= dayBefore) continue;
      const days = of(site).late;
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  };
}

function articlesOf(
  db: Database,
): (from: HealthCursor, to: Pick<HealthCursor, 'change'>, of: Of) => void {
  const marks = db.query<{ site: string; characters: number; dated: number; signed: number }>(
    `SELECT a.site, length(v.extracted ->> '$.text') AS characters,
       v.extracted ->> '$.published' IS NOT NULL AS dated,
       json_array_length(v.extracted, '$.authors') > 0 AS signed
     FROM changes c JOIN articles a ON a.id = c.article
       JOIN versions v ON v.article = a.n AND v.version = c.version
     WHERE c.seq > ? AND c.seq <= ? AND v.what = 'new' ORDER BY c.seq`,
  );
  return (from, to, of) => {
    for (const { site, characters, dated, signed } of marks.all([from.change, to.change])) {
      of(site).articles.push({ characters, dated: dated === 1, signed: signed === 1 });
    }
  };
}

function sourceState(db: Database): HealthNewsStore['state'] {
  const due = db.query<{ at: string | null }>(
    // a source that is being read is not waited for, as long as its lease holds
    `SELECT iif(holder IS NULL, next_due, until) AS at FROM schedule WHERE site = ?`,
  );
  const rounds = db.query<{ at: string; error: string | null; ended: number }>(
    `SELECT started_at AS at, error, ended_at IS NOT NULL AS ended FROM rounds
     WHERE site = ? AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ${MOST_ROUNDS}`,
  );
  const ways = db.query<SourceState['ways'][number]>(
    `SELECT url, answer, at, ok_at AS okAt, failures, listed FROM discoveries WHERE site = ? ORDER BY url`,
  );
  const endings = db.query<SourceState['endings'][number]>(
    `SELECT kind, stage, reason, detail, ended_at AS at FROM urls
     WHERE site = ? AND kind IS NOT NULL AND part_of IS NULL
       AND (reason IS NULL OR reason NOT IN ('alias', 'part', 'robots', 'no-browser'))
     ORDER BY found_at DESC, id DESC LIMIT ${MOST_ENDINGS}`,
  );
  return (site) => ({
    dueAt: due.get([site])?.at ?? null,
    rounds: rounds.all([site]).map(({ at, error }) => ({ at, error })),
    ways: ways.all([site]),
    endings: endings.all([site]),
  });
}
