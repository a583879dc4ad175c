// Bytes of a page and the site's entry → the article: text, title, authors, dates and what else the page says of it.
// Pure and bounded; never throws, whatever the bytes are.
import type { Extracted } from '../../schemas/article.ts';
import type { FoundBy } from '../../schemas/page.ts';
import type { Site } from '../../schemas/site.ts';
import { repairMojibake } from '../normalise/mojibake.ts';
import { decodeBytes } from './decode.ts';
import { readArticle } from './read.ts';

export type PageHints = { title: string | null; published: string | null; foundBy: FoundBy | null };

type Context = {
  /** The address that answered. */
  url: string;
  /** UTC, ISO 8601: what relative dates and bounds are measured against. */
  fetchedAt: string;
  /** What discovery said about the address. */
  hints?: PageHints;
  /** The Last-Modified header. */
  lastModified?: string | null;
};

/** A page as text; `charset` is the one that read its bytes. */
export type HtmlInput = Context & { html: string; charset?: string };

/** A page as bytes, content-encoding undone and charset not, with its Content-Type header. */
export type PageInput = Context & { body: Uint8Array; contentType: string | null };

/** Bytes → article. Never throws. */
export function extractPage(
  { body, contentType, ...input }: PageInput,
  site: Site | null,
): Extracted {
  return extractHtml({ ...input, ...decodeBytes(body, contentType) }, site);
}

/** Text of a page → article. Never throws. */
export function extractHtml(input: HtmlInput, site: Site | null): Extracted {
  const { text, repaired } = repairMojibake(input.html);
  return { ...readArticle({ ...input, html: text }, site), repaired };
}

/**
 * The first page of an article and the further ones, in order → the whole. A page that holds everything
 * (?page=all) replaces the rest; paragraphs that a later page repeats are dropped.
 */
export function joinParts(first: Extracted, rest: readonly Extracted[]): Extracted {
  const parts = rest.filter(({ kind }) => kind === 'article');
  if (parts.length === 0) return first;
  const advertorial = first.advertorial || parts.some((part) => part.advertorial);
  const start = first.text.slice(0, 200);
  const whole = parts.find(
    ({ text }) => text.length > first.text.length && text.slice(0, 200) === start,
  );
  if (whole !== undefined)
    return { ...first, text: whole.text, credit: whole.credit ?? first.credit, advertorial };
  const credits = parts.map((part) => part.credit);
  const credit = credits.findLast((value) => value !== null) ?? first.credit;
  const shown = [...first.images, ...parts.flatMap((part) => part.images)];
  const images = shown.filter(
    (image, at) => shown.findIndex(({ url }) => url === image.url) === at,
  );
  const text = distinctParagraphs([first, ...parts]).join('\n\n');
  return { ...first, text, credit, images, advertorial };
}

function distinctParagraphs(pages: readonly Extracted[]): string[] {
  const seen = new Set<string>();
  return pages
    .flatMap(({ text }) => text.split('\n\n'))
    .filter((paragraph) => {
      const key = paragraph.toLowerCase();
      return !seen.has(key) && seen.add(key) !== null;
    });
}
