// A map's source → its saved object: points of a data view, sized by a join. Without base map: it draws offline.
import type { SavedObject } from '../saved-object.ts';
import { savedObject, stable, tagReference } from '../saved-object.ts';
import type { MapSource, TimeRange } from '../spec.ts';

type Layer = MapSource['layers'][number];

export function mapObject(
  { id, title, description, layers }: MapSource,
  time: TimeRange,
  tag: string,
): SavedObject {
  return savedObject(
    'map',
    id,
    {
      title,
      description,
      mapStateJSON: stable({
        zoom: 4.2,
        center: { lon: 118, lat: -2.3 },
        timeFilters: time,
        refreshConfig: { isPaused: true, interval: 0 },
        query: { query: '', language: 'kuery' },
        filters: [],
        settings: { autoFitToDataBounds: false },
      }),
      uiStateJSON: stable({ isLayerTOCOpen: true, openTOCDetails: [] }),
      layerListJSON: stable(layers.map(layerOf)),
    },
    [
      ...layers.flatMap(({ view, join }, n) => [
        { type: 'index-pattern', id: view, name: `layer_${n}_source_index_pattern` },
        { type: 'index-pattern', id: join.view, name: `layer_${n}_join_0_index_pattern` },
      ]),
      tagReference(tag),
    ],
  );
}

function layerOf({ id, label, point, tooltip, join, color, sizes }: Layer, n: number): object {
  const [minSize, maxSize] = sizes;
  const fixed = (value: string | number, key: string): object => ({
    type: 'STATIC',
    options: { [key]: value },
  });
  return {
    id,
    label,
    type: 'GEOJSON_VECTOR',
    visible: true,
    alpha: 0.75,
    minZoom: 0,
    maxZoom: 24,
    includeInFitToBounds: true,
    sourceDescriptor: {
      type: 'ES_SEARCH',
      id: `${id}-source`,
      geoField: point,
      scalingType: 'LIMIT',
      tooltipProperties: tooltip,
      filterByMapBounds: false,
      applyGlobalQuery: false,
      applyGlobalTime: false,
      indexPatternRefName: `layer_${n}_source_index_pattern`,
    },
    joins: [joinOf(id, label, join, n)],
    style: {
      type: 'VECTOR',
      isTimeAware: true,
      properties: {
        fillColor: fixed(color, 'color'),
        lineColor: fixed('#ffffff', 'color'),
        lineWidth: fixed(1, 'size'),
        symbolizeAs: { options: { value: 'circle' } },
        iconSize: {
          type: 'DYNAMIC',
          options: {
            minSize,
            maxSize,
            field: { name: `__kbnjoin__count__${id}`, origin: 'join' },
            fieldMetaOptions: { isEnabled: true, sigma: 3 },
          },
        },
      },
    },
  };
}

const joinOf = (id: string, label: string, join: Layer['join'], n: number): object => ({
  leftField: join.left,
  right: {
    type: 'ES_TERM_SOURCE',
    id,
    term: join.right,
    size: join.size,
    metrics: [{ type: 'count', label }],
    applyGlobalQuery: true,
    applyGlobalTime: true,
    indexPatternRefName: `layer_${n}_join_0_index_pattern`,
  },
});
