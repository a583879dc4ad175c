// A filter in; its articles newest first, by pages that arriving articles do not shift, or as one list, out.
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Database, Value } from './database.ts';
import { searchOf, where } from './filter.ts';
import { NUMBER_OF_SLOT, slotOf } from './slot.ts';
import { snippet } from './snippet.ts';
import type { Extracted } from '../schemas/article.ts';

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

export function listing(db: Database): Listing {
  const head = db.query<{ head: string }>(
    `SELECT printf('%d.%d.%d.%s', (SELECT coalesce(max(seq), 0) FROM changes),
       (SELECT coalesce(max(seq), 0) FROM group_changes), (SELECT coalesce(max(seq), 0) FROM coverage),
       (SELECT coalesce(max(saved_at), '') FROM sites)) AS head`,
  );
  const lastNumber = db.query<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM articles');
  const hash = db.query<{ hash: string }>(
    `SELECT v.hash FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version WHERE a.id = ?`,
  );
  return {
    hashOf: (id) => hash.get([id])?.hash ?? null,
    head: () => head.get()?.head ?? '',
    articlesFrom: (filter, limit, after) => {
      const last = after?.last ?? lastNumber.get()?.n ?? 0;
      const rows = numbers(db, filter, { limit: limit + 1, after, last });
      const shown = rows.slice(0, limit);
      const end = shown.at(-1);
      return {
        articles: describe(db, filter, shown),
        next: rows.length > limit && end !== undefined ? { ...end, last } : null,
        total: total(db, filter, last),
      };
    },
    versionsMatching: (filter) => {
      const { sql, values } = where(filter);
      return db
        .query<ListedVersion>(
          `SELECT a.id, a.version, v.hash
           FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
           WHERE ${sql} ORDER BY a.day DESC, a.n DESC`,
        )
        .all(values);
    },
  };
}

type Numbered = { n: number; day: string | null };
type Span = { limit: number; after: Position | null; last: number };

function numbers(db: Database, filter: ArticleFilter, { limit, after, last }: Span): Numbered[] {
  const values: Record<string, Value> = { limit, last };
  const search = searchOf(filter);
  if (search !== null) {
    const below = after === null ? '' : ' AND rowid < $below';
    if (after !== null) values['below'] = slotOf(after.day, after.n);
    return db
      .query<Numbered>(
        `SELECT a.n, a.day FROM
           (SELECT rowid AS slot, ${NUMBER_OF_SLOT} AS n FROM article_words
            WHERE ${search.sql} AND ${NUMBER_OF_SLOT} <= $last${below}
            ORDER BY rowid DESC LIMIT $limit) w
         JOIN articles a ON a.n = w.n ORDER BY w.slot DESC`,
      )
      .all({ ...search.values, ...values });
  }
  const dated = after === null || after.day !== null ? datedRows(db, filter, values, after) : [];
  if (dated.length === limit) return dated;
  const undated = { ...values, limit: limit - dated.length };
  return [...dated, ...undatedRows(db, filter, undated, after?.day === null ? after : null)];
}

function datedRows(
  db: Database,
  filter: ArticleFilter,
  values: Record<string, Value>,
  after: Position | null,
): Numbered[] {
  const below = after === null ? [] : ['a.day <= $day', '(a.day < $day OR a.n < $n)'];
  const found = where(filter, 'a.day IS NOT NULL', 'a.n <= $last', ...below);
  const place = after === null ? {} : { day: after.day, n: after.n };
  return db
    .query<Numbered>(
      `SELECT a.n, a.day FROM articles a WHERE ${found.sql} ORDER BY a.day DESC, a.n DESC LIMIT $limit`,
    )
    .all({ ...found.values, ...values, ...place });
}

function undatedRows(
  db: Database,
  filter: ArticleFilter,
  values: Record<string, Value>,
  after: Position | null,
): Numbered[] {
  const below = after === null ? [] : ['a.n < $n'];
  const found = where(filter, 'a.day IS NULL', 'a.n <= $last', ...below);
  return db
    .query<Numbered>(
      `SELECT a.n, a.day FROM articles a WHERE ${found.sql} ORDER BY a.n DESC LIMIT $limit`,
    )
    .all({ ...found.values, ...values, ...(after === null ? {} : { n: after.n }) });
}

function total(db: Database, filter: ArticleFilter, last: number): number {
  const search = searchOf(filter);
  const found = search ?? where(filter, 'a.n <= $last');
  const sql =
    search === null
      ? `SELECT count(*) AS n FROM articles a WHERE ${found.sql}`
      : `SELECT count(*) AS n FROM article_words WHERE ${found.sql} AND ${NUMBER_OF_SLOT} <= $last`;
  return db.query<{ n: number }>(sql).get({ ...found.values, last })?.n ?? 0;
}

function describe(db: Database, filter: ArticleFilter, rows: Numbered[]): ListedArticle[] {
  const phrases = searchOf(filter)?.phrases ?? [];
  const newest = db.query<ListedVersion & { extracted: string }>(
    `SELECT a.id, a.version, v.hash, v.extracted FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
     WHERE a.n = ?`,
  );
  return rows.flatMap(({ n }) => {
    const row = newest.get([n]);
    if (row === undefined) return [];
    const { extracted, ...listed } = row;
    const { text }: Extracted = JSON.parse(extracted);
    return [{ ...listed, snippet: snippet(text, phrases) }];
  });
}
