// Where a page ended ↔ the opaque text that asks for the next one. A cursor belongs to its question.
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const Position = z.object({
  day: z.iso.date().nullable(),
  id: z.string().max(40),
  last: z.string().max(40),
});
export type Position = z.infer<typeof Position>;

export const CoveragePosition = z.object({ day: z.iso.date(), site: z.string() });

const Sealed = z.tuple([z.string(), z.unknown()]);

/** `question` is the filter's text: another question's cursor is refused. */
export const toCursor = (question: string, position: object): string =>
  Buffer.from(JSON.stringify([digest(question), position])).toString('base64url');

/** Null where the text is no cursor of this question. */
export function fromCursor<S extends z.ZodType>(
  text: string,
  question: string,
  shape: S,
): z.infer<S> | null {
  const sealed = Sealed.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (!sealed.success || sealed.data[0] !== digest(question)) return null;
  const position = shape.safeParse(sealed.data[1]);
  return position.success ? position.data : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const digest = (question: string): string =>
  createHash('sha256').update(question).digest('base64url').slice(0, 8);
