// The parameters of an address, by the shape that they must have → values, or each fault with what would be right.
import { z } from 'zod';
import { nearest } from '../../schemas/nearest.ts';
import { type Result, fail, ok } from '../../schemas/result.ts';
import type { Fault } from './problem.ts';

/**
 * Reads 'region=64&region=65' and 'region=64,65' alike; an empty value is as none, so that a form may send all its
 * fields. Unknown parameters are faults: a filter that is silently ignored would give a wrong figure.
 */
export function readParameters<Shape extends z.ZodObject>(
  shape: Shape,
  parameters: URLSearchParams,
): Result<z.infer<Shape>, Fault[]> {
  const names = Object.keys(shape.shape);
  const raw: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const name of new Set(parameters.keys())) {
    const field: unknown = shape.shape[name];
    const values = parameters.getAll(name).filter((value) => value.trim() !== '');
    if (field === undefined) faults.push(unknown(name, names));
    else if (values.length > 0) raw[name] = typed(field, values);
  }
  const read = shape.safeParse(raw);
  if (!read.success)
    for (const { path, message } of read.error.issues)
      faults.push(wrong(path, message, raw, shape));
  return faults.length > 0 || !read.success ? fail(faults) : ok(read.data);
}

/** What a field takes off optional and default. */
export function inner(field: unknown): unknown {
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodReadonly
  )
    return inner(field.unwrap());
  return field;
}

/** One value or a list of them: how ArticleFilter takes most of its fields. */
export const takesList = (field: unknown): boolean => {
  const bare = inner(field);
  return (
    bare instanceof z.ZodUnion && bare.options.some((option) => inner(option) instanceof z.ZodArray)
  );
};

function typed(field: unknown, values: string[]): unknown {
  if (takesList(field)) {
    const all = values.flatMap((value) => value.split(',')).map((value) => value.trim());
    return all.filter((value) => value !== '');
  }
  const value = (values.at(-1) ?? '').trim();
  const bare = inner(field);
  if (bare instanceof z.ZodBoolean && ['true', 'false'].includes(value)) return value === 'true';
  return bare instanceof z.ZodNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}

function unknown(name: string, names: string[]): Fault {
  const near = nearest(name, names);
  return {
    input: name,
    reason: 'there is no such parameter',
    next: near === null ? `Known: ${names.join(', ')}` : `Did you mean ${near}`,
  };
}

function wrong(
  path: PropertyKey[],
  message: string,
  raw: Record<string, unknown>,
  shape: z.ZodObject,
): Fault {
  const name = String(path[0] ?? '');
  const given = [raw[name] ?? []].flat().map(String).join(',');
  const known = optionsOf(shape.shape[name]);
  return {
    input: given === '' ? name : `${name}=${given}`,
    reason:
      given === ''
        ? 'it is missing'
        : known === null
          ? message
          : 'it is none of the values that there are',
    next: known === null ? 'docs/api.md says what it takes' : `Known: ${known.join(', ')}`,
  };
}

/** The values that an enum takes, alone or in a list; null for other fields. */
export function optionsOf(field: unknown): string[] | null {
  const bare = inner(field);
  if (bare instanceof z.ZodBoolean) return ['true', 'false'];
  if (bare instanceof z.ZodEnum) return bare.options.map(String);
  if (bare instanceof z.ZodLiteral) return [...bare.values].map(String);
  if (bare instanceof z.ZodArray) return optionsOf(bare.element);
  if (!(bare instanceof z.ZodUnion)) return null;
  const parts = bare.options.map(optionsOf);
  return parts.includes(null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
}
