// A filter and what to group by in; how many articles, texts, stories and outlets each group has, out.
import type { AggregateRow, Counts, Grouping, TimeGrouping } from '../schemas/aggregate.ts';
import type { ArticleFilter } from '../schemas/filter.ts';
import { INSTITUTIONS } from '../schemas/institution.ts';
import { Actor, Violation } from '../schemas/tag.ts';
import type { Database } from './database.ts';
import { where } from './filter.ts';
import { anyMark } from './query.ts';
import { NUMBER_OF_SLOT } from './slot.ts';

export type Aggregates = {
  /**
   * Groups that have articles, by key for times, else most articles first. An article with several regions,
   * elections, actors, acts or institutions is in several groups; one that has none is in none. Weeks go by the day
   * of their Monday.
   */
  aggregate(filter: ArticleFilter, by: Grouping): AggregateRow[];
  /** All articles of the filter; `undated` of them are in no group by time, whatever days the filter names. */
  count(filter: ArticleFilter): Counts & { undated: number };
  /**
   * Sources that completed a round in each time, or of which an article of it is held (older articles come with a
   * first round). `within`: of sources of these regions, by their rounds alone.
   */
  reporting(span: ReportingSpan, by: TimeGrouping): { key: string; sources: number }[];
};

export type ReportingSpan = {
  sites?: readonly string[] | undefined;
  /** Local days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  within?: readonly string[] | undefined;
};

/** An article that is in no text is one of its own, a text that is in no story too. */
const COUNTS = `count(*) AS articles, count(DISTINCT coalesce(t.text, a.n)) AS texts,
  count(DISTINCT coalesce(s.story, t.text, a.n)) AS stories, count(DISTINCT a.outlet) AS outlets`;
const GROUPED = `LEFT JOIN article_texts t ON t.n = a.n LEFT JOIN text_stories s ON s.text = t.text`;

type Column = Exclude<Grouping, keyof typeof MARKED>;

const COLUMNS: Record<Column, { key: string; join?: string; byKey?: true }> = {
  day: { key: 'a.day', byKey: true },
  week: { key: "date(a.day, '-6 days', 'weekday 1')", byKey: true },
  month: { key: 'substr(a.day, 1, 7)', byKey: true },
  year: { key: 'substr(a.day, 1, 4)', byKey: true },
  primary: { key: 'a.primary_region' },
  province: { key: 'substr(a.primary_region, 1, 2)' },
  region: { key: 'r.region', join: 'JOIN article_regions r ON r.n = a.n' },
  election: { key: 'e.election', join: 'JOIN article_elections e ON e.n = a.n' },
  stage: { key: 'a.stage' },
  coverage: { key: 'a.coverage' },
  decision: { key: 'a.decision' },
  advertorial: { key: "iif(a.advertorial, 'true', 'false')" },
  site: { key: 'a.site' },
  outlet: { key: 'a.outlet' },
};

/** Tags that only the full-text index holds, as marks. */
const MARKED = {
  actor: Actor.options,
  violation: Violation.options,
  institution: INSTITUTIONS,
} as const;

const isMarked = (by: Grouping): by is keyof typeof MARKED => by in MARKED;

export function aggregates(db: Database): Aggregates {
  return {
    aggregate: (filter, by) =>
      isMarked(by) ? byMark(db, filter, by) : byColumn(db, filter, COLUMNS[by]),
    count: (filter) => {
      const { sql, values } = where(filter);
      const undated = where({ ...filter, from: undefined, to: undefined }, 'a.day IS NULL');
      const counts = db
        .query<Counts>(`SELECT ${COUNTS} FROM articles a ${GROUPED} WHERE ${sql}`)
        .get(values);
      const rest = db
        .query<{ n: number }>(`SELECT count(*) AS n FROM articles a WHERE ${undated.sql}`)
        .get(undated.values);
      return { ...NONE, ...counts, undated: rest?.n ?? 0 };
    },
    reporting: (span, by) => reporting(db, span, COLUMNS[by].key),
  };
}

const NONE: Counts = { articles: 0, texts: 0, stories: 0, outlets: 0 };

function byColumn(
  db: Database,
  filter: ArticleFilter,
  { key, join = '', byKey }: (typeof COLUMNS)[Column],
): AggregateRow[] {
  const { sql, values } = where(filter, `${key} IS NOT NULL`);
  return db
    .query<AggregateRow>(
      `SELECT ${key} AS key, ${COUNTS} FROM articles a ${join} ${GROUPED}
       WHERE ${sql} GROUP BY 1 ORDER BY ${byKey === true ? 'key' : 'articles DESC, key'}`,
    )
    .all(values);
}

function byMark(db: Database, filter: ArticleFilter, by: keyof typeof MARKED): AggregateRow[] {
  const marked = `a.n IN (SELECT ${NUMBER_OF_SLOT} FROM article_words WHERE article_words MATCH $mark)`;
  const { sql, values } = where(filter, marked);
  const one = db.query<Counts>(`SELECT ${COUNTS} FROM articles a ${GROUPED} WHERE ${sql}`);
  return MARKED[by]
    .map((key) => ({ key, ...NONE, ...one.get({ ...values, mark: anyMark([`${by}:${key}`]) }) }))
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.key < b.key ? -1 : 1));
}

function reporting(
  db: Database,
  { sites, from, to, within }: ReportingSpan,
  key: string,
): { key: string; sources: number }[] {
  return db
    .query<{ key: string; sources: number }>(
      `SELECT ${key} AS key, count(DISTINCT a.site) AS sources FROM (
         SELECT site, day FROM coverage WHERE completed > 0
         UNION ALL SELECT site, day FROM articles WHERE day IS NOT NULL AND $within IS NULL) a
       LEFT JOIN sites s ON s.id = a.site
       WHERE ($sites IS NULL OR a.site IN (SELECT value FROM json_each($sites))) AND ($from IS NULL OR a.day >= $from) AND ($to IS NULL OR a.day <= $to)
         AND ($within IS NULL OR s.region IN (SELECT value FROM json_each($within))
           OR substr(s.region, 1, 2) IN (SELECT value FROM json_each($within)))
       GROUP BY 1 ORDER BY 1`,
    )
    .all({
      sites: sites === undefined ? null : JSON.stringify(sites),
      from: from ?? null,
      to: to ?? null,
      within: within === undefined ? null : JSON.stringify(within),
    });
}
