// A dashboard object → what in it breaks a rule: its texts within texts, its grid, its panels, controls and links.
import type { SavedObject } from '../saved-object.ts';
import { type Faults, embedded, shaped } from './fault.ts';
import { checkLens } from './lens-rules.ts';
import { LensShape } from './lens-shapes.ts';
import {
  ControlsShape,
  DashboardShape,
  DashboardSourceShape,
  IgnoreShape,
  OptionsShape,
  PanelShape,
} from './shapes.ts';
import { z } from 'zod';

/** Kibana's grid. */
const COLUMNS = 48;

/** `used` gets the names of the references that the dashboard needs, with their types. */
export function checkDashboard(
  object: SavedObject,
  faults: Faults,
  used: Map<string, string>,
): void {
  const dashboard = shaped(DashboardShape, object.attributes, 'dashboard', faults);
  if (dashboard === null) return;
  const { controlGroupInput: group } = dashboard;
  embedded(OptionsShape, dashboard.optionsJSON, 'dashboard', faults);
  embedded(IgnoreShape, group.ignoreParentSettingsJSON, 'control', faults);
  const { searchSourceJSON } = dashboard.kibanaSavedObjectMeta;
  embedded(DashboardSourceShape, searchSourceJSON, 'dashboard', faults);
  checkControls(object, group.panelsJSON, faults, used);
  const panels = embedded(z.array(PanelShape).min(1), dashboard.panelsJSON, 'panel', faults) ?? [];
  checkGrid(panels, faults);
  for (const panel of panels) checkPanel(panel, object, faults, used);
}

function checkControls(
  { references }: SavedObject,
  text: string,
  faults: Faults,
  used: Map<string, string>,
): void {
  const controls = embedded(ControlsShape, text, 'control', faults) ?? {};
  const orders = Object.values(controls).map(({ order }) => order);
  if (new Set(orders).size !== orders.length) faults('control', 'two controls have one place');
  for (const [id, { explicitInput }] of Object.entries(controls)) {
    const name = `controlGroup_${id}:optionsListDataView`;
    used.set(name, 'index-pattern');
    if (explicitInput.id !== id) faults('control', `${id} calls itself ${explicitInput.id}`);
    const reference = references.find((one) => one.name === name);
    if (reference !== undefined && reference.id !== explicitInput.dataViewId)
      faults('control', `${id} names one data view, its reference another`);
  }
}

function checkGrid(panels: readonly PanelShape[], faults: Faults): void {
  const seen = new Set<string>();
  for (const [n, { panelIndex, gridData }] of panels.entries()) {
    if (gridData.i !== panelIndex)
      faults('grid', `${panelIndex} has the grid place of ${gridData.i}`);
    if (seen.has(panelIndex)) faults('grid', `${panelIndex} stands twice`);
    seen.add(panelIndex);
    if (gridData.x + gridData.w > COLUMNS) faults('grid', `${panelIndex} is wider than the grid`);
    const over = panels.slice(n + 1).find((other) => overlap(gridData, other.gridData));
    if (over !== undefined) faults('grid', `${panelIndex} lies over ${over.panelIndex}`);
  }
}

type Place = PanelShape['gridData'];
const overlap = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

function checkPanel(
  panel: PanelShape,
  { references }: SavedObject,
  faults: Faults,
  used: Map<string, string>,
): void {
  const { panelIndex } = panel;
  switch (panel.type) {
    case 'map':
    case 'search':
      if (panel.panelRefName !== `panel_${panelIndex}`)
        faults(
          'panel',
          `${panelIndex}: panelRefName is ${panel.panelRefName}, not panel_${panelIndex}`,
        );
      used.set(`${panelIndex}:panel_${panelIndex}`, panel.type);
      return;
    case 'links':
      for (const { id, destinationRefName } of panel.embeddableConfig.attributes.links) {
        if (destinationRefName !== `link_${id}_dashboard`)
          faults(
            'link',
            `${panelIndex}: ${id} names ${destinationRefName}, not link_${id}_dashboard`,
          );
        used.set(`${panelIndex}:link_${id}_dashboard`, 'dashboard');
      }
      return;
    case 'lens': {
      const { attributes, enhancements } = panel.embeddableConfig;
      const lens = shaped(LensShape, attributes, 'lens', faults);
      if (lens !== null) checkLens(lens, panelIndex, references, faults);
      for (const layer of Object.keys(lens?.state.datasourceStates.formBased.layers ?? {}))
        used.set(`${panelIndex}:indexpattern-datasource-layer-${layer}`, 'index-pattern');
      const events = enhancements.dynamicActions?.events ?? [];
      if (new Set(events.map(({ eventId }) => eventId)).size !== events.length)
        faults('drilldown', `${panelIndex}: two drill-downs have one id`);
      for (const { eventId } of events) {
        const factory = 'DASHBOARD_TO_DASHBOARD_DRILLDOWN';
        used.set(`${panelIndex}:drilldown:${factory}:${eventId}:dashboardId`, 'dashboard');
      }
      return;
    }
    default:
      panel satisfies never;
  }
}
