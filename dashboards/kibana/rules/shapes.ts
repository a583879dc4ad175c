// The shapes that Kibana 8.19 to 9.5 takes on import, as far as we use them; unknown keys are faults.
import { z } from 'zod';

const filled = z.string().min(1);
const query = z.strictObject({ query: z.string(), language: z.literal('kuery') });
export const ReferenceShape = z.strictObject({ name: filled, type: filled, id: filled });

export const RootShape = z.strictObject({
  type: z.enum(['tag', 'index-pattern', 'search', 'map', 'dashboard']),
  id: filled,
  attributes: z.record(z.string(), z.unknown()),
  references: z.array(ReferenceShape).max(10_000),
  coreMigrationVersion: filled,
  typeMigrationVersion: filled,
});

export const TagShape = z.strictObject({
  name: filled,
  description: z.string(),
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
});

export const DataViewShape = z.strictObject({
  title: filled,
  name: filled,
  timeFieldName: filled.optional(),
});

const searchSource = { query, filter: z.array(z.unknown()) };
const SearchMeta = z.strictObject({ searchSourceJSON: z.string() });

export const SearchShape = z.strictObject({
  title: filled,
  description: z.string(),
  columns: z.array(filled),
  sort: z.array(z.tuple([filled, z.enum(['asc', 'desc'])])),
  grid: z.strictObject({}),
  hideChart: z.boolean(),
  isTextBasedQuery: z.literal(false),
  timeRestore: z.boolean(),
  kibanaSavedObjectMeta: SearchMeta,
});
export const SearchSourceShape = z.strictObject({
  ...searchSource,
  indexRefName: z.literal('kibanaSavedObjectMeta.searchSourceJSON.index'),
});
export const DashboardSourceShape = z.strictObject(searchSource);

export const DashboardShape = z.strictObject({
  title: filled,
  description: z.string(),
  version: z.int(),
  timeRestore: z.literal(true),
  timeFrom: filled,
  timeTo: filled,
  optionsJSON: z.string(),
  panelsJSON: z.string(),
  kibanaSavedObjectMeta: SearchMeta,
  controlGroupInput: z.strictObject({
    panelsJSON: z.string(),
    ignoreParentSettingsJSON: z.string(),
    controlStyle: z.enum(['oneLine', 'twoLine']),
    chainingSystem: z.enum(['HIERARCHICAL', 'NONE']),
    showApplySelections: z.boolean(),
  }),
});

const cell = z.int().min(0);
const embeddable = { title: filled };
const frame = {
  panelIndex: filled,
  // No sectionId: one that does not exist drops the panel, and stamp 10.2.0 knows no sections.
  gridData: z.strictObject({ i: filled, x: cell, y: cell, w: z.int().min(1), h: z.int().min(1) }),
};

const EventShape = z.strictObject({
  eventId: filled,
  triggers: z.tuple([z.literal('FILTER_TRIGGER')]),
  action: z.strictObject({
    factoryId: z.literal('DASHBOARD_TO_DASHBOARD_DRILLDOWN'),
    name: filled,
    config: z.strictObject({
      useCurrentFilters: z.boolean(),
      useCurrentDateRange: z.boolean(),
      openInNewTab: z.boolean(),
    }),
  }),
});

export const LinkShape = z.strictObject({
  id: filled,
  label: filled,
  order: cell,
  type: z.literal('dashboardLink'),
  destinationRefName: filled,
});

export const PanelShape = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('lens'),
    ...frame,
    embeddableConfig: z.strictObject({
      ...embeddable,
      // By value: savedObjectId beside attributes breaks Kibana 9.3, and a strict shape refuses it.
      attributes: z.unknown(),
      enhancements: z.strictObject({
        dynamicActions: z.strictObject({ events: z.array(EventShape) }).optional(),
      }),
    }),
  }),
  z.strictObject({
    type: z.enum(['map', 'search']),
    ...frame,
    panelRefName: filled,
    embeddableConfig: z.strictObject(embeddable),
  }),
  z.strictObject({
    type: z.literal('links'),
    ...frame,
    embeddableConfig: z.strictObject({
      ...embeddable,
      hidePanelTitles: z.boolean(),
      attributes: z.strictObject({
        title: filled,
        layout: z.enum(['horizontal', 'vertical']),
        links: z.array(LinkShape).min(1),
      }),
    }),
  }),
]);
export type PanelShape = z.infer<typeof PanelShape>;

export const ControlsShape = z.record(
  filled,
  z.strictObject({
    order: cell,
    type: z.literal('optionsListControl'),
    width: z.enum(['small', 'medium', 'large']),
    grow: z.boolean(),
    explicitInput: z.strictObject({
      id: filled,
      // Kibana drops a control without them.
      dataViewId: filled,
      fieldName: filled,
      title: filled,
      searchTechnique: z.enum(['prefix', 'wildcard', 'exact']),
      selectedOptions: z.array(z.string()),
      sort: z.strictObject({ by: z.enum(['_count', '_key']), direction: z.enum(['asc', 'desc']) }),
    }),
  }),
);

export const IgnoreShape = z.strictObject({
  ignoreFilters: z.boolean(),
  ignoreQuery: z.boolean(),
  ignoreTimerange: z.boolean(),
  ignoreValidations: z.boolean(),
});
export const OptionsShape = z.strictObject({
  useMargins: z.boolean(),
  syncColors: z.boolean(),
  syncCursor: z.boolean(),
  syncTooltips: z.boolean(),
  hidePanelTitles: z.boolean(),
});
