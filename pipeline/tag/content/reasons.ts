// Spans that speak for a tag. In: a document and hits. Out: Reasons, each with its quote cut from the field itself.
import type { Reason } from '../../../schemas/tag.ts';
import type { TagDocument } from '../document.ts';
import type { PlacedHit } from './scene.ts';

export type Span = { field: 'title' | 'text'; start: number; end: number };

/** Spans that show one tag; more would hide the rest. */
const REASONS_EACH = 3;

export function reason(document: TagDocument, tag: string, rule: string, span: Span): Reason {
  const { field, start, end } = span;
  return { tag, rule, field, start, end, quote: document[field].raw.slice(start, end) };
}

/** The first hits, title before text; of two that overlap the first. */
export function hitReasons(document: TagDocument, tag: string, hits: PlacedHit[]): Reason[] {
  const chosen: PlacedHit[] = [];
  for (const hit of hits) {
    if (chosen.length === REASONS_EACH) break;
    const last = chosen.at(-1);
    if (last !== undefined && last.field === hit.field && hit.start < last.end) continue;
    chosen.push(hit);
  }
  return chosen.map((hit) => reason(document, tag, hit.row.id, hit));
}

/** For a tag that no word of its own gave: the title, else the first sentence, as a person would see it. */
export function anyReason(document: TagDocument, tag: string, rule: string): Reason {
  const { title, text } = document;
  const field = title.tokens.length > 0 ? title : text;
  const sentence = field.sentences.find(({ noise }) => !noise) ?? field.sentences[0];
  const span = { field: field.name, start: sentence?.start ?? 0, end: sentence?.end ?? 0 };
  return reason(document, tag, rule, span);
}
