// The filter of a view in; conditions in SQL over `articles a` out.
import type { Coverage, Decision, ElectionId } from '../schemas/tag.ts';
import type { Value } from './database.ts';
import { marksFor, regionMark } from './marks.ts';
import { parseQuery, toMatch } from './query.ts';
import type { Phrase } from './query.ts';
import { NUMBER_OF_SLOT, slotRange } from './slot.ts';

/** Each field narrows; an absent one does not. */
export type ArticleFilter = {
  /** Words, "phrases", OR, -word; by stem. */
  query?: string | undefined;
  /** Each region that the article speaks of counts; a province code means it and all below it. */
  region?: string | undefined;
  election?: ElectionId | undefined;
  coverage?: Coverage | undefined;
  /** 'seen': relevant and review together. */
  decision?: Decision | 'seen' | undefined;
  site?: string | undefined;
  /** Local days, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  advertorial?: boolean | undefined;
  /** What the viewer may see: articles that speak of one of these regions (a province: and all below it). */
  within?: readonly string[] | undefined;
};

export type Where = {
  /** Joined with AND; '1' where nothing narrows. */
  sql: string;
  values: Record<string, Value>;
};

/** Conditions over `articles a`, with `more` of them beside. */
export function where(filter: ArticleFilter, ...more: string[]): Where {
  const search = searchOf(filter);
  const conditions =
    search === null ? [...ofTags(filter), ...ofColumns(filter)] : [byNumber(search)];
  const sql = [...conditions.map((condition) => condition.sql), ...more];
  return {
    sql: sql.length === 0 ? '1' : sql.join(' AND '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
  };
}

/** The whole filter as a question to the full-text index. */
export type Search = Where & {
  /** What a hit is marked by. */
  phrases: Phrase[];
};

/** Conditions over `article_words`, whose marks answer for the tags; null where the filter has no query. */
export function searchOf(filter: ArticleFilter): Search | null {
  if (filter.query === undefined || filter.query.trim() === '') return null;
  const query = parseQuery(filter.query);
  const match = toMatch(query, marksFor(filter), filter.within?.map(regionMark) ?? null);
  const phrases = query.groups.flat();
  if (match === null) return { sql: '0', values: {}, phrases };
  const range = slotRange(filter.from, filter.to);
  const days = range === null ? '' : ' AND rowid BETWEEN $low AND $high';
  return { sql: `article_words MATCH $match${days}`, values: { match, ...range }, phrases };
}

const byNumber = ({ sql, values }: Where): Where => ({
  sql: `a.n IN (SELECT ${NUMBER_OF_SLOT} FROM article_words WHERE ${sql})`,
  values,
});

function ofTags({ region, election, within }: ArticleFilter): Where[] {
  const found: Where[] = [];
  if (within !== undefined) {
    const sql =
      'a.n IN (SELECT n FROM article_regions WHERE region IN (SELECT value FROM json_each($within)))';
    found.push({ sql, values: { within: JSON.stringify(within) } });
  }
  if (region !== undefined) {
    const sql = 'a.n IN (SELECT n FROM article_regions WHERE region = $region)';
    found.push({ sql, values: { region } });
  }
  if (election !== undefined) {
    const sql = 'a.n IN (SELECT n FROM article_elections WHERE election = $election)';
    found.push({ sql, values: { election } });
  }
  return found;
}

function ofColumns(filter: ArticleFilter): Where[] {
  const { coverage, decision, site, from, to, advertorial } = filter;
  const found: Where[] = [];
  if (coverage !== undefined) found.push({ sql: 'a.coverage = $coverage', values: { coverage } });
  if (decision === 'seen') found.push({ sql: 'a.seen = 1', values: {} });
  else if (decision !== undefined) {
    const seen = decision === 'irrelevant' ? 0 : 1;
    found.push({ sql: `a.seen = ${seen} AND a.decision = $decision`, values: { decision } });
  }
  if (site !== undefined) found.push({ sql: 'a.site = $site', values: { site } });
  if (from !== undefined) found.push({ sql: 'a.day >= $from', values: { from } });
  if (to !== undefined) found.push({ sql: 'a.day <= $to', values: { to } });
  if (advertorial !== undefined) {
    const values = { advertorial: Number(advertorial) };
    found.push({ sql: 'a.advertorial = $advertorial', values });
  }
  return found;
}
