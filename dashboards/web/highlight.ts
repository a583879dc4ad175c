// A text and the reasons that point into it → pieces, each with the reasons that cover it.
import type { Reason } from '../../schemas/tag.ts';

export type Piece = { text: string; reasons: Reason[] };

/** Cuts `text` at the borders of the spans; joined, the pieces are the text again. */
export function cutAtReasons(text: string, reasons: Reason[]): Piece[] {
  const inside = reasons.filter(({ start, end }) => start < end && end <= text.length);
  const borders = [
    ...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]),
  ];
  borders.sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    const covering = inside.filter((reason) => reason.start <= start && reason.end >= end);
    pieces.push({ text: text.slice(start, end), reasons: covering });
  }
  return pieces;
}

/** 'region:64.74' → 'region': the kind decides the colour. */
export const kindOf = (tag: string): string => tag.split(':', 1)[0] ?? tag;
