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
 * Where a page ended, and up to which article the archive went when the first page was asked for: what came later is
 * on no page.
 */
export type Position = { day: string | null; n: number; last: number };

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
  return {
    hashOf: (id) => hash.get([id])?.hash ?? null,
    head: () => head.get()?.head ?? '',
    articlesFrom: (filter, limit, after) => {
      const { columns, selection, phrases } = ask.select(filter);
      const last = after?.last ?? columns.size - 1;
      const all = columns.newestFirst.filter((row) => row <= last && selection.has(row));
      const start = after === null ? 0 : firstBehind(columns, all, after);
      const shown = all.subarray(start, start + limit);
      const end = shown.at(-1);
      const more = start + limit < all.length && end !== undefined;
      return {
        articles: describe(db, shown, phrases),
        next: more ? { day: dayOf(columns, end), n: end, last } : null,
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

/** The first of the rows, which stand newest first, that is older than where a page ended. */
function firstBehind({ day }: Columns, rows: Uint32Array, { day: at, n }: Position): number {
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
