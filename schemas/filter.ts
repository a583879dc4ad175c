// What a view, a question to the API, an export or a watch narrows articles by: one shape for all of them.
import { z } from 'zod';
import { Institution } from './institution.ts';
import { RegionCode } from './region.ts';
import { Actor, Coverage, Decision, ElectionId, ElectionStage, Violation } from './tag.ts';

/** One value, or several of which an article needs to have one. */
const oneOf = <Shape extends z.ZodType>(shape: Shape) =>
  z.union([shape, z.array(shape).min(1).max(100).readonly()]).optional();

/** Each field narrows; an absent one does not. Fields are joined by AND, the values of one field by OR. */
export const ArticleFilter = z.strictObject({
  query: z.string().max(300).optional().describe('words, "phrases", OR, -word; by stem'),
  region: oneOf(RegionCode).describe(
    'regions that the article speaks of; a province means all below it',
  ),
  election: oneOf(ElectionId),
  stage: oneOf(ElectionStage).describe('stage of the election on the day of the article'),
  coverage: oneOf(Coverage).describe('kind of report'),
  violation: oneOf(Violation).describe('acts of SKB 2022 that the article speaks of'),
  actor: oneOf(Actor).describe('groups of people that it speaks of'),
  institution: oneOf(Institution).describe('institutions whose people are quoted'),
  decision: z
    .union([Decision, z.literal('seen')])
    .optional()
    .describe("'seen' means relevant and review together"),
  site: oneOf(z.string().max(80)).describe('ids of sources'),
  from: z.iso.date().optional().describe('first local day'),
  to: z.iso.date().optional().describe('last local day'),
  advertorial: z.boolean().optional(),
});
export type ArticleFilter = z.infer<typeof ArticleFilter> & {
  /**
   * What the viewer may see: articles that speak of one of these regions (a province: and all below it). Set by who
   * guards the door, so the schema does not read it from a request.
   */
  within?: readonly RegionCode[] | undefined;
};

type Listed =
  | 'region'
  | 'election'
  | 'stage'
  | 'coverage'
  | 'violation'
  | 'actor'
  | 'institution'
  | 'site';

/** The values of a field as a list; null where the field does not narrow. */
export function valuesOf(filter: ArticleFilter, field: Listed): readonly string[] | null {
  const value = filter[field];
  if (value === undefined) return null;
  return typeof value === 'string' ? [value] : value;
}
