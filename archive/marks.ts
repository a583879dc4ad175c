// Tags in; the marks under which the full-text index finds an article, and those that a filter asks for, out.
import { provinceOf } from '../schemas/region.ts';
import type { Tags } from '../schemas/tag.ts';
import type { ArticleFilter } from './filter.ts';

/** On every article: what a query that only excludes starts from. */
export const EVERY = 'every';

/** The regions that a filter finds an article under: those it speaks of and their provinces. */
export function regionsOf(tags: Tags): string[] {
  const named = tags.primary === null ? tags.regions : [...tags.regions, tags.primary];
  return [...new Set(named.flatMap((code) => [code, provinceOf(code)]))];
}

/** The mark of an article that speaks of this region, or of one in this province. */
export const regionMark = (code: string): string => `region:${code}`;

/** For example ['every', 'seen', 'decision:relevant', 'site:natmed', 'region:64', …]. */
export function marksOf(site: string, tags: Tags): string[] {
  return [
    EVERY,
    ...(tags.decision === 'irrelevant' ? [] : ['seen']),
    `decision:${tags.decision}`,
    `site:${site}`,
    `coverage:${tags.coverage}`,
    `advertorial:${tags.advertorial}`,
    ...regionsOf(tags).map(regionMark),
    ...tags.elections.map(({ election }) => `election:${election}`),
  ];
}

/** The marks that all articles of a filter have; its days and its query apart. */
export function marksFor(filter: ArticleFilter): string[] {
  const { decision, ...rest } = filter;
  const marks =
    decision === undefined ? [] : [decision === 'seen' ? decision : `decision:${decision}`];
  for (const field of ['site', 'coverage', 'advertorial', 'region', 'election'] as const) {
    const value = rest[field];
    if (value !== undefined) marks.push(`${field}:${value}`);
  }
  return marks;
}
