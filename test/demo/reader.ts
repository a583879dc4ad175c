// What the tests of the press row share: one row for a file, plain requests, the text of a page.
import iconv from 'iconv-lite';
import { type AnyNode, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { PressManifest } from '../../demo/manifest.ts';

export type PressSite = PressManifest['sites'][number];

/** GET without following redirects. */
export const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { redirect: 'manual', headers });

export const siteOf = (manifest: PressManifest, id: string): PressSite => {
  const site = manifest.sites.find((candidate) => candidate.site === id);
  if (site === undefined) throw new Error(`no site ${id}`);
  return site;
};

const HIDDEN = new Set(['script', 'style', 'noscript']);

function textOf(nodes: AnyNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isTag(node) || HIDDEN.has(node.name)) return '';
      return textOf(node.children);
    })
    .join('');
}

/** Visible text of a page with single spaces. */
export const visibleText = (html: string): string =>
  textOf(parseDocument(html).childNodes).replaceAll(/\s+/g, ' ');

/** The bytes of a page as a reader who knows the trick would decode them. */
export const decode = (bytes: Uint8Array, charset: 'utf-8' | 'windows-1252'): string =>
  iconv.decode(Buffer.from(bytes), charset);

/** True where the paragraphs stand in the text one after the other, each word for word. */
export function standsIn(text: string, paragraphs: string[]): boolean {
  let from = 0;
  return paragraphs.every((paragraph) => {
    const at = text.indexOf(paragraph, from);
    from = at + paragraph.length;
    return at >= 0;
  });
}
