// A panel that counts → the attributes of a Lens chart: one layer, its columns, and how they are drawn.
import type { Reference } from '../saved-object.ts';
import type { Bucket, LensPanel, Measure } from '../spec.ts';

const LAYER = 'layer';
const KIBANA_TYPES = {
  metric: 'lnsMetric',
  xy: 'lnsXY',
  table: 'lnsDatatable',
  heatmap: 'lnsHeatmap',
} as const satisfies Record<LensPanel['kind'], string>;

export function lensAttributes(panel: LensPanel): {
  attributes: Record<string, unknown>;
  references: Reference[];
} {
  const references: Reference[] = [
    { type: 'index-pattern', id: panel.view, name: `indexpattern-datasource-layer-${LAYER}` },
  ];
  const columns = [...bucketsOf(panel).map(bucketColumn), ...measuresOf(panel).map(measureColumn)];
  const attributes = {
    title: panel.title,
    visualizationType: KIBANA_TYPES[panel.kind],
    type: 'lens',
    references,
    state: {
      visualization: visualization(panel),
      query: { query: panel.where, language: 'kuery' },
      filters: [],
      internalReferences: [],
      adHocDataViews: {},
      datasourceStates: {
        formBased: {
          layers: {
            [LAYER]: {
              columnOrder: columns.map(([id]) => id),
              columns: Object.fromEntries(columns),
              incompleteColumns: {},
              sampling: 1,
            },
          },
        },
      },
    },
  };
  return { attributes, references };
}

/** From the outside in: an XY chart is first split, then drawn over x. */
function bucketsOf(panel: LensPanel): Bucket[] {
  switch (panel.kind) {
    case 'metric':
      return [];
    case 'xy':
      return panel.split === undefined ? [panel.x] : [panel.split, panel.x];
    case 'table':
      return panel.rows;
    case 'heatmap':
      return [panel.y, panel.x];
    default:
      return panel satisfies never;
  }
}

const measuresOf = (panel: LensPanel): Measure[] =>
  'measures' in panel ? panel.measures : [panel.measure];

type Column = [id: string, column: Record<string, unknown>];

const bucketId = (n: number): string => `bucket-${n}`;
const measureId = (n: number): string => `measure-${n}`;

function bucketColumn({ label, by, top }: Bucket, n: number): Column {
  const common = { label, customLabel: true, isBucketed: true, sourceField: by };
  if (top === undefined)
    return [
      bucketId(n),
      {
        ...common,
        dataType: 'date',
        operationType: 'date_histogram',
        scale: 'interval',
        params: { interval: 'auto', includeEmptyRows: false, dropPartials: false },
      },
    ];
  return [
    bucketId(n),
    {
      ...common,
      dataType: 'string',
      operationType: 'terms',
      scale: 'ordinal',
      params: {
        size: top,
        orderBy: { type: 'column', columnId: measureId(0) },
        orderDirection: 'desc',
        otherBucket: false,
        missingBucket: false,
        parentFormat: { id: 'terms' },
      },
    },
  ];
}

function measureColumn({ label, op, of, where }: Measure, n: number): Column {
  return [
    measureId(n),
    {
      label,
      customLabel: true,
      isBucketed: false,
      dataType: 'number',
      operationType: op,
      scale: 'ratio',
      sourceField: of ?? '___records___',
      params: { emptyAsNull: true },
      ...(where === undefined ? {} : { filter: { query: where, language: 'kuery' } }),
    },
  ];
}

function visualization(panel: LensPanel): Record<string, unknown> {
  const layer = { layerId: LAYER, layerType: 'data' };
  switch (panel.kind) {
    case 'metric':
      return { ...layer, metricAccessor: measureId(0) };
    case 'table':
      return { ...layer, columns: tableColumns(panel), paging: { enabled: true, size: 20 } };
    case 'heatmap':
      return { ...layer, ...HEATMAP };
    case 'xy': {
      const split = panel.split !== undefined;
      return {
        preferredSeriesType: panel.series,
        legend: { isVisible: split || panel.measures.length > 1, position: 'bottom' },
        valueLabels: 'hide',
        layers: [
          {
            ...layer,
            seriesType: panel.series,
            accessors: panel.measures.map((_, n) => measureId(n)),
            xAccessor: bucketId(split ? 1 : 0),
            ...(split ? { splitAccessor: bucketId(0) } : {}),
          },
        ],
      };
    }
    default:
      return panel satisfies never;
  }
}

const tableColumns = (panel: Extract<LensPanel, { kind: 'table' }>): { columnId: string }[] => [
  ...panel.rows.map((_, n) => ({ columnId: bucketId(n) })),
  ...panel.measures.map((_, n) => ({ columnId: measureId(n) })),
];

const HEATMAP = {
  shape: 'heatmap',
  yAccessor: bucketId(0),
  xAccessor: bucketId(1),
  valueAccessor: measureId(0),
  legend: { type: 'heatmap_legend', isVisible: true, position: 'right' },
  gridConfig: {
    type: 'heatmap_grid',
    isCellLabelVisible: false,
    isYAxisLabelVisible: true,
    isXAxisLabelVisible: true,
    isYAxisTitleVisible: false,
    isXAxisTitleVisible: false,
  },
};
