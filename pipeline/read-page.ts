// One page as fetched, and the site's entry → how it reads: an article, or what stands in its place.
import type { Extracted } from '../schemas/article.ts';
import type { WallSign } from '../schemas/knowledge.ts';
import type { Page } from '../schemas/page.ts';
import type { Site } from '../schemas/site.ts';
import { decodeBytes } from './extract/decode.ts';
import { type HtmlInput, type PageHints, extractHtml } from './extract/extract.ts';
import { type Wall, createWalls } from './walls/walls.ts';

export type PageReader = (page: Page, hints: PageHints, site: Site | null) => Extracted;

/** A page as text, read; `asked` is the address that was asked for. */
export type HtmlReader = (input: HtmlInput, asked: string, site: Site | null) => Extracted;

/** Builds the reader of single pages: walls first, then the article, then what its words tell. Never throws. */
export function createHtmlReader(signs: readonly WallSign[]): HtmlReader {
  const judge = createWalls(signs);
  return (input, asked, site) => {
    const { before, after } = judge({ html: input.html, asked, answered: input.url });
    if (before !== null) return nothing(input, before);
    const extracted = extractHtml(input, site);
    const wall = after(extracted);
    return wall === null ? extracted : { ...extracted, ...wall, text: '', score: 0 };
  };
}

export function createPageReader(signs: readonly WallSign[]): PageReader {
  const read = createHtmlReader(signs);
  return (page, hints, site) => {
    const input = {
      url: page.finalUrl,
      fetchedAt: page.fetchedAt,
      hints,
      lastModified: page.headers['last-modified'] ?? null,
      ...decodeBytes(page.body, page.headers['content-type'] ?? null),
    };
    return read(input, page.url, site);
  };
}

/** What a wall says of itself is not read. */
const nothing = ({ charset = 'utf-8' }: HtmlInput, wall: Wall): Extracted => ({
  ...wall,
  title: '',
  text: '',
  authors: [],
  editor: null,
  section: null,
  keywords: [],
  images: [],
  credit: null,
  published: null,
  modified: null,
  canonicalUrl: null,
  language: null,
  charset,
  repaired: 0,
  advertorial: false,
  partUrls: [],
  method: 'none',
  score: 0,
});
