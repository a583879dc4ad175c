// Pages of one address → its reading: an article with tags, further pages to fetch first, or why there is no article.
// The one function that runs extract → normalise → tag. Pure: same pages, same reading.
import type { Extracted } from '../schemas/article.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { SkipReason } from '../schemas/outcome.ts';
import type { FoundBy, Page } from '../schemas/page.ts';
import type { Site } from '../schemas/site.ts';
import type { Tags } from '../schemas/tag.ts';
import { joinParts } from './extract/extract.ts';
import { textKey } from './normalise/fingerprint.ts';
import { alignToHome, canonicalUrl, hostKey, hostsOf, outletOf } from './normalise/url.ts';
import { createPageReader } from './read-page.ts';
import { createTagger } from './tag/tag.ts';

/** What discovery said about the address. */
export type Hints = { title: string | null; published: string | null; foundBy: FoundBy | null };

export type Sources = {
  /** The page of the address itself. */
  first: Page;
  /** Its further pages, in order, those that could be fetched. */
  parts: Page[];
  hints: Hints;
  /** The source's entry; null where the source list no longer has it. */
  site: Site | null;
  /** False: further pages are asked for first. True: they were, and `parts` is all that could be had. */
  partsAsked: boolean;
  /** True: what the page calls itself leads to no article, so it is read for itself. */
  standsAlone?: boolean;
};

export type Reading =
  | { kind: 'needs-parts'; urls: string[] }
  | { kind: 'alias'; canonical: string }
  | { kind: 'skipped'; reason: SkipReason; detail: string }
  | {
      kind: 'article';
      url: string;
      outlet: string;
      extracted: Extracted;
      tags: Tags;
      /** 'YYYY-MM-DD' on the clock of the source; null where the date is unknown. */
      localDay: string | null;
      textKey: string;
    };

/** Builds the reader of pages from what the taggers know. */
export function createProcessor(knowledge: Knowledge): (sources: Sources) => Reading {
  const tag = createTagger(knowledge);
  const read = createPageReader(knowledge.walls);
  return (sources) => {
    const { hints, site } = sources;
    const first = read(sources.first, hints, site);
    const canonical = sources.standsAlone === true ? null : aliasOf(sources, first);
    if (canonical !== null) return { kind: 'alias', canonical };
    if (first.kind !== 'article') {
      return { kind: 'skipped', reason: first.kind, detail: first.detail };
    }
    const rest = sources.parts.map((page) => read(page, hints, site));
    const named = [first, ...rest].flatMap(({ partUrls }) => partUrls);
    const urls = [...new Set(named.map((url) => aligned(url, sources.site)))];
    if (urls.length > 0 && !sources.partsAsked) return { kind: 'needs-parts', urls };
    const extracted = joinParts(first, rest);
    const outlet = outletOf(sources.first.url);
    const localDay = extracted.published?.at.slice(0, 10) ?? null;
    const tags = tag({
      url: sources.first.url,
      outlet,
      outletRegion: sources.site?.region ?? null,
      title: extracted.title,
      text: extracted.text,
      published: localDay,
      markedAdvertorial: extracted.advertorial,
    });
    const key = textKey(extracted.title, extracted.text);
    return {
      kind: 'article',
      url: sources.first.url,
      outlet,
      extracted,
      tags,
      localDay,
      textKey: key,
    };
  };
}

/** http and https, www. and not: as the ledger writes the addresses of this source. */
const aligned = (url: string, site: Site | null): string =>
  site === null ? url : alignToHome(url, site.home);

/**
 * The address under which the article has its own entry, if it is not this one: what the page calls itself, or
 * where a redirect led. Only within the source, and never its home page, which careless themes name on every page.
 */
function aliasOf({ first, site }: Sources, extracted: Extracted): string | null {
  const canonical = extracted.canonicalUrl ?? canonicalUrl(first.finalUrl);
  const named = canonical === null ? null : aligned(canonical, site);
  if (named === null || named === first.url) return null;
  const target = new URL(named);
  const ours =
    outletOf(named) === outletOf(first.url) ||
    (site !== null && hostsOf(site).has(hostKey(target)));
  return ours && (target.pathname !== '/' || target.search !== '') ? named : null;
}
