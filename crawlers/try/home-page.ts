// The HTML of a home page → what it says of the site: name, feeds, system, text.
import { selectAll, selectOne } from 'css-select';
import { isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { outletOf } from '../../pipeline/normalise/url.ts';

export type HomePage = {
  url: string;
  html: string;
  /** The masthead: og:site_name, or the part of the title that resembles the host; '' without one. */
  name: string;
  text: string;
  /** Addresses of <link rel="alternate"> feeds, in the order of the page. */
  feeds: string[];
  /** Shows signs of WordPress. */
  wordpress: boolean;
  /** Root of its REST interface, where the page names it. */
  restRoot: string | null;
};

const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head']);

/** What a reader without JavaScript sees. */
export function visibleText(html: string): string {
  const pieces: string[] = [];
  const stack: AnyNode[] = [parseDocument(html)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) pieces.push(node.data);
    else if ('children' in node && !(isTag(node) && HIDDEN.has(node.name))) {
      stack.push(...node.children.toReversed());
    }
  }
  return pieces.join(' ').replaceAll(/\s+/g, ' ').trim();
}

const titleOf = (document: Document): string => {
  const element = selectOne<AnyNode, Element>('title', document);
  return element === null ? '' : textContent(element).replaceAll(/\s+/g, ' ').trim();
};

/** Letters and digits of a name, for comparing it with a host. */
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\da-z]/g, '');

/** Parts of a title that name the page and not the newspaper. */
const PAGE_WORD =
  /^(?:beranda|home(?:page)?|indeks?(?: berita)?|index|berita (?:terkini|terbaru).*)$/i;

function nameOf(document: Document, host: string): string {
  const meta = selectOne<AnyNode, Element>('meta[property="og:site_name"]', document);
  const given = (meta?.attribs['content'] ?? '').replaceAll(/\s+/g, ' ').trim();
  if (given !== '') return given;
  const parts = titleOf(document)
    .split(/\s+[-–—|:»•]\s+/)
    .filter((part) => part !== '' && !PAGE_WORD.test(part));
  const alike = parts.find(
    (part) => letters(part).length > 2 && letters(host).includes(letters(part)),
  );
  return alike ?? parts[0] ?? '';
}

const FEED_TYPE = /^application\/(?:rss|atom|rdf)\+xml/i;

/** @param url address that answered */
export function readHome(html: string, url: string): HomePage {
  const document = parseDocument(html);
  const absolute = (href: string | undefined): string[] => {
    const target = href === undefined ? null : URL.parse(href, url);
    return target !== null && /^https?:$/.test(target.protocol) ? [target.href] : [];
  };
  const links = selectAll<AnyNode, Element>('link[href]', document);
  const feeds = links
    .filter(
      ({ attribs: { rel = '', type = '' } }) => /\balternate\b/i.test(rel) && FEED_TYPE.test(type),
    )
    .flatMap(({ attribs }) => absolute(attribs['href']));
  const rest = links.find(({ attribs }) => attribs['rel'] === 'https://api.w.org/');
  return {
    url,
    html,
    name: nameOf(document, outletOf(url)),
    text: visibleText(html),
    feeds: [...new Set(feeds)],
    wordpress: /\/wp-(?:content|includes|json)\/|content="WordPress/i.test(html),
    restRoot: absolute(rest?.attribs['href'])[0] ?? null,
  };
}
