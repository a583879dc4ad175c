// Articles over several pages: which paragraphs stand on which page.
import type { Piece } from './articles.ts';
import { type Markup, markup } from './html.ts';

/** A run of paragraphs: from the first number up to, not including, the second. */
export type Range = readonly [number, number];

/** Paragraph numbers of each page, `size` to a page, a short rest joined to the page before. */
export function pagesOf(piece: Piece, size: number): Range[] {
  const count = piece.paragraphs.length;
  const pages = Math.max(1, Math.round(count / size));
  return Array.from({ length: pages }, (_, index) => [
    index * size,
    index === pages - 1 ? count : (index + 1) * size,
  ]);
}

export const wholeOf = (piece: Piece): Range => [0, piece.paragraphs.length];

/** Paragraphs of a range as the paper prints them. `print` gets the text and its number in the whole article. */
export function printRange(
  piece: Piece,
  [from, to]: Range,
  print: (text: string, index: number) => Markup,
): Markup[] {
  return piece.paragraphs.slice(from, to).map((text, offset) => {
    const index = from + offset;
    return piece.headings.includes(index) ? markup`<h2>${text}</h2>` : print(text, index);
  });
}

/** The credit line stands under the last paragraph only. */
export const creditIn = (piece: Piece, [, to]: Range): string | null =>
  to === piece.paragraphs.length ? piece.credit : null;
