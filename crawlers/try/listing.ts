// A page that lists articles → the selector of their links and of the next page; for sites without feed and sitemap.
import { selectAll } from 'css-select';
import { isTag, type AnyNode, type Document, type Element } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Discovery, Site } from '../../schemas/site.ts';
import { selectCandidates } from '../discover/candidates.ts';
import { parseListing } from '../discover/listing.ts';
import { decodeXml } from '../discover/xml.ts';
import type { Limits } from '../transport.ts';
import type { HomePage } from './home-page.ts';
import { sizeOf, type Probe } from './probe.ts';
import { missed, type Search } from './way.ts';

type Listing = Extract<Discovery, { kind: 'listing' }>;

/** Shorter link texts are sections and buttons, not headlines. */
const HEADLINE = 25;
const ENOUGH = 5;
const NAME = /^[a-z_][\w-]*$/i;
const NEXT =
  /^\W*(?:berikut(?:nya)?|selanjutnya|next(?: page)?|older(?: posts)?|lebih lama|posting lama)\W*$/i;
/** Listing pages that an entry reads in a round, where there is a link to the next. */
const PAGES = 3;

/**
 * The selector that best tells headlines from the other links of the page, or null where the page has fewer than
 * five. Measured by F1: headlines it selects against links it selects beside them and headlines it misses.
 * @param url address of the page
 */
export function guessListing(html: string, url: string, site: Site): Listing | null {
  const document = parseDocument(html);
  const anchors = selectAll<AnyNode, Element>('a[href]', document);
  const headlines = new Set(anchors.filter((anchor) => isHeadline(anchor, url, site)));
  if (headlines.size < ENOUGH) return null;
  const selectors = new Set([...headlines].flatMap(selectorsOf));
  let best = { links: 'a[href]', score: 0 };
  for (const links of selectors) {
    const selected = anchorsAt(document, links);
    const hits = selected.filter((anchor) => headlines.has(anchor)).length;
    const score = (2 * hits) / (selected.length + headlines.size);
    if (score > best.score) best = { links, score };
  }
  const next = nextOf(document);
  return {
    kind: 'listing',
    url,
    links: best.links,
    ...(next === null ? { pages: 1 } : { next, pages: PAGES }),
  };
}

function isHeadline(anchor: Element, url: string, site: Site): boolean {
  const title = textContent(anchor).replaceAll(/\s+/g, ' ').trim();
  const href = anchor.attribs['href'] ?? '';
  if (title.length < HEADLINE || href.startsWith('#')) return false;
  const found = [{ href, title, published: null, modified: null }];
  return selectCandidates(site, 'listing', found, url).candidates.length > 0;
}

const classesOf = (element: Element): string[] =>
  (element.attribs['class'] ?? '').split(/\s+/).filter((name) => NAME.test(name));

/** 'a.judul', 'h3 a', '.kartu a' … up to four boxes above the link. */
function selectorsOf(anchor: Element): string[] {
  const selectors = classesOf(anchor).map((name) => `a.${name}`);
  let box = anchor.parent;
  for (let depth = 0; depth < 4 && box !== null && isTag(box); depth += 1, box = box.parent) {
    if (/^h[1-6]$/.test(box.name)) selectors.push(`${box.name} a`);
    for (const name of classesOf(box)) selectors.push(`.${name} a`);
  }
  return selectors;
}

const anchorsAt = (document: Document, selector: string): Element[] =>
  selectAll<AnyNode, Element>(selector, document).filter(({ name }) => name === 'a');

function nextOf(document: Document): string | null {
  if (selectAll<AnyNode, Element>('a[rel~="next"]', document).length > 0) return 'a[rel~="next"]';
  const anchor = selectAll<AnyNode, Element>('a[href]', document).find((link) =>
    NEXT.test(textContent(link).trim()),
  );
  const name = anchor === undefined ? undefined : classesOf(anchor)[0];
  if (name === undefined) return null;
  return anchorsAt(document, `a.${name}`).length === 1 ? `a.${name}` : null;
}

export type ListingTask = {
  home: HomePage | null;
  limits: Limits;
  /** Another way answers, so none is guessed. */
  others: boolean;
};

/** The listing of the entry; else, where there is no other way, a guess from the home page. */
export async function findListing(
  probe: Probe,
  { home, limits, others }: ListingTask,
): Promise<Search> {
  const own = probe.site.discover.find((entry) => entry.kind === 'listing');
  if (own !== undefined) return readOwn(probe, own, limits);
  if (others || home === null) return { ways: [], misses: [] };
  const guess = guessListing(home.html, home.url, probe.site);
  if (guess === null) return { ways: [], misses: [] };
  const { found, base } = parseListing(home.html, home.url, guess.links);
  const bytes = home.html.length * guess.pages;
  return {
    ways: [
      {
        discovery: guess,
        origin: 'home page',
        found,
        base,
        requests: guess.pages,
        bytes,
        news: false,
      },
    ],
    misses: [],
  };
}

async function readOwn(probe: Probe, own: Listing, limits: Limits): Promise<Search> {
  const got = await probe.get(own.url, { limits });
  if (!got.ok) return { ways: [], misses: [missed(own.url, 'entry', got.error)] };
  const { body, headers, finalUrl } = got.value;
  const { found, base } = parseListing(
    decodeXml(body, headers['content-type']),
    finalUrl,
    own.links,
  );
  if (found.length === 0) {
    const reason = `has no link that '${own.links}' selects`;
    return { ways: [], misses: [{ url: own.url, origin: 'entry', reason }] };
  }
  const common = { discovery: own, origin: 'entry' as const, news: false };
  return {
    ways: [{ ...common, found, base, requests: own.pages, bytes: sizeOf(got.value) * own.pages }],
    misses: [],
  };
}
