// A Lens chart of a dashboard → what in it does not fit together: layers, columns, accessors and their references.
import type { Reference } from '../saved-object.ts';
import type { Faults } from './fault.ts';
import type { ChartShape, LensLayer, LensShape } from './lens-shapes.ts';

/** `panelIndex` names the panel; `references` are those of the dashboard. */
export function checkLens(
  lens: LensShape,
  panelIndex: string,
  references: readonly Reference[],
  faults: Faults,
): void {
  const { layers } = lens.state.datasourceStates.formBased;
  const entries = Object.entries(layers);
  if (entries.length !== 1) faults('lens-layer', `${panelIndex}: one layer is expected`);
  for (const [layerId, layer] of entries) {
    checkReferences(lens, { panelIndex, layerId }, references, faults);
    checkColumns(layer, panelIndex, faults);
    checkChart(lens.chart, { panelIndex, layerId, layer }, faults);
  }
}

/** Kibana finds the data view of a layer by this name alone, in the chart and, prefixed, in the dashboard. */
function checkReferences(
  lens: LensShape,
  { panelIndex, layerId }: { panelIndex: string; layerId: string },
  references: readonly Reference[],
  faults: Faults,
): void {
  const name = `indexpattern-datasource-layer-${layerId}`;
  const own = lens.references.find((one) => one.name === name && one.type === 'index-pattern');
  if (own === undefined)
    faults('lens-reference', `${panelIndex}: the chart has no reference ${name}`);
  const outer = references.find((one) => one.name === `${panelIndex}:${name}`);
  if (outer === undefined)
    faults('lens-reference', `the dashboard has no reference ${panelIndex}:${name}`);
  else if (own !== undefined && (own.id !== outer.id || own.type !== outer.type))
    faults('lens-reference', `${panelIndex}: chart and dashboard name different data views`);
}

function checkColumns(
  { columnOrder, columns }: LensLayer,
  panelIndex: string,
  faults: Faults,
): void {
  const known = Object.keys(columns).sort();
  if (JSON.stringify([...columnOrder].sort()) !== JSON.stringify(known))
    faults('lens-columns', `${panelIndex}: columnOrder and columns are not the same columns`);
  const bucketed = columnOrder.map((id) => columns[id]?.isBucketed === true);
  const firstMeasure = bucketed.indexOf(false);
  if (firstMeasure < 0) faults('lens-columns', `${panelIndex}: nothing is counted`);
  if (bucketed.lastIndexOf(true) > firstMeasure && firstMeasure >= 0)
    faults('lens-columns', `${panelIndex}: buckets come before measures`);
  for (const [id, column] of Object.entries(columns)) {
    if (column.operationType !== 'terms') continue;
    const { columnId } = column.params.orderBy;
    if (columns[columnId]?.isBucketed !== false)
      faults('lens-order', `${panelIndex}: ${id} is ordered by ${columnId}, which is no measure`);
  }
}

type Place = { panelIndex: string; layerId: string; layer: LensLayer };

function checkChart(chart: ChartShape, place: Place, faults: Faults): void {
  const { panelIndex, layerId, layer } = place;
  const drawn = drawnColumns(chart);
  const layerOf =
    chart.visualizationType === 'lnsXY'
      ? chart.visualization.layers[0]?.layerId
      : chart.visualization.layerId;
  if (layerOf !== layerId)
    faults(
      'lens-layer',
      `${panelIndex}: it draws layer ${layerOf ?? ''}, its columns are in ${layerId}`,
    );
  for (const { id, bucket } of drawn) {
    const column = layer.columns[id];
    if (column === undefined)
      faults('lens-accessor', `${panelIndex}: it draws ${id}, which is no column`);
    else if (bucket !== null && column.isBucketed !== bucket)
      faults('lens-accessor', `${panelIndex}: ${id} is ${bucket ? 'no bucket' : 'no measure'}`);
  }
  const undrawn = layer.columnOrder.filter((id) => !drawn.some((one) => one.id === id));
  if (undrawn.length > 0)
    faults('lens-accessor', `${panelIndex}: ${undrawn.join(', ')} is computed and not drawn`);
}

/** What the chart draws; `bucket` says what kind of column it must be, null where either does. */
function drawnColumns(chart: ChartShape): { id: string; bucket: boolean | null }[] {
  switch (chart.visualizationType) {
    case 'lnsMetric':
      return [{ id: chart.visualization.metricAccessor, bucket: false }];
    case 'lnsDatatable':
      return chart.visualization.columns.map(({ columnId }) => ({ id: columnId, bucket: null }));
    case 'lnsHeatmap': {
      const { xAccessor, yAccessor, valueAccessor } = chart.visualization;
      return [
        { id: xAccessor, bucket: true },
        { id: yAccessor, bucket: true },
        { id: valueAccessor, bucket: false },
      ];
    }
    case 'lnsXY':
      return chart.visualization.layers.flatMap(({ xAccessor, accessors, splitAccessor }) => [
        { id: xAccessor, bucket: true },
        ...accessors.map((id) => ({ id, bucket: false })),
        ...(splitAccessor === undefined ? [] : [{ id: splitAccessor, bucket: true }]),
      ]);
    default:
      return chart satisfies never;
  }
}
