// The HTML of a page that lists articles → their addresses, and that of the next listing page.
import { selectAll, selectOne } from 'css-select';
import { isTag, type AnyNode, type Document, type Element } from 'domhandler';
import { getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Found } from './candidates.ts';

export type Listing = { found: Found[]; next: string | null; base: string };

/**
 * The links that `links` selects, in the order of the page; an element that is no link stands for the first one in
 * it. `next` selects the link to the next listing page.
 * @param url address of the page; its <base href> is obeyed
 */
export function parseListing(html: string, url: string, links: string, next?: string): Listing {
  const document = parseDocument(html);
  const baseTag = selectOne('base[href]', document);
  const written = baseTag && isTag(baseTag) ? (getAttributeValue(baseTag, 'href') ?? '') : '';
  const base = URL.parse(written, url)?.href ?? url;
  return {
    found: linksIn(document, links),
    next: next === undefined ? null : nextIn(document, next, base),
    base,
  };
}

const ANCHOR = 'a[href]';

function linksIn(document: Document, selector: string): Found[] {
  return selectAll<AnyNode, Element>(selector, document).flatMap((element) => {
    const anchor = element.name === 'a' ? element : selectOne(ANCHOR, element);
    const href = anchor && isTag(anchor) ? getAttributeValue(anchor, 'href') : undefined;
    if (!anchor || href === undefined) return [];
    const title = textContent(anchor).replaceAll(/\s+/g, ' ').trim();
    return [{ href, title: title === '' ? null : title, published: null, modified: null }];
  });
}

function nextIn(document: Document, selector: string, base: string): string | null {
  const element = selectOne(selector, document);
  const href = element && isTag(element) ? getAttributeValue(element, 'href') : undefined;
  const target = href === undefined ? null : URL.parse(href, base);
  return target !== null && /^https?:$/.test(target.protocol) ? target.href : null;
}
