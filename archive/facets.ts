// A filter in; the values that its lists offer, with how many articles each would show, out.
import type { Coverage, ElectionId } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { where } from './filter.ts';
import type { ArticleFilter } from '../schemas/filter.ts';

export type Facets = {
  /** Regions that articles speak of, and their provinces. */
  regions: { value: string; articles: number }[];
  elections: { value: ElectionId; articles: number }[];
  coverages: { value: Coverage; articles: number }[];
  sites: { value: string; name: string; articles: number }[];
};

/** Each list ignores its own field of the filter, so that another value of it can be chosen. Most first. */
export function facets(db: Database, filter: ArticleFilter): Facets {
  return {
    regions: tagged(db, 'article_regions', 'region', { ...filter, region: undefined }),
    elections: tagged(db, 'article_elections', 'election', { ...filter, election: undefined }),
    coverages: byColumn(db, 'coverage', { ...filter, coverage: undefined }),
    sites: siteNames(db, byColumn(db, 'site', { ...filter, site: undefined })),
  };
}

type Counted<Code> = { value: Code; articles: number };

function tagged<Code>(
  db: Database,
  table: 'article_regions' | 'article_elections',
  column: 'region' | 'election',
  filter: ArticleFilter,
): Counted<Code>[] {
  const { sql, values } = where(filter);
  // The narrow tables hold decision and day themselves, so that the usual views need not look up each article.
  const alone = Object.keys(values).every((name) => ['decision', 'from', 'to'].includes(name));
  const from = alone ? `${table} a` : `articles a JOIN ${table} t ON t.n = a.n`;
  return db
    .query<Counted<Code>>(
      `SELECT ${column} AS value, count(*) AS articles FROM ${from}
       WHERE ${sql} GROUP BY 1 ORDER BY articles DESC, value`,
    )
    .all(values);
}

function byColumn<Code>(
  db: Database,
  column: 'coverage' | 'site',
  filter: ArticleFilter,
): Counted<Code>[] {
  const { sql, values } = where(filter);
  return db
    .query<Counted<Code>>(
      `SELECT a.${column} AS value, count(*) AS articles FROM articles a
       WHERE ${sql} GROUP BY 1 ORDER BY articles DESC, value`,
    )
    .all(values);
}

function siteNames(db: Database, counted: Counted<string>[]): Facets['sites'] {
  const name = db.query<{ name: string }>('SELECT name FROM sites WHERE id = ?');
  return counted.map(({ value, articles }) => ({
    value,
    name: name.get([value])?.name ?? value,
    articles,
  }));
}
