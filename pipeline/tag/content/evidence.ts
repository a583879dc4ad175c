// A span that speaks for a tag. In: a field and offsets. Out: the Reason, its quote cut from the field itself.
import type { Reason } from '../../../schemas/tag.ts';
import type { TagDocument } from '../document.ts';

export type Span = { field: 'title' | 'text'; start: number; end: number };

export function reason(document: TagDocument, tag: string, rule: string, span: Span): Reason {
  const quote = document[span.field].raw.slice(span.start, span.end);
  return { tag, rule, field: span.field, start: span.start, end: span.end, quote };
}
