// What is wrong with an object: which rule of ours it breaks, where, and why Kibana would not do with it what is meant.
import type { z } from 'zod';

export type Fault = { object: string; rule: string; reason: string };

/** Collects faults of one object. */
export type Faults = (rule: string, reason: string) => void;

/** Reads by a shape; its issues become faults of the rule, and the answer is null. */
export function shaped<S extends z.ZodType>(
  shape: S,
  value: unknown,
  rule: string,
  faults: Faults,
): z.infer<S> | null {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues)
    faults(rule, `${path.map(String).join('.') || 'it'}: ${message}`);
  return null;
}

/** JSON that stands as text within JSON, as Kibana stores much of what it shows. */
export function embedded<S extends z.ZodType>(
  shape: S,
  text: string,
  rule: string,
  faults: Faults,
): z.infer<S> | null {
  try {
    return shaped(shape, JSON.parse(text), rule, faults);
  } catch {
    faults(rule, 'it is no JSON text');
    return null;
  }
}
