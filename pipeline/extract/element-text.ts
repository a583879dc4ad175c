// An element → the text below it, on one line.
import { type AnyNode, Element, Text } from 'domhandler';
import { cleanText } from '../normalise/text.ts';

/** Text in page order, cut at `limit` characters. No recursion. */
export function textOf(element: Element, limit = 2000): string {
  const parts: string[] = [];
  let size = 0;
  const stack: AnyNode[] = [element];
  while (stack.length > 0 && size < limit) {
    const node = stack.pop();
    if (node instanceof Text) {
      parts.push(node.data);
      size += node.data.length;
    } else if (node instanceof Element) {
      if (node.name === 'br') parts.push(' ');
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return cleanText(parts.join('').replace(/\s+/g, ' '));
}

/** The nearest element, itself or around it, that passes; null within `levels` steps otherwise. */
export function closest(
  element: Element,
  passes: (candidate: Element) => boolean,
  levels = 256,
): Element | null {
  let at: Element | null = element;
  for (let step = 0; at !== null && step <= levels; step++) {
    if (passes(at)) return at;
    at = at.parent instanceof Element ? at.parent : null;
  }
  return null;
}

export const classOf = ({ attribs }: Element): string =>
  `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
