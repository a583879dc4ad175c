// The filter of a view in; conditions in SQL over `articles a` out.
import type { ArticleFilter } from '../schemas/filter.ts';
import type { Value } from './database.ts';
import { regionMark, tagMarks, viewMarks } from './marks.ts';
import { anyMark, parseQuery, toMatch } from './query.ts';
import type { Phrase } from './query.ts';
import { NUMBER_OF_SLOT, slotRange } from './slot.ts';

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
  const match = toMatch(
    query,
    [...viewMarks(filter), ...tagMarks(filter)],
    filter.within?.map(regionMark) ?? null,
  );
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

function ofTags(filter: ArticleFilter): Where[] {
  const { within } = filter;
  const found: Where[] = [];
  if (within !== undefined) {
    const sql =
      'a.n IN (SELECT n FROM article_regions WHERE region IN (SELECT value FROM json_each($within)))';
    found.push({ sql, values: { within: JSON.stringify(within) } });
  }
  const marks = tagMarks(filter);
  if (marks.length > 0) {
    const sql = `a.n IN (SELECT ${NUMBER_OF_SLOT} FROM article_words WHERE article_words MATCH $marks)`;
    found.push({ sql, values: { marks: marks.map(anyMark).join(' AND ') } });
  }
  return found;
}

function ofColumns(filter: ArticleFilter): Where[] {
  const { decision, from, to, advertorial } = filter;
  const found: Where[] = [];
  if (decision === 'seen') found.push({ sql: 'a.seen = 1', values: {} });
  else if (decision !== undefined) {
    const seen = decision === 'irrelevant' ? 0 : 1;
    found.push({ sql: `a.seen = ${seen} AND a.decision = $decision`, values: { decision } });
  }
  if (from !== undefined) found.push({ sql: 'a.day >= $from', values: { from } });
  if (to !== undefined) found.push({ sql: 'a.day <= $to', values: { to } });
  if (advertorial !== undefined) {
    const values = { advertorial: Number(advertorial) };
    found.push({ sql: 'a.advertorial = $advertorial', values });
  }
  return found;
}
