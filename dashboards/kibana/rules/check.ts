// An import file → every rule that it breaks. Kibana's own import checks little of it: much would only fail on the screen.
import { CORE_VERSION, type Reference, type SavedObject, TYPE_VERSIONS } from '../saved-object.ts';
import { checkDashboard } from './dashboard-rules.ts';
import { type Fault, type Faults, embedded, shaped } from './fault.ts';
import { LayersShape, MapShape } from './map-shapes.ts';
import { DataViewShape, RootShape, SearchShape, SearchSourceShape, TagShape } from './shapes.ts';

export type Checked = { objects: SavedObject[]; faults: Fault[] };

/** `text` is the file. Objects that break a rule of their outer shape are not among the `objects`. */
export function checkFile(text: string): Checked {
  const faults: Fault[] = [];
  const objects: SavedObject[] = [];
  if (text !== '' && !text.endsWith('\n'))
    faults.push({ object: 'file', rule: 'line', reason: 'the last line does not end' });
  for (const [n, line] of text.split('\n').slice(0, -1).entries()) {
    const add = faultsOf(faults, `line ${n + 1}`);
    const object = embedded(RootShape, line, 'root', add);
    if (object !== null) objects.push(object);
  }
  const known = new Set<string>();
  for (const object of objects) {
    const key = keyOf(object);
    const add = faultsOf(faults, key);
    if (known.has(key)) add('twice', 'the same type and id stand in the file twice');
    known.add(key);
  }
  for (const object of objects) checkObject(object, known, faultsOf(faults, keyOf(object)));
  return { objects, faults };
}

const faultsOf =
  (faults: Fault[], object: string): Faults =>
  (rule, reason) => {
    faults.push({ object, rule, reason });
  };

export const keyOf = ({ type, id }: { type: string; id: string }): string => `${type}/${id}`;

function checkObject(object: SavedObject, known: ReadonlySet<string>, faults: Faults): void {
  if (object.coreMigrationVersion !== CORE_VERSION)
    faults(
      'version',
      `coreMigrationVersion is ${object.coreMigrationVersion}, not ${CORE_VERSION}`,
    );
  const version = TYPE_VERSIONS[object.type];
  if (object.typeMigrationVersion !== version)
    faults('version', `typeMigrationVersion is ${object.typeMigrationVersion}, not ${version}`);
  const used = checkAttributes(object, faults);
  checkReferences(object, { known, used }, faults);
}

/** Returns the names of the references that the attributes use, with the type that each must have. */
function checkAttributes(object: SavedObject, faults: Faults): Map<string, string> {
  const used = new Map<string, string>();
  switch (object.type) {
    case 'tag':
      shaped(TagShape, object.attributes, 'tag', faults);
      break;
    case 'index-pattern':
      shaped(DataViewShape, object.attributes, 'data-view', faults);
      break;
    case 'search':
      checkSearch(object, faults, used);
      break;
    case 'map':
      checkMap(object, faults, used);
      break;
    case 'dashboard':
      checkDashboard(object, faults, used);
      break;
    default:
      object.type satisfies never;
  }
  return used;
}

function checkSearch({ attributes }: SavedObject, faults: Faults, used: Map<string, string>): void {
  const search = shaped(SearchShape, attributes, 'search', faults);
  if (search === null) return;
  const { searchSourceJSON } = search.kibanaSavedObjectMeta;
  const source = embedded(SearchSourceShape, searchSourceJSON, 'search', faults);
  if (source !== null) used.set(source.indexRefName, 'index-pattern');
}

function checkMap({ attributes }: SavedObject, faults: Faults, used: Map<string, string>): void {
  const map = shaped(MapShape, attributes, 'map', faults);
  if (map === null) return;
  const layers = embedded(LayersShape, map.layerListJSON, 'map-layer', faults) ?? [];
  for (const [n, { id, sourceDescriptor, joins, style }] of layers.entries()) {
    const names = [
      sourceDescriptor.indexPatternRefName,
      ...joins.map(({ right }) => right.indexPatternRefName),
    ];
    const wanted = [
      `layer_${n}_source_index_pattern`,
      ...joins.map((_, j) => `layer_${n}_join_${j}_index_pattern`),
    ];
    if (JSON.stringify(names) !== JSON.stringify(wanted))
      faults(
        'map-reference',
        `layer ${id} names ${names.join(', ')}, Kibana looks for ${wanted.join(', ')}`,
      );
    for (const name of wanted) used.set(name, 'index-pattern');
    const joined = joins.map(({ right }) => `__kbnjoin__count__${right.id}`);
    const { name } = style.properties.iconSize.options.field;
    if (!joined.includes(name))
      faults('map-style', `layer ${id} is sized by ${name}, which no join gives`);
  }
}

function checkReferences(
  { references }: SavedObject,
  { known, used }: { known: ReadonlySet<string>; used: ReadonlyMap<string, string> },
  faults: Faults,
): void {
  const names = new Map<string, Reference>();
  for (const reference of references) {
    const { name, type, id } = reference;
    if (names.has(name)) faults('reference', `${name} stands twice`);
    names.set(name, reference);
    if (!known.has(keyOf({ type, id })))
      faults('reference', `${name} leads to ${type}/${id}, which is not in the file`);
    const isTag = type === 'tag' && name === `tag-ref-${id}`;
    if (!isTag && used.get(name) === undefined) faults('reference', `${name} is used by nothing`);
  }
  for (const [name, type] of used) {
    const found = names.get(name);
    if (found === undefined) faults('reference', `${name} is missing`);
    else if (found.type !== type)
      faults('reference', `${name} leads to a ${found.type}, not to a ${type}`);
  }
}
