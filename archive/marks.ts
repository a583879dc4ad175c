// Tags in; the marks under which the full-text index finds an article, and those that a filter asks for, out.
import { type ArticleFilter, valuesOf } from '../schemas/filter.ts';
import { institutionsOf } from '../schemas/institution.ts';
import { type Tags, regionsOf } from '../schemas/tag.ts';

/** On every article: what a query that only excludes starts from. */
export const EVERY = 'every';

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
    ...(tags.stage === null ? [] : [`stage:${tags.stage}`]),
    ...tags.violations.map((act) => `violation:${act}`),
    ...tags.actors.map((actor) => `actor:${actor}`),
    ...institutionsOf(tags).map((institution) => `institution:${institution}`),
  ];
}

/** Lists of marks, of each of which an article of the filter has one: what it says of the tags and the source. */
export function tagMarks(filter: ArticleFilter): string[][] {
  const fields = [
    'region',
    'election',
    'stage',
    'coverage',
    'violation',
    'actor',
    'institution',
    'site',
  ] as const;
  return fields.flatMap((field) => {
    const values = valuesOf(filter, field);
    return values === null ? [] : [values.map((value) => `${field}:${value}`)];
  });
}

/** As tagMarks: what the filter says of decision and advertorial. Its days and its query stand apart. */
export function viewMarks({ decision, advertorial }: ArticleFilter): string[][] {
  const marks: string[][] = [];
  if (decision !== undefined) marks.push([decision === 'seen' ? decision : `decision:${decision}`]);
  if (advertorial !== undefined) marks.push([`advertorial:${advertorial}`]);
  return marks;
}
