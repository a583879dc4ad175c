// The shape of a Lens chart that counts documents of a data view: columns and the four ways in which we draw them.
import { z } from 'zod';
import { ReferenceShape } from './shapes.ts';

const filled = z.string().min(1);
const query = z.strictObject({ query: z.string(), language: z.literal('kuery') });
const column = { label: filled, customLabel: z.literal(true), sourceField: filled };
const measure = {
  ...column,
  isBucketed: z.literal(false),
  dataType: z.literal('number'),
  scale: z.literal('ratio'),
  params: z.strictObject({ emptyAsNull: z.boolean() }),
  filter: query.optional(),
};

export const ColumnShape = z.discriminatedUnion('operationType', [
  z.strictObject({
    ...measure,
    operationType: z.literal('count'),
    sourceField: z.literal('___records___'),
  }),
  z.strictObject({
    ...measure,
    operationType: z.enum(['unique_count', 'sum']),
    sourceField: filled.refine((name) => name !== '___records___', 'a field is expected'),
  }),
  z.strictObject({
    ...column,
    operationType: z.literal('date_histogram'),
    isBucketed: z.literal(true),
    dataType: z.literal('date'),
    scale: z.literal('interval'),
    params: z.strictObject({
      interval: filled,
      includeEmptyRows: z.boolean(),
      dropPartials: z.boolean(),
    }),
  }),
  z.strictObject({
    ...column,
    operationType: z.literal('terms'),
    isBucketed: z.literal(true),
    dataType: z.literal('string'),
    scale: z.literal('ordinal'),
    params: z.strictObject({
      size: z.int().min(1).max(1000),
      orderBy: z.strictObject({ type: z.literal('column'), columnId: filled }),
      orderDirection: z.enum(['asc', 'desc']),
      otherBucket: z.boolean(),
      missingBucket: z.boolean(),
      parentFormat: z.strictObject({ id: z.literal('terms') }),
    }),
  }),
]);
export type ColumnShape = z.infer<typeof ColumnShape>;

const layer = { layerId: filled, layerType: z.literal('data') };
const series = z.enum(['bar_stacked', 'bar', 'bar_horizontal', 'line', 'area']);

const Charts = z.discriminatedUnion('visualizationType', [
  z.strictObject({
    visualizationType: z.literal('lnsMetric'),
    visualization: z.strictObject({ ...layer, metricAccessor: filled }),
  }),
  z.strictObject({
    visualizationType: z.literal('lnsDatatable'),
    visualization: z.strictObject({
      ...layer,
      columns: z.array(z.strictObject({ columnId: filled })).min(1),
      paging: z.strictObject({ enabled: z.boolean(), size: z.int() }),
    }),
  }),
  z.strictObject({
    visualizationType: z.literal('lnsHeatmap'),
    visualization: z.strictObject({
      ...layer,
      shape: z.literal('heatmap'),
      xAccessor: filled,
      yAccessor: filled,
      valueAccessor: filled,
      legend: z.looseObject({ type: z.literal('heatmap_legend') }),
      gridConfig: z.looseObject({ type: z.literal('heatmap_grid') }),
    }),
  }),
  z.strictObject({
    visualizationType: z.literal('lnsXY'),
    visualization: z.strictObject({
      preferredSeriesType: series,
      legend: z.strictObject({ isVisible: z.boolean(), position: filled }),
      valueLabels: z.enum(['hide', 'show']),
      layers: z
        .array(
          z.strictObject({
            ...layer,
            seriesType: series,
            xAccessor: filled,
            accessors: z.array(filled).min(1),
            splitAccessor: filled.optional(),
          }),
        )
        .length(1),
    }),
  }),
]);
export type ChartShape = z.infer<typeof Charts>;

const State = z.strictObject({
  visualization: z.unknown(),
  query,
  filters: z.array(z.unknown()),
  internalReferences: z.array(z.unknown()),
  adHocDataViews: z.strictObject({}),
  datasourceStates: z.strictObject({
    formBased: z.strictObject({
      layers: z.record(
        filled,
        z.strictObject({
          columnOrder: z.array(filled).min(1),
          columns: z.record(filled, ColumnShape),
          incompleteColumns: z.strictObject({}),
          sampling: z.literal(1),
        }),
      ),
    }),
  }),
});

export const LensShape = z
  .strictObject({
    title: filled,
    type: z.literal('lens'),
    visualizationType: filled,
    references: z.array(ReferenceShape).min(1),
    state: State,
  })
  .transform((lens, context) => {
    const { visualizationType, state } = lens;
    const chart = Charts.safeParse({ visualizationType, visualization: state.visualization });
    if (chart.success) return { ...lens, chart: chart.data };
    for (const { path, message } of chart.error.issues)
      context.addIssue({ code: 'custom', path: ['state', ...path], message });
    return z.NEVER;
  });
export type LensShape = z.infer<typeof LensShape>;
export type LensLayer = LensShape['state']['datasourceStates']['formBased']['layers'][string];
