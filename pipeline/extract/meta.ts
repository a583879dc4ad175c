// <meta> and <link> elements → look-ups by name. In: the tree; out: the values in page order.
import type { Tree } from './tree.ts';

export type Meta = {
  /** First value that is not empty among the given names (property, name or itemprop, lower case). */
  first(...names: string[]): string | null;
  all(name: string): string[];
  /** href of the first <link> of this rel. */
  link(rel: string): string | null;
};

/** Characters of a value; no title, name or summary is longer, and some patterns take the square of the length. */
const LONGEST = 2_000;

export function readMeta(tree: Tree): Meta {
  const values = new Map<string, string[]>();
  for (const { attribs } of tree.metas) {
    const content = (attribs['content'] ?? attribs['value'] ?? '').slice(0, LONGEST).trim();
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attribs[key]?.trim().toLowerCase();
      if (name === undefined) continue;
      const list = values.get(name);
      if (list === undefined) values.set(name, [content]);
      else list.push(content);
    }
  }
  return {
    first: (...names) => {
      for (const name of names) {
        const value = values.get(name)?.[0];
        if (value !== undefined) return value;
      }
      return null;
    },
    all: (name) => values.get(name) ?? [],
    link: (rel) => {
      const found = tree.links.find(({ attribs }) =>
        (attribs['rel'] ?? '').toLowerCase().split(/\s+/).includes(rel),
      );
      return found?.attribs['href'] ?? null;
    },
  };
}
