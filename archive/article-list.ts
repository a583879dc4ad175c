// A filter in; articles newest first, as rows of a list or whole, out.
import type { Article, Extracted, VersionKind } from '../schemas/article.ts';
import type { Coverage, Decision, ElectionId } from '../schemas/tag.ts';
import { regionsOf } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { searchOf, where } from './filter.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Search, Where } from './filter.ts';
import type { Phrase } from './query.ts';
import { NUMBER_OF_SLOT } from './slot.ts';
import { snippet } from './snippet.ts';
import type { Articles } from './articles.ts';

export type ArticleRow = {
  id: string;
  url: string;
  site: string;
  siteName: string;
  title: string;
  day: string | null;
  primary: string | null;
  elections: ElectionId[];
  coverage: Coverage;
  decision: Decision;
  relevance: number;
  advertorial: boolean;
  snippet: string;
};

export type ArticlePage = {
  article: Article;
  siteName: string;
  versions: { version: number; at: string; what: VersionKind }[];
  copies: ArticleRow[];
};

export type ArticleList = {
  /** Newest first, undated last; `page` from 1. */
  articles(
    filter: ArticleFilter,
    page: number,
    pageSize: number,
  ): { rows: ArticleRow[]; total: number };
  /** The article at its newest version, what became of it, and the articles with the same text. */
  article(id: string, within?: readonly string[]): ArticlePage | null;
  /** Whole articles, newest first; what changes meanwhile may be missed, nothing comes twice. */
  articlesMatching(filter: ArticleFilter): Iterable<Article>;
};

/** Copies shown on the page of an article. */
const MAX_COPIES = 50;

const NEWEST_FIRST = 'ORDER BY a.day DESC, a.n DESC';

export function articleList(db: Database, articles: Articles): ArticleList {
  const siteName = db.query<{ name: string }>('SELECT name FROM sites WHERE id = ?');
  return {
    articles: (filter, page, pageSize) => {
      const search = searchOf(filter);
      const found = search === null ? listed(db, filter) : searched(db, search);
      const numbers = found.numbers(pageSize, (page - 1) * pageSize);
      return {
        total: found.total(),
        rows: numbers.flatMap((n) => rowOf(db, n, search?.phrases ?? [])),
      };
    },
    article: (id, within) => {
      const article = articles.article(id);
      if (article === null || !isWithin(article, within)) return null;
      return {
        article,
        siteName: siteName.get([article.site])?.name ?? article.site,
        versions: articles.versions(id),
        copies: copiesOf(db, article, within),
      };
    },
    articlesMatching: (filter) => matching(db, articles, filter),
  };
}

/** Whether a viewer of these regions may see it. */
const isWithin = ({ tags }: Article, within: readonly string[] | undefined): boolean =>
  within === undefined || regionsOf(tags).some((code) => within.includes(code));

type Found = { total(): number; numbers(limit: number, offset: number): number[] };

function listed(db: Database, filter: ArticleFilter): Found {
  const { sql, values } = where(filter);
  return found(db, values, {
    count: `SELECT count(*) AS n FROM articles a WHERE ${sql}`,
    page: `SELECT a.n FROM articles a WHERE ${sql} ${NEWEST_FIRST} LIMIT $limit OFFSET $offset`,
  });
}

/** From the full-text index alone, which stops reading when the page is full. */
function searched(db: Database, { sql, values }: Search): Found {
  return found(db, values, {
    count: `SELECT count(*) AS n FROM article_words WHERE ${sql}`,
    page: `SELECT ${NUMBER_OF_SLOT} AS n FROM article_words WHERE ${sql}
      ORDER BY rowid DESC LIMIT $limit OFFSET $offset`,
  });
}

const found = (
  db: Database,
  values: Where['values'],
  sql: { count: string; page: string },
): Found => ({
  total: () => db.query<{ n: number }>(sql.count).get(values)?.n ?? 0,
  numbers: (limit, offset) =>
    db
      .query<{ n: number }>(sql.page)
      .all({ ...values, limit, offset })
      .map(({ n }) => n),
});

type Row = Omit<ArticleRow, 'title' | 'elections' | 'advertorial' | 'snippet'> & {
  advertorial: number;
  extracted: string;
};

/** One row, or none where the article went away in between. */
function rowOf(db: Database, n: number, phrases: Phrase[]): ArticleRow[] {
  const row = db
    .query<Row>(
      `SELECT a.id, a.url, a.site, coalesce(s.name, a.site) AS siteName, a.day, a.primary_region AS "primary",
         a.coverage, a.decision, a.relevance, a.advertorial, v.extracted
       FROM articles a JOIN versions v ON v.article = a.n AND v.version = a.version
         LEFT JOIN sites s ON s.id = a.site
       WHERE a.n = ?`,
    )
    .get([n]);
  if (row === undefined) return [];
  const elections = db
    .query<{ election: ElectionId }>(
      'SELECT election FROM article_elections WHERE n = ? ORDER BY election',
    )
    .all([n]);
  const { extracted, advertorial, ...rest } = row;
  const { title, text }: Extracted = JSON.parse(extracted);
  return [
    {
      ...rest,
      title,
      elections: elections.map(({ election }) => election),
      advertorial: advertorial === 1,
      snippet: snippet(text, phrases),
    },
  ];
}

function copiesOf(
  db: Database,
  { id, textKey }: Article,
  within: readonly string[] | undefined,
): ArticleRow[] {
  const { sql, values } = where({ within }, 'a.text_key = $textKey', 'a.id <> $id');
  return db
    .query<{ n: number }>(`SELECT a.n FROM articles a WHERE ${sql} ${NEWEST_FIRST} LIMIT $limit`)
    .all({ ...values, textKey, id, limit: MAX_COPIES })
    .flatMap(({ n }) => rowOf(db, n, []));
}

function* matching(db: Database, articles: Articles, filter: ArticleFilter): Generator<Article> {
  const { sql, values } = where(filter);
  // The ids first, so that no reader stands open while a long export is written.
  const ids = db
    .query<{ id: string }>(`SELECT a.id FROM articles a WHERE ${sql} ${NEWEST_FIRST}`)
    .all(values);
  for (const { id } of ids) {
    const article = articles.article(id);
    if (article !== null) yield article;
  }
}
