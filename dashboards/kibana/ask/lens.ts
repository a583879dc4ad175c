// A Lens chart and its data view → the question that Kibana would ask, asked; what of it stays empty.
import type { ColumnShape, LensLayer } from '../rules/lens-shapes.ts';
import { parseKql } from './kql.ts';
import type { Ask, FieldCaps } from './ports.ts';
import type { View } from './views.ts';

const NUMBERS = ['integer', 'long', 'float', 'double', 'short', 'byte'];
const FITS: Record<ColumnShape['operationType'], readonly string[] | null> = {
  count: null,
  unique_count: null,
  sum: NUMBERS,
  date_histogram: ['date'],
  terms: ['keyword', 'boolean', 'ip', 'date', ...NUMBERS],
};

export type LensQuestion = { layer: LensLayer; where: string; view: View; time: Time };
export type Time = { from: string; to: string };

/** Reasons why the chart would not show what it is for; none where it would. */
export async function askLens(question: LensQuestion, ask: Ask): Promise<string[]> {
  const { layer, view } = question;
  const columns = layer.columnOrder.flatMap((id) => {
    const column = layer.columns[id];
    return column === undefined ? [] : [{ id, column }];
  });
  const faults = columns.flatMap(({ column }) => fieldFaults(column, view));
  if (faults.length > 0) return faults;
  const query = queryOf(question);
  if (typeof query === 'string') return [query];
  const aggs = aggregationsOf(columns);
  if (typeof aggs === 'string') return [aggs];
  const answer = await ask.search(view.index, { size: 0, track_total_hits: true, query, aggs });
  if (answer.total === 0) return ['no document answers its question'];
  return emptyParts(columns, answer.aggregations);
}

export function fieldFaults({ operationType, sourceField }: ColumnShape, view: View): string[] {
  if (sourceField === '___records___') return [];
  return fieldFault(view.fields, sourceField, FITS[operationType]);
}

/** The field exists, is of one type that fits, and can be aggregated. */
export function fieldFault(
  fields: FieldCaps,
  name: string,
  fits: readonly string[] | null,
): string[] {
  const types = Object.entries(fields[name] ?? {});
  const [first] = types;
  if (first === undefined) return [`field ${name} does not exist`];
  if (types.length > 1)
    return [`field ${name} has several types: ${types.map(([type]) => type).join(', ')}`];
  const [type, { aggregatable }] = first;
  if (!aggregatable) return [`field ${name} cannot be aggregated`];
  if (fits !== null && !fits.includes(type))
    return [`field ${name} is ${type}, one of ${fits.join(', ')} is expected`];
  return [];
}

function queryOf({ where, view, time }: LensQuestion): Record<string, unknown> | string {
  const parsed = parseKql(where);
  if (!parsed.ok) return parsed.error;
  const unknown = parsed.value.fields.find((name) => view.fields[name] === undefined);
  if (unknown !== undefined) return `field ${unknown} in '${where}' does not exist`;
  return { bool: { filter: [parsed.value.query, ...timeFilter(view, time)] } };
}

export const timeFilter = ({ time: field }: View, { from, to }: Time): object[] =>
  field === null ? [] : [{ range: { [field]: { gte: from, lte: to } } }];

type Placed = { id: string; column: ColumnShape };

/** Buckets nested in their order, the measures within the last. */
function aggregationsOf(columns: readonly Placed[]): Record<string, unknown> | string {
  const measures: Record<string, unknown> = {};
  for (const { id, column } of columns) {
    if (column.isBucketed) continue;
    const measure = measureOf(column);
    if (typeof measure === 'string') return measure;
    measures[id] = measure;
  }
  return columns
    .filter(({ column }) => column.isBucketed)
    .reduceRight((aggs: Record<string, unknown>, { id, column }) => {
      const bucket = bucketOf(column, aggs);
      return { [id]: { ...bucket, aggs } };
    }, measures);
}

function measureOf(column: ColumnShape): Record<string, unknown> | string {
  const kinds: Record<string, string> = {
    unique_count: 'cardinality',
    sum: 'sum',
  };
  const kind = kinds[column.operationType];
  const field = column.sourceField;
  const value = kind === undefined ? { filter: { match_all: {} } } : { [kind]: { field } };
  if (!('filter' in column) || column.filter === undefined) return value;
  const parsed = parseKql(column.filter.query);
  if (!parsed.ok) return parsed.error;
  return { filter: parsed.value.query, aggs: kind === undefined ? {} : { value } };
}

function bucketOf(column: ColumnShape, inner: Record<string, unknown>): Record<string, unknown> {
  if (column.operationType !== 'terms')
    return {
      date_histogram: { field: column.sourceField, calendar_interval: 'month', min_doc_count: 1 },
    };
  const { size, orderBy, orderDirection } = column.params;
  const ordered = inner[orderBy.columnId];
  // Elasticsearch orders by a number; a count is the bucket's own, and a filtered measure would need its path.
  const isNumber = isRecord(ordered) && !('filter' in ordered);
  const order = { [isNumber ? orderBy.columnId : '_count']: orderDirection };
  return { terms: { field: column.sourceField, size, order } };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Walks down the fullest buckets; a level without buckets, or a measure that is nothing everywhere, is empty. */
function emptyParts(columns: readonly Placed[], aggregations: Record<string, unknown>): string[] {
  const [first, ...rest] = columns;
  if (first === undefined || !first.column.isBucketed)
    return columns.every(({ id }) => isZero(aggregations[id]))
      ? ['all that it counts is nothing']
      : [];
  const level = aggregations[first.id];
  const buckets =
    isRecord(level) && Array.isArray(level['buckets']) ? level['buckets'].filter(isRecord) : [];
  if (buckets.length === 0) return [`field ${first.column.sourceField} is empty`];
  const reasons = buckets.map((bucket) => emptyParts(rest, bucket));
  return reasons.find((found) => found.length === 0) ?? reasons[0] ?? [];
}

function isZero(measure: unknown): boolean {
  if (!isRecord(measure)) return true;
  const inner = measure['value'];
  if (isRecord(inner)) return isZero(inner);
  const count = typeof inner === 'number' ? inner : measure['doc_count'];
  return count === 0 || count === null || count === undefined;
}
