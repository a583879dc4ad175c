// The readable sources of the Kibana objects: what a YAML file in sources/ may say.
import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');
const field = z.string().min(1);

export const DataView = z.strictObject({
  id,
  /** Kind of index, behind the prefix of the installation. */
  index: z.enum(['articles', 'coverage', 'regions']),
  name: z.string().min(1),
  /** Field by which Kibana's time picker narrows; null: it does not. */
  time: field.nullable(),
});

/** What is counted. Without `of` documents. */
export const Measure = z.strictObject({
  label: z.string().min(1),
  op: z.enum(['count', 'unique_count', 'sum']).default('count'),
  of: field.optional(),
  /** KQL that narrows this measure alone. */
  where: z.string().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** By what it is counted: the values of a field, or time. */
export const Bucket = z.strictObject({
  label: z.string().min(1),
  by: field,
  /** Values shown, most first; absent for a time field. */
  top: z.int().min(1).max(1000).optional(),
});
export type Bucket = z.infer<typeof Bucket>;

const drilldown = z.strictObject({ id, label: z.string().min(1), to: id });

const common = {
  id,
  title: z.string().min(1),
  /** Column, row, width, height; 48 columns. */
  at: z.tuple([z.int().min(0), z.int().min(0), z.int().min(1).max(48), z.int().min(1)]),
};
const lens = {
  ...common,
  view: id,
  /** KQL that narrows the panel. */
  where: z.string().default(''),
  drilldowns: z.array(drilldown).default([]),
};

export const Panel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('metric'), ...lens, measure: Measure }),
  z.strictObject({
    kind: z.literal('xy'),
    ...lens,
    series: z.enum(['bar_stacked', 'bar', 'bar_horizontal', 'line', 'area']),
    x: Bucket,
    split: Bucket.optional(),
    measures: z.array(Measure).min(1),
  }),
  z.strictObject({
    kind: z.literal('table'),
    ...lens,
    rows: z.array(Bucket).min(1),
    measures: z.array(Measure).min(1),
  }),
  z.strictObject({ kind: z.literal('heatmap'), ...lens, x: Bucket, y: Bucket, measure: Measure }),
  z.strictObject({ kind: z.literal('map'), ...common, map: id }),
  z.strictObject({ kind: z.literal('search'), ...common, search: id }),
  z.strictObject({
    kind: z.literal('links'),
    ...common,
    links: z.array(drilldown).min(1),
  }),
]);
export type Panel = z.infer<typeof Panel>;
export type LensPanel = Extract<Panel, { kind: 'metric' | 'xy' | 'table' | 'heatmap' }>;

export const Dashboard = z.strictObject({
  id,
  title: z.string().min(1),
  description: z.string(),
  controls: z.array(z.strictObject({ id, title: z.string().min(1), view: id, field })),
  panels: z.array(Panel).min(1),
});
export type Dashboard = z.infer<typeof Dashboard>;

/** Points of one data view, sized by how many documents of another name each. */
export const MapSource = z.strictObject({
  id,
  title: z.string().min(1),
  description: z.string(),
  layers: z
    .array(
      z.strictObject({
        id,
        label: z.string().min(1),
        view: id,
        point: field,
        tooltip: z.array(field),
        join: z.strictObject({ left: field, view: id, right: field, size: z.int() }),
        color: z.string().regex(/^#[0-9a-f]{6}$/),
        sizes: z.tuple([z.int(), z.int()]),
      }),
    )
    .min(1),
});
export type MapSource = z.infer<typeof MapSource>;

export const SearchSource = z.strictObject({
  id,
  title: z.string().min(1),
  description: z.string(),
  view: id,
  columns: z.array(field).min(1),
  sort: z.array(z.tuple([field, z.enum(['asc', 'desc'])])),
  where: z.string().default(''),
});
export type SearchSource = z.infer<typeof SearchSource>;

/** Kibana date math or ISO 8601. */
export const TimeRange = z.strictObject({ from: z.string(), to: z.string() });
export type TimeRange = z.infer<typeof TimeRange>;

export const Sources = z.strictObject({
  /** That dashboards and maps open with. */
  time: TimeRange,
  tag: z.strictObject({
    id,
    name: z.string().min(1),
    description: z.string(),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  dataViews: z.array(DataView).min(1),
  searches: z.array(SearchSource),
  maps: z.array(MapSource),
  dashboards: z.array(Dashboard).min(1),
});
export type Sources = z.infer<typeof Sources>;
