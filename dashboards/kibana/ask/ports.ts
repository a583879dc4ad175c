// What the checker asks of Elasticsearch.

export type FieldCaps = Record<
  string,
  Record<string, { searchable: boolean; aggregatable: boolean }>
>;

export type Ask = {
  /** Fields by name and type; null where there is no such index. */
  fields(index: string): Promise<FieldCaps | null>;
  /** Documents that match, and what was aggregated. Rejects where Elasticsearch refuses the question. */
  search(
    index: string,
    body: Record<string, unknown>,
  ): Promise<{ total: number; aggregations: Record<string, unknown> }>;
};

/** A question that has no answer on the screen. `place`: 'dashboard/panel'. */
export type Finding = { place: string; reason: string };
