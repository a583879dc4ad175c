// The shape of our maps: points of a data view, sized by a join, without a base map from elsewhere.
import { z } from 'zod';

const filled = z.string().min(1);

export const MapShape = z.strictObject({
  title: filled,
  description: z.string(),
  mapStateJSON: z.string(),
  uiStateJSON: z.string(),
  layerListJSON: z.string(),
});

const Static = z.strictObject({
  type: z.literal('STATIC'),
  options: z.record(z.string(), z.union([z.string(), z.number()])),
});
const Dynamic = z.strictObject({
  type: z.literal('DYNAMIC'),
  options: z.strictObject({
    minSize: z.int().min(1),
    maxSize: z.int().max(128),
    field: z.strictObject({ name: filled, origin: z.literal('join') }),
    fieldMetaOptions: z.strictObject({ isEnabled: z.boolean(), sigma: z.number() }),
  }),
});

export const LayerShape = z.strictObject({
  id: filled,
  label: filled,
  // An EMS_TMS base map would ask a host of Elastic.
  type: z.literal('GEOJSON_VECTOR'),
  visible: z.boolean(),
  alpha: z.number().min(0).max(1),
  minZoom: z.int(),
  maxZoom: z.int(),
  includeInFitToBounds: z.boolean(),
  sourceDescriptor: z.strictObject({
    type: z.literal('ES_SEARCH'),
    id: filled,
    geoField: filled,
    scalingType: z.literal('LIMIT'),
    tooltipProperties: z.array(filled),
    filterByMapBounds: z.boolean(),
    applyGlobalQuery: z.boolean(),
    applyGlobalTime: z.boolean(),
    indexPatternRefName: filled,
  }),
  joins: z
    .array(
      z.strictObject({
        leftField: filled,
        right: z.strictObject({
          type: z.literal('ES_TERM_SOURCE'),
          id: filled,
          term: filled,
          size: z.int().min(1).max(10_000),
          metrics: z.array(z.strictObject({ type: z.literal('count'), label: filled })).length(1),
          applyGlobalQuery: z.boolean(),
          applyGlobalTime: z.boolean(),
          indexPatternRefName: filled,
        }),
      }),
    )
    .length(1),
  style: z.strictObject({
    type: z.literal('VECTOR'),
    isTimeAware: z.boolean(),
    properties: z.strictObject({
      fillColor: Static,
      lineColor: Static,
      lineWidth: Static,
      symbolizeAs: z.strictObject({ options: z.strictObject({ value: z.literal('circle') }) }),
      iconSize: Dynamic,
    }),
  }),
});
export type LayerShape = z.infer<typeof LayerShape>;
export const LayersShape = z.array(LayerShape).min(1);
