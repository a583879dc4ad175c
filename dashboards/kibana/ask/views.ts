// The data views of an import file → their indices and the fields that Elasticsearch has in them.
import { DataViewShape } from '../rules/shapes.ts';
import type { SavedObject } from '../saved-object.ts';
import type { Ask, FieldCaps, Finding } from './ports.ts';

export type View = { index: string; time: string | null; fields: FieldCaps };

export async function readViews(
  objects: readonly SavedObject[],
  ask: Ask,
): Promise<{ views: Map<string, View>; findings: Finding[] }> {
  const views = new Map<string, View>();
  const findings: Finding[] = [];
  for (const { id, type, attributes } of objects) {
    if (type !== 'index-pattern') continue;
    const { title: index, timeFieldName } = DataViewShape.parse(attributes);
    const fields = await ask.fields(index);
    const time = timeFieldName ?? null;
    if (fields === null)
      findings.push({ place: id, reason: `there is no index ${index}: run 'pantau index'` });
    else if (time !== null && fields[time]?.['date'] === undefined)
      findings.push({ place: id, reason: `its time field ${time} is no date` });
    else views.set(id, { index, time, fields });
  }
  return { views, findings };
}
