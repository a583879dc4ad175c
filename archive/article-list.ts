// A filter in; articles newest first, as rows of a list or whole, out; and one article with its copies and its story.
import type { Article, VersionKind } from '../schemas/article.ts';
import type { Counts } from '../schemas/aggregate.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import { regionsOf } from '../schemas/tag.ts';
import { type ArticleRow, articleRows } from './article-rows.ts';
import type { Articles } from './articles.ts';
import type { Ask } from './ask.ts';
import type { Columns } from './columns.ts';
import type { Database } from './database.ts';
import type { MovedIds } from './moved-ids.ts';

export type ArticlePage = {
  article: Article;
  siteName: string;
  versions: { version: number; at: string; what: VersionKind }[];
  /** The other articles with the same text, newest first. */
  copies: ArticleRow[];
  /** Of all articles with this text, the one that was published first. */
  first: { id: string; site: string; siteName: string; at: string | null };
  /** Articles that tell the same story in other words, one for each text, newest first. */
  retold: ArticleRow[];
  /** The story in numbers, this article with it. */
  story: Counts;
};

export type ArticleList = {
  /** Newest first, undated last; `page` from 1. */
  articles(
    filter: ArticleFilter,
    page: number,
    pageSize: number,
  ): { rows: ArticleRow[]; total: number };
  /**
   * The article at its newest version; null where it is unknown or speaks of no region `within`. The id of one that was
   * joined to an older one gives that one.
   */
  article(id: string, within?: readonly string[]): ArticlePage | null;
  /** As it was at a version, for whom may see its newest. */
  articleVersion(id: string, version: number, within?: readonly string[]): Article | null;
  /** Whole articles, newest first; what changes meanwhile may be missed, nothing comes twice. */
  articlesMatching(filter: ArticleFilter): Iterable<Article>;
};

/** Copies and retellings shown on the page of an article. */
const MOST_SHOWN = 50;

// oxlint-disable-next-line max-params -- the archive, its columns, its articles, and which of them is which
export function articleList(
  db: Database,
  ask: Ask,
  articles: Articles,
  { presentId }: Pick<MovedIds, 'presentId'>,
): ArticleList {
  const rows = articleRows(db);
  const visible = (id: string, within: readonly string[] | undefined): Article | null => {
    const article = articles.article(presentId(id));
    const hidden =
      within !== undefined &&
      article !== null &&
      !regionsOf(article.tags).some((code) => within.includes(code));
    return hidden ? null : article;
  };
  return {
    articles: (filter, page, pageSize) => {
      const { columns, selection, phrases } = ask.select(filter);
      const skipped = (page - 1) * pageSize;
      const numbers = newest(columns, (row) => selection.has(row), skipped, pageSize);
      return { total: selection.count(), rows: rows(numbers, phrases) };
    },
    article: (id, within) => {
      const article = visible(id, within);
      return article === null ? null : pageOf({ db, ask, articles }, article, within);
    },
    articleVersion: (id, version, within) =>
      visible(id, within) === null ? null : articles.articleVersion(id, version),
    articlesMatching: (filter) => matching(db, ask, articles, filter),
  };
}

/** Row numbers from the newest day on. */
function newest(
  { newestFirst }: Columns,
  passes: (row: number) => boolean,
  skipped: number,
  most: number,
): number[] {
  const numbers: number[] = [];
  let left = skipped;
  for (const row of newestFirst) {
    if (numbers.length >= most) break;
    if (!passes(row)) continue;
    if (left > 0) left -= 1;
    else numbers.push(row);
  }
  return numbers;
}

type Parts = { db: Database; ask: Ask; articles: Articles };

function pageOf(
  { db, ask, articles }: Parts,
  article: Article,
  within: readonly string[] | undefined,
): ArticlePage | null {
  const own = db
    .query<{ n: number; siteName: string }>(
      'SELECT a.n, coalesce(s.name, a.site) AS siteName FROM articles a LEFT JOIN sites s ON s.id = a.site WHERE a.id = ?',
    )
    .get([article.id]);
  if (own === undefined) return null;
  const { columns, selection, count } = ask.select({ within });
  const { text, story } = columns;
  const has = (row: number): boolean => selection.has(row);
  const same = newest(columns, (row) => has(row) && text[row] === text[own.n], 0, MOST_SHOWN + 1);
  const told = newest(columns, (row) => has(row) && story[row] === story[own.n], 0, Infinity);
  const rows = articleRows(db);
  return {
    article,
    siteName: own.siteName,
    versions: articles.versions(article.id),
    copies: rows(same.filter((row) => row !== own.n).slice(0, MOST_SHOWN), []),
    first: firstOf(db, same) ?? {
      id: article.id,
      site: article.site,
      siteName: own.siteName,
      at: null,
    },
    retold: rows(oneOfEachText(columns, told, text[own.n] ?? own.n).slice(0, MOST_SHOWN), []),
    story: count(Uint32Array.from(told)),
  };
}

function oneOfEachText({ text }: Columns, rows: number[], but: number): number[] {
  const seen = new Set([but]);
  return rows.filter((row) => {
    const of = text[row] ?? row;
    if (seen.has(of)) return false;
    seen.add(of);
    return true;
  });
}

/**
 * By local day, unknown days last; on one day by the clock of the page, or where it gives none by when it was first
 * seen: the order in which grouping says who was first.
 */
function firstOf(db: Database, numbers: number[]): ArticlePage['first'] | undefined {
  return db
    .query<ArticlePage['first']>(
      `SELECT a.id, a.site, coalesce(s.name, a.site) AS siteName, v.extracted ->> '$.published.at' AS at
       FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
         LEFT JOIN sites s ON s.id = a.site
       WHERE a.n IN (SELECT value FROM json_each(?))
       ORDER BY a.day IS NULL, a.day,
         unixepoch(iif(v.extracted ->> '$.published.precision' = 'minute', v.extracted ->> '$.published.at', a.first_seen)),
         a.first_seen, a.id
       LIMIT 1`,
    )
    .get([JSON.stringify(numbers)]);
}

function* matching(
  db: Database,
  ask: Ask,
  articles: Articles,
  filter: ArticleFilter,
): Generator<Article> {
  const idOf = db.query<{ id: string }>('SELECT id FROM articles WHERE n = ?');
  const { columns, selection } = ask.select(filter);
  // The numbers first: a long export goes on while the columns change.
  for (const row of newest(columns, (each) => selection.has(each), 0, Infinity)) {
    const article = articles.article(idOf.get([row])?.id ?? '');
    if (article !== null) yield article;
  }
}
