// A filter as the dashboard takes it → the query that asks Elasticsearch the same.
import type { estypes } from '@elastic/elasticsearch';
import { type ArticleFilter, valuesOf } from '../../schemas/filter.ts';

const FIELDS = {
  region: 'areas',
  election: 'elections',
  stage: 'stage',
  coverage: 'coverage',
  violation: 'violations',
  actor: 'actors',
  institution: 'institutions',
  site: 'site',
} as const;

export function toQuery(filter: ArticleFilter): estypes.QueryDslQueryContainer {
  const must: estypes.QueryDslQueryContainer[] = [];
  for (const name of [
    'region',
    'election',
    'stage',
    'coverage',
    'violation',
    'actor',
    'institution',
    'site',
  ] as const) {
    const values = valuesOf(filter, name);
    if (values !== null) must.push({ terms: { [FIELDS[name]]: [...values] } });
  }
  const { decision, advertorial, from, to, query } = filter;
  if (decision !== undefined && decision !== 'seen') must.push({ term: { decision } });
  if (advertorial !== undefined) must.push({ term: { advertorial } });
  if (from !== undefined || to !== undefined)
    must.push({ range: { local_day: { ...(from && { gte: from }), ...(to && { lte: to }) } } });
  if (query !== undefined)
    must.push({
      multi_match: { query, fields: ['title', 'text'], type: 'cross_fields', operator: 'and' },
    });
  return { bool: { filter: must } };
}
