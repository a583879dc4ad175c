// A dashboard's source → its saved object: panels, controls, drill-downs, and the reference that each of them needs.
import type { Reference, SavedObject } from '../saved-object.ts';
import { savedObject, stable, tagReference } from '../saved-object.ts';
import type { Dashboard, LensPanel, Panel, TimeRange } from '../spec.ts';
import { lensAttributes } from './lens.ts';

export function dashboardObject(
  dashboard: Dashboard,
  { from, to }: TimeRange,
  tag: string,
): SavedObject {
  const panels = dashboard.panels.map(panelOf);
  const controls = dashboard.controls.map((control, order) => ({ ...control, order }));
  return savedObject(
    'dashboard',
    dashboard.id,
    {
      title: dashboard.title,
      description: dashboard.description,
      version: 3,
      timeRestore: true,
      timeFrom: from,
      timeTo: to,
      optionsJSON: stable({
        useMargins: true,
        syncColors: true,
        syncCursor: true,
        syncTooltips: false,
        hidePanelTitles: false,
      }),
      kibanaSavedObjectMeta: {
        searchSourceJSON: stable({ query: { query: '', language: 'kuery' }, filter: [] }),
      },
      panelsJSON: stable(panels.map(({ panel }) => panel)),
      controlGroupInput: controlGroup(controls),
    },
    [
      ...panels.flatMap(({ references }) => references),
      ...controls.map(({ id, view }) => ({
        type: 'index-pattern',
        id: view,
        name: `controlGroup_${id}:optionsListDataView`,
      })),
      tagReference(tag),
    ],
  );
}

type Compiled = { panel: Record<string, unknown>; references: Reference[] };

function panelOf(panel: Panel): Compiled {
  const { id, title, at } = panel;
  const [x, y, w, h] = at;
  const frame = { panelIndex: id, gridData: { i: id, x, y, w, h } };
  switch (panel.kind) {
    case 'map':
    case 'search':
      return {
        panel: {
          ...frame,
          type: panel.kind,
          panelRefName: `panel_${id}`,
          embeddableConfig: { title },
        },
        references: [
          {
            type: panel.kind,
            id: panel.kind === 'map' ? panel.map : panel.search,
            name: `${id}:panel_${id}`,
          },
        ],
      };
    case 'links':
      return linksPanel(panel, frame);
    default:
      return lensPanel(panel, frame);
  }
}

type Frame = { panelIndex: string; gridData: object };

function lensPanel(panel: LensPanel, frame: Frame): Compiled {
  const { attributes, references } = lensAttributes(panel);
  const events = panel.drilldowns.map(({ id, label }) => ({
    eventId: id,
    triggers: ['FILTER_TRIGGER'],
    action: {
      factoryId: 'DASHBOARD_TO_DASHBOARD_DRILLDOWN',
      name: label,
      config: { useCurrentFilters: true, useCurrentDateRange: true, openInNewTab: false },
    },
  }));
  return {
    panel: {
      ...frame,
      type: 'lens',
      embeddableConfig: {
        title: panel.title,
        attributes,
        enhancements: events.length === 0 ? {} : { dynamicActions: { events } },
      },
    },
    references: [
      ...references.map((one) => ({ ...one, name: `${panel.id}:${one.name}` })),
      ...panel.drilldowns.map(({ id, to }) => ({
        type: 'dashboard',
        id: to,
        name: `${panel.id}:drilldown:DASHBOARD_TO_DASHBOARD_DRILLDOWN:${id}:dashboardId`,
      })),
    ],
  };
}

function linksPanel(panel: Extract<Panel, { kind: 'links' }>, frame: Frame): Compiled {
  const links = panel.links.map(({ id, label }, order) => ({
    id,
    label,
    order,
    type: 'dashboardLink',
    destinationRefName: `link_${id}_dashboard`,
  }));
  return {
    panel: {
      ...frame,
      type: 'links',
      embeddableConfig: {
        title: panel.title,
        hidePanelTitles: true,
        attributes: { title: panel.title, layout: 'horizontal', links },
      },
    },
    references: panel.links.map(({ id, to }) => ({
      type: 'dashboard',
      id: to,
      name: `${panel.id}:link_${id}_dashboard`,
    })),
  };
}

function controlGroup(
  controls: { id: string; title: string; view: string; field: string; order: number }[],
): Record<string, unknown> {
  const panels = controls.map(({ id, title, view, field, order }) => [
    id,
    {
      order,
      type: 'optionsListControl',
      width: 'medium',
      grow: true,
      explicitInput: {
        id,
        dataViewId: view,
        fieldName: field,
        title,
        searchTechnique: 'prefix',
        selectedOptions: [],
        sort: { by: '_count', direction: 'desc' },
      },
    },
  ]);
  return {
    chainingSystem: 'HIERARCHICAL',
    controlStyle: 'oneLine',
    showApplySelections: false,
    ignoreParentSettingsJSON: stable({
      ignoreFilters: false,
      ignoreQuery: false,
      ignoreTimerange: false,
      ignoreValidations: false,
    }),
    panelsJSON: stable(Object.fromEntries(panels)),
  };
}
