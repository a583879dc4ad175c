// A zod object whose fields are registered in `es` → the Elasticsearch mapping of its documents.
import { z } from 'zod';
import { es } from './es.ts';
import type { EsField } from './es.ts';

type IndexedField = Exclude<EsField, { archiveOnly: true }>;
export type MappedField = IndexedField | { properties: Record<string, MappedField> };
export type Mapping = { dynamic: 'strict'; properties: Record<string, MappedField> };

/** Takes off nullable, optional, default and array, which a mapping does not know. */
function inner(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return inner(schema.unwrap());
  if (schema instanceof z.ZodArray) return inner(schema.element);
  return schema;
}

function toField(schema: z.core.$ZodType, path: string): MappedField | null {
  const field = es.get(schema);
  if (field === undefined)
    throw new Error(`${path} has no Elasticsearch field: end it with .register(es, …), last`);
  if ('archiveOnly' in field) return null;
  if (field.type !== 'object') return field;
  const object = inner(schema);
  if (!(object instanceof z.ZodObject))
    throw new Error(`${path} is registered as an object and is none`);
  return { properties: toProperties(object, path) };
}

function toProperties(schema: z.ZodObject, path: string): Record<string, MappedField> {
  const properties: Record<string, MappedField> = {};
  for (const [name, child] of Object.entries(schema.shape)) {
    const field = toField(child, `${path}.${name}`);
    if (field !== null) properties[name] = field;
  }
  return properties;
}

/**
 * The strict mapping of a document schema: a field that the schema does not name is refused by Elasticsearch.
 * Fields registered as `archiveOnly` are left out. Throws on a field without a registration; `name` says whose.
 */
export const toMapping = (schema: z.ZodObject, name: string): Mapping => ({
  dynamic: 'strict',
  properties: toProperties(schema, name),
});
