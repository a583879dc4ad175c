// What the API answers: shapes from which its description (OpenAPI) is made.
import { z } from 'zod';
import { AggregateRow, Counts, Grouping } from '../../schemas/aggregate.ts';
import { VersionKind } from '../../schemas/article.ts';
import { CoverageDay } from '../../schemas/coverage.ts';
import { RegionCode } from '../../schemas/region.ts';
import { ElectionId, ElectionStage } from '../../schemas/tag.ts';
import { ArticleRecord } from '../export/record.ts';

export const ArticleSummary = ArticleRecord.omit({
  text: true,
  reasons: true,
  candidates: true,
}).extend({
  snippet: z
    .string()
    .describe('about 32 words: the opening, or those around the hits, which stand between « and »'),
});

const next = z
  .string()
  .nullable()
  .describe('ask again with cursor=… for the next page; null on the last');

export const ArticlesAnswer = z.object({
  total: z
    .int()
    .describe('articles on all pages; those that came after the first page are on none'),
  articles: z.array(ArticleSummary),
  next,
});

export const ArticleAnswer = z.object({
  article: ArticleRecord,
  versions: z.array(z.object({ version: z.int(), at: z.iso.datetime(), what: VersionKind })),
  copies: z.array(z.string()).describe('ids of the articles with the same text'),
});

export const AggregatesAnswer = z.object({
  by: Grouping,
  total: Counts.extend({
    undated: z.int().describe('articles without a known day: in no group by time'),
  }),
  sources: z.int().describe('sources on the list; for `reporting`'),
  groups: z.array(
    AggregateRow.extend({
      reporting: z
        .int()
        .optional()
        .describe(
          'by times only: sources that were read then. A time in which none was read is no group, which is not zero',
        ),
    }),
  ),
});

export const RegionsAnswer = z.object({
  regions: z.array(
    z.object({
      code: RegionCode,
      name: z.string(),
      kind: z.enum(['province', 'kabupaten', 'kota']),
      lat: z.number(),
      lon: z.number(),
      sources: z.int().describe('sources of the region itself; 0: unread, which is not quiet'),
    }),
  ),
});

export const ElectionsAnswer = z.object({
  elections: z.array(
    z.object({
      id: ElectionId,
      kind: z.string(),
      year: z.int().nullable(),
      votes: z.array(z.iso.date()).describe('days on which people voted, or will'),
      stages: z.array(z.object({ stage: ElectionStage, from: z.iso.date(), to: z.iso.date() })),
    }),
  ),
});

/** Of sources that are not wholly the viewer's own, counts would tell of articles that are not for them. */
const own = z.int().nullable().describe('null for a viewer who is limited to regions');

export const SourcesAnswer = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      region: RegionCode.nullable(),
      verified: z.boolean(),
      last_round: z.iso.datetime().nullable(),
      found: own,
      kept: own,
      skipped: own,
      failed: own,
      relevant: own,
    }),
  ),
});

export const CoverageAnswer = z.object({
  days: z.array(
    CoverageDay.pick({ site: true, region: true, day: true, rounds: true, completed: true }).extend(
      { found: own, fetched: own, kept: own, skipped: own, failed: own, late: own },
    ),
  ),
  next,
});

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('input, reason and next step in words'),
  instance: z.string().optional(),
  problems: z
    .array(z.object({ input: z.string(), reason: z.string(), next: z.string() }))
    .describe('each input that is at fault'),
});
export type Problem = z.infer<typeof Problem>;
