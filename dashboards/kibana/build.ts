// The readable sources → the saved objects of Kibana, and the import file. The same sources give the same bytes.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dashboardObject } from './compile/dashboard.ts';
import { mapObject } from './compile/map.ts';
import { type SavedObject, savedObject, stable, tagReference } from './saved-object.ts';
import { Dashboard, type SearchSource, Sources } from './spec.ts';

const FOLDER = join(import.meta.dirname, 'sources');

/** Reads sources/: shared.yaml, and every other file as a dashboard. Throws ZodError for what they may not say. */
export function readSources(): Sources {
  const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const dashboards = names
    .filter((name) => name !== 'shared.yaml')
    .map((name) => Dashboard.parse(read(name)));
  return Sources.parse({ ...Object(read('shared.yaml')), dashboards });
}

/** In an order in which each object comes after those that it refers to, dashboards excepted, which refer to each other. */
export function buildObjects(sources: Sources, indexPrefix: string): SavedObject[] {
  const { time, tag, dataViews, searches, maps, dashboards } = sources;
  const { id: tagId, ...tagAttributes } = tag;
  return [
    savedObject('tag', tagId, tagAttributes, []),
    ...dataViews.map(({ id, index, name, time: timeField }) =>
      savedObject(
        'index-pattern',
        id,
        {
          title: `${indexPrefix}-${index}`,
          name,
          ...(timeField === null ? {} : { timeFieldName: timeField }),
        },
        [],
      ),
    ),
    ...searches.map((search) => searchObject(search, tagId)),
    ...maps.map((map) => mapObject(map, time, tagId)),
    ...dashboards.map((dashboard) => dashboardObject(dashboard, time, tagId)),
  ];
}

/** One object a line. */
export const toNdjson = (objects: readonly SavedObject[]): string =>
  objects.map((object) => `${stable(object)}\n`).join('');

function searchObject(search: SearchSource, tag: string): SavedObject {
  const { id, title, description, view, columns, sort, where } = search;
  const indexRefName = 'kibanaSavedObjectMeta.searchSourceJSON.index';
  return savedObject(
    'search',
    id,
    {
      title,
      description,
      columns,
      sort,
      grid: {},
      hideChart: false,
      isTextBasedQuery: false,
      timeRestore: false,
      kibanaSavedObjectMeta: {
        searchSourceJSON: stable({
          query: { query: where, language: 'kuery' },
          filter: [],
          indexRefName,
        }),
      },
    },
    [{ type: 'index-pattern', id: view, name: indexRefName }, tagReference(tag)],
  );
}
