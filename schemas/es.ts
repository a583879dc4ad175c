// Which Elasticsearch field type a schema field has. Trap: registration belongs to the instance, so
// .register(es, …) comes last: z.string().nullable().register(es, …), never before .nullable().
import { z } from 'zod';

export type EsField =
  | { type: 'keyword'; ignore_above?: number }
  | { type: 'text'; analyzer: 'indonesian'; fields?: Record<string, EsField> }
  | { type: 'date' }
  | { type: 'boolean' }
  | { type: 'float' }
  | { type: 'integer' }
  | { type: 'geo_point' }
  | { type: 'object' }
  | { archiveOnly: true };

export const es = z.registry<EsField>();
/** Lucene refuses a term above 32,766 bytes; 8,191 characters of four bytes stay below. Longer values are kept, not indexed. */
export const keyword: EsField = { type: 'keyword', ignore_above: 8191 };
export const archiveOnly: EsField = { archiveOnly: true };
