// A filter in; its articles newest first, by pages that arriving articles do not shift, or as one list, out.
import type { Extracted } from '../schemas/article.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Ask } from './ask.ts';
import { type Columns, UNDATED } from './columns.ts';
import type { Database } from './database.ts';
import { dayNumber, dayText } from './day.ts';
import type { Phrase } from './query.ts';
import { snippet } from './snippet.ts';

/**
 * The article with which a page ended, its day then, and the last of the filter to arrive when the first page was
 * asked for: what came later is on no page. By ids, because the archive's own numbers would tell a viewer who is
 * limited to regions how many articles there are elsewhere.
 */
export type Position = { day: string | null; id: string; last: string };

/** An article at its newest version. `hash`: SHA-256 of what its page says and of its tags. */
export type ListedVersion = { id: string; version: number; hash: string };

export type ListedArticle = ListedVersion & {
  /** The words around the hits, which stand between U+E000 and U+E001; the opening without a query. */
  snippet: string;
};

export type Listing = {
  /** Another text whenever an answer about articles, groups, sources or their coverage may be another. */
  head(): string;
  /** Newest first, undated last. `next` is null at the end. */
  articlesFrom(
    filter: ArticleFilter,
    limit: number,
    after: Position | null,
  ): { articles: ListedArticle[]; next: Position | null; total: number };
  /** Of the newest version of an article; null for an unknown id. */
  hashOf(id: string): string | null;
  /** All of them at this moment, newest first, undated last. */
  versionsMatching(filter: ArticleFilter): ListedVersion[];
};

export function listing(db: Database, ask: Ask): Listing {
  const head = db.query<{ head: string }>(
    `SELECT printf('%d.%d.%d.%s', (SELECT coalesce(max(seq), 0) FROM changes),
       (SELECT coalesce(max(seq), 0) FROM group_changes), (SELECT coalesce(max(seq), 0) FROM coverage),
       (SELECT coalesce(max(saved_at), '') FROM sites)) AS head`,
  );
  const version = db.query<ListedVersion>(
    `SELECT a.id, a.version, v.hash FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.n = ?`,
  );
  const hash = db.query<{ hash: string }>(
    `SELECT v.hash FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version WHERE a.id = ?`,
  );
  // The second is that of the article that the first was joined to since a page ended with it.
  const number = db.query<{ n: number; shown: number }>(
    `SELECT a.n, coalesce((SELECT b.n FROM moved_ids m JOIN articles b ON b.id = m.article WHERE m.id = a.id), a.n) AS shown
     FROM articles a WHERE a.id = ?`,
  );
  /** 0 for an id that is not there, or not for the viewer: who makes one up learns nothing of it. */
  const numberOf = ({ within }: ArticleFilter, id: string): number => {
    const { n, shown } = number.get([id]) ?? { n: 0, shown: 0 };
    return ask.select({ within }).selection.has(shown) ? n : 0;
  };
  return {
    hashOf: (id) => hash.get([id])?.hash ?? null,
    head: () => head.get()?.head ?? '',
    articlesFrom: (filter, limit, position) => {
      const { columns, selection, phrases } = ask.select(filter);
      const after =
        position === null ? null : { day: position.day, n: numberOf(filter, position.id) };
      const matching = columns.newestFirst.filter((row) => selection.has(row));
      const last = position === null ? greatest(matching) : numberOf(filter, position.last);
      const all = matching.filter((row) => row <= last);
      const start = after === null ? 0 : firstBehind(columns, all, after);
      const shown = all.subarray(start, start + limit);
      const end = shown.at(-1);
      const more = start + limit < all.length && end !== undefined;
      const idOf = (n: number): string => version.get([n])?.id ?? '';
      return {
        articles: describe(db, shown, phrases),
        next: more ? { day: dayOf(columns, end), id: idOf(end), last: idOf(last) } : null,
        total: all.length,
      };
    },
    versionsMatching: (filter) => {
      const { columns, selection } = ask.select(filter);
      return [...columns.newestFirst].flatMap((row) =>
        selection.has(row) ? (version.get([row]) ?? []) : [],
      );
    },
  };
}

function dayOf({ day }: Columns, row: number): string | null {
  const number = day[row] ?? UNDATED;
  return number === UNDATED ? null : dayText(number);
}

const greatest = (rows: Uint32Array): number => rows.reduce((most, n) => Math.max(most, n), 0);

/** The first of the rows, which stand newest first, that is older than where a page ended. */
function firstBehind(
  { day }: Columns,
  rows: Uint32Array,
  { day: at, n }: { day: string | null; n: number },
): number {
  const end = at === null ? UNDATED : dayNumber(at);
  const found = rows.findIndex((row) => {
    const own = day[row] ?? UNDATED;
    return own < end || (own === end && row < n);
  });
  return found === -1 ? rows.length : found;
}

function describe(db: Database, rows: Iterable<number>, phrases: Phrase[]): ListedArticle[] {
  const newest = db.query<ListedVersion & { extracted: string }>(
    `SELECT a.id, a.version, v.hash, v.extracted FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.n = ?`,
  );
  return [...rows].flatMap((n) => {
    const row = newest.get([n]);
    if (row === undefined) return [];
    const { extracted, ...listed } = row;
    const { text }: Extracted = JSON.parse(extracted);
    return [{ ...listed, snippet: snippet(text, phrases) }];
  });
}
