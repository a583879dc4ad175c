// An import file that breaks no rule → every panel's, control's, search's and map's question asked of Elasticsearch.
import { z } from 'zod';
import { embedded, shaped } from '../rules/fault.ts';
import { LensShape } from '../rules/lens-shapes.ts';
import { type LayerShape, LayersShape, MapShape } from '../rules/map-shapes.ts';
import {
  ControlsShape,
  DashboardShape,
  PanelShape,
  SearchShape,
  SearchSourceShape,
} from '../rules/shapes.ts';
import type { SavedObject } from '../saved-object.ts';
import { parseKql } from './kql.ts';
import { type Time, askLens, fieldFault, timeFilter } from './lens.ts';
import type { Ask, Finding } from './ports.ts';
import { type View, readViews } from './views.ts';

type Scene = { objects: readonly SavedObject[]; views: ReadonlyMap<string, View>; ask: Ask };
export type Report = { asked: number; findings: Finding[] };

/** Documents that Elasticsearch gives in one answer to a map. */
const MAP_LIMIT = 10_000;

export async function checkQuestions(objects: readonly SavedObject[], ask: Ask): Promise<Report> {
  const { views, findings } = await readViews(objects, ask);
  const report: Report = { asked: 0, findings };
  const scene = { objects, views, ask };
  for (const object of objects) {
    if (object.type === 'dashboard') await checkDashboard(scene, object, report);
    if (object.type === 'search') await checkSearch(scene, object, report);
    if (object.type === 'map') await checkMap(scene, object, report);
  }
  return report;
}

/** What the rules have let through has these shapes: a fault here is ours. */
const read = <S extends z.ZodType>(shape: S, text: string): z.infer<S> =>
  must(embedded(shape, text, 'shape', () => {}));
function must<T>(value: T | null): T {
  if (value === null) throw new Error('the file was not checked by its rules first');
  return value;
}

function viewOf({ objects, views }: Scene, owner: SavedObject, name: string): View | string {
  const reference = owner.references.find((one) => one.name === name);
  const view = views.get(reference?.id ?? '');
  const known = objects.some(({ id }) => id === reference?.id);
  return view ?? (known ? 'its data view cannot be read' : `it has no data view: ${name}`);
}

async function checkDashboard(scene: Scene, object: SavedObject, report: Report): Promise<void> {
  const dashboard = must(shaped(DashboardShape, object.attributes, 'shape', () => {}));
  const time = { from: dashboard.timeFrom, to: dashboard.timeTo };
  for (const panel of read(z.array(PanelShape), dashboard.panelsJSON)) {
    if (panel.type !== 'lens') continue;
    const lens = LensShape.parse(panel.embeddableConfig.attributes);
    for (const [id, layer] of Object.entries(lens.state.datasourceStates.formBased.layers)) {
      const name = `${panel.panelIndex}:indexpattern-datasource-layer-${id}`;
      const view = viewOf(scene, object, name);
      const where = lens.state.query.query;
      const reasons =
        typeof view === 'string' ? [view] : await askLens({ layer, where, view, time }, scene.ask);
      note(report, `${object.id}/${panel.panelIndex}`, reasons);
    }
  }
  const controls = read(ControlsShape, dashboard.controlGroupInput.panelsJSON);
  for (const [id, { explicitInput }] of Object.entries(controls)) {
    const view = viewOf(scene, object, `controlGroup_${id}:optionsListDataView`);
    const reasons =
      typeof view === 'string'
        ? [view]
        : await askField(scene.ask, view, explicitInput.fieldName, time);
    note(report, `${object.id}/${id}`, reasons);
  }
}

function note(report: Report, place: string, reasons: readonly string[]): void {
  report.asked += 1;
  for (const reason of reasons) report.findings.push({ place, reason });
}

/** What an options list offers. */
async function askField(ask: Ask, view: View, field: string, time: Time): Promise<string[]> {
  const faults = fieldFault(view.fields, field, null);
  if (faults.length > 0) return faults;
  const values = await valuesOf(ask, view, { field, size: 10, time });
  return values.length === 0 ? [`field ${field} is empty`] : [];
}

const Buckets = z.object({
  buckets: z.array(z.object({ key: z.union([z.string(), z.number()]) })),
});

async function valuesOf(
  ask: Ask,
  view: View,
  { field, size, time }: { field: string; size: number; time: Time | null },
): Promise<string[]> {
  const query = { bool: { filter: time === null ? [] : timeFilter(view, time) } };
  const aggs = { values: { terms: { field, size } } };
  const { aggregations } = await ask.search(view.index, { size: 0, query, aggs });
  return Buckets.parse(aggregations['values']).buckets.map(({ key }) => String(key));
}

async function checkSearch(scene: Scene, object: SavedObject, report: Report): Promise<void> {
  const search = must(shaped(SearchShape, object.attributes, 'shape', () => {}));
  const source = read(SearchSourceShape, search.kibanaSavedObjectMeta.searchSourceJSON);
  const view = viewOf(scene, object, source.indexRefName);
  if (typeof view === 'string') return note(report, object.id, [view]);
  const missing = [...search.columns, ...search.sort.map(([field]) => field)].filter(
    (name) => view.fields[name] === undefined,
  );
  const unsortable = search.sort.flatMap(([field]) => fieldFault(view.fields, field, null));
  if (missing.length + unsortable.length > 0)
    return note(report, object.id, [
      ...missing.map((name) => `field ${name} does not exist`),
      ...unsortable,
    ]);
  const where = parseKql(source.query.query);
  if (!where.ok) return note(report, object.id, [where.error]);
  const sort = search.sort.map(([field, order]) => ({ [field]: order }));
  const { total } = await scene.ask.search(view.index, { size: 1, sort, query: where.value.query });
  note(report, object.id, total === 0 ? ['no document answers its question'] : []);
}

async function checkMap(scene: Scene, object: SavedObject, report: Report): Promise<void> {
  const map = must(shaped(MapShape, object.attributes, 'shape', () => {}));
  for (const [n, layer] of read(LayersShape, map.layerListJSON).entries()) {
    const points = viewOf(scene, object, `layer_${n}_source_index_pattern`);
    const joined = viewOf(scene, object, `layer_${n}_join_0_index_pattern`);
    const reasons =
      typeof points === 'string' || typeof joined === 'string'
        ? [points, joined].filter((one) => typeof one === 'string')
        : await askLayer(scene.ask, layer, points, joined);
    note(report, `${object.id}/${layer.id}`, reasons);
  }
}

async function askLayer(
  ask: Ask,
  layer: LayerShape,
  points: View,
  joined: View,
): Promise<string[]> {
  const { geoField, tooltipProperties } = layer.sourceDescriptor;
  const { leftField = '', right } = layer.joins[0] ?? {};
  const { term = '', size = 0 } = right ?? {};
  const types = Object.keys(points.fields[geoField] ?? {});
  const faults = [
    ...(types.some((type) => type === 'geo_point' || type === 'geo_shape')
      ? []
      : [`field ${geoField} is no place`]),
    ...tooltipProperties
      .filter((name) => points.fields[name] === undefined)
      .map((name) => `field ${name} does not exist`),
    ...fieldFault(points.fields, leftField, null),
    ...fieldFault(joined.fields, term, null),
  ];
  if (faults.length > 0) return faults;
  const left = new Set(
    await valuesOf(ask, points, { field: leftField, size: MAP_LIMIT, time: null }),
  );
  const values = await valuesOf(ask, joined, { field: term, size: size + 1, time: null });
  if (values.length === 0) return [`field ${term} is empty`];
  if (values.length > size) return [`${term} has more than the ${size} values that the join takes`];
  // A source or an article may be of a whole province; a value that is no region at all is a fault.
  const strangers = values.filter((value) => !left.has(value));
  return strangers.length === 0
    ? []
    : [`${term} has ${strangers.slice(0, 3).join(', ')}, which ${leftField} has not`];
}
