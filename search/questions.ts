// A client → the two questions that a check of dashboards asks: which fields there are, and what a search finds.
import { errors } from '@elastic/elasticsearch';
import type { Client } from '@elastic/elasticsearch';

type Caps = Record<string, Record<string, { searchable: boolean; aggregatable: boolean }>>;

export type Questions = {
  /** Fields by name and type; null where there is no such index. Throws as the client does. */
  fields(index: string): Promise<Caps | null>;
  search(
    index: string,
    body: Record<string, unknown>,
  ): Promise<{ total: number; aggregations: Record<string, unknown> }>;
};

export const questions = (client: Client): Questions => ({
  fields: async (index) => {
    try {
      const { fields } = await client.fieldCaps({ index, fields: '*' });
      return fields;
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 404) return null;
      throw error;
    }
  },
  search: async (index, body) => {
    const { hits, aggregations } = await client.search({ index, ...body });
    const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
    return { total, aggregations: aggregations ?? {} };
  },
});
