// What was read of a source on a day: so that a gap is drawn as a gap.
import { z } from 'zod';
import { RegionCode } from './region.ts';
import { es, keyword } from './es.ts';

const count = (): z.ZodInt => z.int().register(es, { type: 'integer' });

/** One source on one local day. Also the Elasticsearch document of the coverage index. */
export const CoverageDay = z.object({
  /** '<site>/<day>' */
  id: z.string().register(es, keyword),
  site: z.string().register(es, keyword),
  region: RegionCode.nullable().register(es, keyword),
  /** Local day of the source. */
  day: z.iso.date().register(es, { type: 'date' }),
  /** Rounds that were due and rounds that were completed. */
  rounds: count(),
  completed: count(),
  /** Addresses that discovery named for the first time. */
  found: count(),
  fetched: count(),
  kept: count(),
  skipped: count(),
  failed: count(),
  /** New articles that the rhythm of the source promised for the day; null while it is learnt. */
  expected: z.number().nullable().register(es, { type: 'float' }),
  /** Articles of this day that were first found after the day that followed it. */
  late: count(),
  /** Grows with each change of the row; external version in Elasticsearch. */
  version: count(),
});
export type CoverageDay = z.infer<typeof CoverageDay>;
