// The import file: the same bytes each time, no rule broken; and copies of it that are broken, each refused by its rule.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildObjects, readSources, toNdjson } from '../../../dashboards/kibana/build.ts';
import { checkFile } from '../../../dashboards/kibana/rules/check.ts';
import { type SavedObject, stable } from '../../../dashboards/kibana/saved-object.ts';
import { ROOT } from '../../../cli/paths.ts';

const build = (prefix = 'pantau'): SavedObject[] => buildObjects(readSources(), prefix);

test('a rebuild gives the committed file, byte for byte', () => {
  const committed = readFileSync(join(ROOT, 'dashboards/kibana/pantau.gen.ndjson'), 'utf8');
  expect(toNdjson(build())).toBe(committed);
  expect(toNdjson(build())).toBe(toNdjson(build()));
});

test('no rule is broken, whatever the prefix of the indices', () => {
  expect(checkFile(toNdjson(build())).faults).toEqual([]);
  const other = checkFile(toNdjson(build('bawaslu-kaltim')));
  expect(other.faults).toEqual([]);
  expect(other.objects.find(({ id }) => id === 'pantau-artikel')?.attributes['title']).toBe(
    'bawaslu-kaltim-articles',
  );
});

test('it has four data views, a saved search, a map and three dashboards that lead to each other', () => {
  const objects = build();
  const count = (type: string): number => objects.filter((object) => object.type === type).length;
  expect(['index-pattern', 'search', 'map', 'dashboard', 'tag'].map(count)).toEqual([
    4, 1, 1, 3, 1,
  ]);
  const ids = objects.filter(({ type }) => type === 'dashboard').map(({ id }) => id);
  for (const { id, references } of objects.filter(({ type }) => type === 'dashboard')) {
    const drilldowns = references.filter(({ name }) => name.includes(':drilldown:'));
    expect(drilldowns.length).toBeGreaterThan(0);
    const reached = new Set(
      references.filter(({ type }) => type === 'dashboard').map((one) => one.id),
    );
    expect([...reached].sort()).toEqual(ids.filter((other) => other !== id).sort());
  }
});

test('each opens with the local day of all zones: before 07:00 in the west, UTC has yesterday', () => {
  const times = build().flatMap(({ type, attributes }) => {
    if (type === 'dashboard') return [attributes['timeTo']];
    if (type !== 'map') return [];
    const state: Json = JSON.parse(String(attributes['mapStateJSON']));
    return [state.timeFilters.to];
  });
  expect(times).toEqual(Array.from({ length: 4 }, () => 'now+9h'));
});

type Json = any; // oxlint-disable-line typescript/no-explicit-any -- broken on purpose, in any way

/** The file with one object changed. */
function broken(id: string, change: (object: Json) => void): string {
  const objects: Json[] = structuredClone(build());
  const object = objects.find((one) => one.id === id);
  change(object);
  return objects.map((one) => `${stable(one)}\n`).join('');
}

/** Changes what stands as text within an attribute. */
function within(text: string, change: (value: Json) => void): string {
  const value: Json = JSON.parse(text);
  change(value);
  return stable(value);
}

const panels =
  (change: (panels: Json) => void) =>
  ({ attributes }: Json): void => {
    attributes.panelsJSON = within(attributes.panelsJSON, change);
  };
const panel = (id: string, change: (panel: Json) => void): ((object: Json) => void) =>
  panels((all: Json[]) => change(all.find(({ panelIndex }) => panelIndex === id)));
const lens = (
  id: string,
  change: (layer: Json, attributes: Json) => void,
): ((object: Json) => void) =>
  panel(id, ({ embeddableConfig: { attributes } }) =>
    change(attributes.state.datasourceStates.formBased.layers.layer, attributes),
  );
const controls =
  (change: (controls: Json) => void) =>
  ({ attributes: { controlGroupInput: group } }: Json): void => {
    group.panelsJSON = within(group.panelsJSON, change);
  };
const layers =
  (change: (layers: Json) => void) =>
  ({ attributes }: Json): void => {
    attributes.layerListJSON = within(attributes.layerListJSON, change);
  };
const dropReference =
  (name: string) =>
  (object: Json): void => {
    object.references = object.references.filter((one: Json) => !one.name.startsWith(name));
  };

const R = 'pantau-ringkasan';
const BROKEN: [name: string, rule: string, id: string, change: (object: Json) => void][] = [
  ['a root key that Kibana does not know', 'root', R, (o) => (o.extra = 1)],
  ['a type that Kibana does not know', 'root', R, (o) => (o.type = 'dashbord')],
  [
    'no typeMigrationVersion: every migration since the start would run',
    'root',
    R,
    (o) => delete o.typeMigrationVersion,
  ],
  ['a version of a newer Kibana', 'version', R, (o) => (o.typeMigrationVersion = '99.0.0')],
  ['the same object twice', 'twice', 'pantau-artikel', (o) => (o.id = 'pantau-cakupan')],
  ['a reference to nothing', 'reference', R, (o) => (o.references[0].id = 'gone')],
  [
    'a reference that nothing uses',
    'reference',
    R,
    (o) => o.references.push({ type: 'tag', id: 'pantau', name: 'x' }),
  ],
  ['a reference name twice', 'reference', R, (o) => o.references.push(o.references[0])],
  ['a data view without an index', 'data-view', 'pantau-artikel', (o) => (o.attributes.title = '')],
  ['panels that are no JSON text', 'panel', R, (o) => (o.attributes.panelsJSON = '[{')],
  [
    'panels as objects, not as text',
    'dashboard',
    R,
    (o) => (o.attributes.panelsJSON = JSON.parse(o.attributes.panelsJSON)),
  ],
  ['a grid place of another panel', 'grid', R, panel('artikel', (p) => (p.gridData.i = 'naskah'))],
  ['a panel over another', 'grid', R, panel('naskah', (p) => (p.gridData.x = 5))],
  ['a panel wider than the grid', 'grid', R, panel('terbaru', (p) => (p.gridData.x = 1))],
  ['a section that is not there', 'panel', R, panel('tren', (p) => (p.gridData.sectionId = 's'))],
  [
    'a panel by value and by reference',
    'panel',
    R,
    panel('tren', (p) => (p.embeddableConfig.savedObjectId = 'x')),
  ],
  ['a panel without panelRefName', 'panel', R, panel('terbaru', (p) => delete p.panelRefName)],
  ['a wrong panelRefName', 'panel', R, panel('terbaru', (p) => (p.panelRefName = 'panel_0'))],
  ['a saved-search panel without its reference', 'reference', R, dropReference('terbaru:panel_')],
  [
    'a chart without its own reference',
    'lens-reference',
    R,
    lens('tren', (_l, a) => (a.references[0].name = 'layer')),
  ],
  [
    'a chart without its reference in the dashboard',
    'lens-reference',
    R,
    dropReference('tren:indexpattern'),
  ],
  [
    'chart and dashboard with different data views',
    'lens-reference',
    R,
    lens('tren', (_l, a) => (a.references[0].id = 'pantau-cakupan')),
  ],
  ['a column in no order', 'lens-columns', R, lens('tren', (l) => l.columnOrder.pop())],
  ['a measure before the buckets', 'lens-columns', R, lens('tren', (l) => l.columnOrder.reverse())],
  [
    'ordered by a column that is not there',
    'lens-order',
    R,
    lens('tren', (l) => (l.columns['bucket-0'].params.orderBy.columnId = 'x')),
  ],
  [
    'an operation that Lens does not know',
    'lens',
    R,
    lens('tren', (l) => (l.columns['measure-0'].operationType = 'unique')),
  ],
  [
    'a count of a field',
    'lens',
    R,
    lens('tren', (l) => (l.columns['measure-0'].operationType = 'count')),
  ],
  [
    'it draws a column that is not there',
    'lens-accessor',
    R,
    lens('tren', (_l, a) => (a.state.visualization.layers[0].accessors = ['m'])),
  ],
  [
    'it draws a layer that is not there',
    'lens-layer',
    R,
    lens('artikel', (_l, a) => (a.state.visualization.layerId = 'other')),
  ],
  [
    'a chart of an unknown kind',
    'lens',
    R,
    lens('artikel', (_l, a) => (a.visualizationType = 'lnsChoropleth')),
  ],
  [
    'a query that is no KQL',
    'lens',
    R,
    lens('tren', (_l, a) => (a.state.query.language = 'lucene')),
  ],
  [
    'a control without a data view: Kibana drops it',
    'control',
    R,
    controls((c) => (c.jenis.explicitInput.dataViewId = '')),
  ],
  [
    'a control without a field: Kibana drops it',
    'control',
    R,
    controls((c) => (c.jenis.explicitInput.fieldName = '')),
  ],
  ['a control without its reference', 'reference', R, dropReference('controlGroup_jenis')],
  ['two controls in one place', 'control', R, controls((c) => (c.jenis.order = 0))],
  ['a drill-down without its reference', 'reference', R, dropReference('pemilihan:drilldown')],
  [
    'a drill-down that leads to a map',
    'reference',
    R,
    (o) =>
      Object.assign(
        o.references.find((one: Json) => one.name.includes(':drilldown:')),
        { type: 'map', id: 'pantau-peta-wilayah' },
      ),
  ],
  [
    'a link with another reference name',
    'link',
    R,
    panel(
      'navigasi',
      (p) => (p.embeddableConfig.attributes.links[0].destinationRefName = 'link_0'),
    ),
  ],
  [
    'a search with a key that Kibana forbids',
    'search',
    'pantau-artikel-terbaru',
    (o) => (o.attributes.extra = 1),
  ],
  [
    'a search without its data view',
    'reference',
    'pantau-artikel-terbaru',
    dropReference('kibanaSavedObjectMeta'),
  ],
  [
    'a map layer with another reference name',
    'map-reference',
    'pantau-peta-wilayah',
    layers((l) => (l[1].sourceDescriptor.indexPatternRefName = 'layer_0_source_index_pattern')),
  ],
  [
    'a map sized by what no join gives',
    'map-style',
    'pantau-peta-wilayah',
    layers((l) => (l[0].style.properties.iconSize.options.field.name = 'count')),
  ],
  [
    'a base map from elsewhere',
    'map-layer',
    'pantau-peta-wilayah',
    layers((l) => (l[0].type = 'EMS_VECTOR_TILE')),
  ],
  [
    'a map join without its data view',
    'reference',
    'pantau-peta-wilayah',
    dropReference('layer_1_join_0'),
  ],
];

describe('broken copies are refused', () => {
  test.for(BROKEN)('%s', ([, rule, id, change]) => {
    const { faults } = checkFile(broken(id, change));
    expect(faults.map((fault) => fault.rule)).toContain(rule);
    expect(faults.every(({ object, reason }) => object !== '' && reason !== '')).toBe(true);
  });

  test('a cut file', () => {
    expect(checkFile(toNdjson(build()).slice(0, -10)).faults).not.toEqual([]);
  });
});
