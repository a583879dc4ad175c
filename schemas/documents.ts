// What Elasticsearch holds beside the articles: a source's day and the regions; their mappings are generated from here.
import { z } from 'zod';
import { CoverageDay } from './coverage.ts';
import { es, keyword } from './es.ts';
import { RegionCode } from './region.ts';

const name = (): z.ZodNullable<z.ZodString> => z.string().nullable().register(es, keyword);
const point = z.object({ lat: z.number(), lon: z.number() });

/** Names beside codes, under the names that articles have: one control narrows both. */
export const CoverageDocument = CoverageDay.extend({
  region_name: name(),
  province: RegionCode.nullable().register(es, keyword),
  province_name: name(),
  location: point.nullable().register(es, { type: 'geo_point' }),
});
export type CoverageDocument = z.infer<typeof CoverageDocument>;

/** A province, kabupaten or kota with the point of its seat, WGS 84 degrees. */
export const RegionDocument = z.object({
  /** Kemendagri code. */
  id: RegionCode.register(es, keyword),
  name: z.string().register(es, keyword),
  kind: z.enum(['province', 'kabupaten', 'kota']).register(es, keyword),
  province: RegionCode.register(es, keyword),
  province_name: z.string().register(es, keyword),
  location: point.register(es, { type: 'geo_point' }),
});
export type RegionDocument = z.infer<typeof RegionDocument>;
