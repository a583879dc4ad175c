// The filter of a view in; conditions in SQL over `articles a` out.
import type { Coverage, Decision, ElectionId } from '../schemas/tag.ts';
import type { Value } from './database.ts';
import { parseQuery, toMatch } from './query.ts';
import type { Phrase } from './query.ts';

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
};

export type Where = {
  /** Joined with AND; '1' where nothing narrows. */
  sql: string;
  values: Record<string, Value>;
  /** What a hit is marked by. */
  phrases: Phrase[];
};

type Condition = { sql: string; values: Record<string, Value>; phrases?: Phrase[] };

export function where(filter: ArticleFilter, ...more: string[]): Where {
  const conditions = [
    ...(filter.query === undefined ? [] : ofQuery(filter.query)),
    ...ofTags(filter),
    ...ofColumns(filter),
  ];
  const sql = [...conditions.map((condition) => condition.sql), ...more];
  return {
    sql: sql.length === 0 ? '1' : sql.join(' AND '),
    values: Object.assign({}, ...conditions.map(({ values }) => values)),
    phrases: conditions.flatMap(({ phrases = [] }) => phrases),
  };
}

function ofQuery(text: string): Condition[] {
  if (text.trim() === '') return [];
  const query = parseQuery(text);
  const { match, not } = toMatch(query);
  const matching = 'IN (SELECT rowid FROM article_words WHERE article_words MATCH $match)';
  const phrases = query.groups.flat();
  if (match !== null) return [{ sql: `a.n ${matching}`, values: { match }, phrases }];
  if (not !== null) return [{ sql: `a.n NOT ${matching}`, values: { match: not } }];
  return [{ sql: '0', values: {} }];
}

function ofTags({ region, election }: ArticleFilter): Condition[] {
  const found: Condition[] = [];
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

function ofColumns(filter: ArticleFilter): Condition[] {
  const { coverage, decision, site, from, to, advertorial } = filter;
  const found: Condition[] = [];
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
