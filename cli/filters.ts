// The filter options of search and export → ArticleFilter; a wrong value is named with what is known.
import { z } from 'zod';
import type { ArticleFilter } from '../schemas/filter.ts';
import { RegionCode } from '../schemas/region.ts';
import { Coverage, Decision, ElectionId } from '../schemas/tag.ts';
import { Failure } from './failure.ts';

const Filter = z.object({
  region: RegionCode.optional(),
  election: ElectionId.optional(),
  coverage: Coverage.optional(),
  decision: z
    .union([Decision, z.literal('seen')], 'relevant, review, irrelevant or seen')
    .optional(),
  site: z.string().optional(),
  from: z.iso.date('a day as YYYY-MM-DD').optional(),
  to: z.iso.date('a day as YYYY-MM-DD').optional(),
});

/** Throws Failure (wrong use) listing every wrong option at once. */
export function readFilter(options: Record<string, unknown>): ArticleFilter {
  const parsed = Filter.safeParse(options);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `--${name} ${String(options[name])}: ${message}`;
  });
  throw new Failure(lines.join('\n'), 2);
}
