// CSS selectors of a site's entry or a preset → the elements that they name in a page.
import { selectAll } from 'css-select';
import type { Document, Element } from 'domhandler';
import { textOf } from './element-text.ts';
import type { Tree } from './tree.ts';

/** All matches in page order. A selector that cannot be parsed selects nothing: site entries are checked when they are read. */
export function selected(selector: string, root: Document): Element[] {
  try {
    return selectAll<Document | Element, Element>(selector, root);
  } catch {
    return [];
  }
}

/** Matches of any of the selectors; one that cannot be parsed does not spoil the others. */
export function selectedByAny(selectors: readonly string[], root: Document): Set<Element> {
  if (selectors.length === 0) return new Set();
  try {
    return new Set(selectAll<Document | Element, Element>(selectors.join(','), root));
  } catch {
    return new Set(selectors.flatMap((selector) => selected(selector, root)));
  }
}

/** Text of the first match, or its machine value where it has one; null without a selector or a match. */
export function selectedText(selector: string | undefined, { root }: Tree): string | null {
  const element = selector === undefined ? undefined : selected(selector, root)[0];
  if (element === undefined) return null;
  const { content, datetime } = element.attribs;
  const text = (content ?? datetime ?? textOf(element, 500)).trim();
  return text === '' ? null : text;
}
