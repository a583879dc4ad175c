// A Kibana saved object as a line of an import file has it, and the version stamps under which Kibana takes it.

export type Reference = { name: string; type: string; id: string };

export type SavedObject = {
  type: ObjectType;
  id: string;
  attributes: Record<string, unknown>;
  references: Reference[];
  coreMigrationVersion: string;
  typeMigrationVersion: string;
};

export type ObjectType = 'tag' | 'index-pattern' | 'search' | 'map' | 'dashboard';

export const CORE_VERSION = '8.8.0';

/** Low on purpose: Kibana 8.19 to 9.5 migrates up, and refuses what is newer than itself. */
export const TYPE_VERSIONS: Record<ObjectType, string> = {
  tag: '8.0.0',
  'index-pattern': '7.11.0',
  search: '10.5.0',
  map: '8.4.0',
  dashboard: '10.2.0',
};

/** With its stamps, and tagged. */
export function savedObject(
  type: ObjectType,
  id: string,
  attributes: Record<string, unknown>,
  references: Reference[],
): SavedObject {
  return {
    type,
    id,
    attributes,
    references,
    coreMigrationVersion: CORE_VERSION,
    typeMigrationVersion: TYPE_VERSIONS[type],
  };
}

export const tagReference = (id: string): Reference => ({ type: 'tag', id, name: `tag-ref-${id}` });

/** JSON with its keys in order, so that a rebuild gives the same bytes. Also what Kibana holds as text within JSON. */
export const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
