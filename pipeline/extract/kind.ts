// What kind of page this is: an article, a list of them, one that is not free, or nothing to read. (Walls: pipeline/walls.)
import type { Extracted } from '../../schemas/article.ts';

export type KindSources = {
  words: number;
  types: string[];
  ogType: string | null;
  url: string;
  free: boolean | null;
};

const LISTING_TYPE = /^(?:collectionpage|searchresultspage|profilepage)$/;
const LISTING_URL =
  /\/(?:tag|tags|topik|topic|category|kategori|kanal|indeks|index|search|author|penulis|label)(?:\/|$)/i;
const FEW_WORDS = 40;

/** The kind, and for an operator why. */
export function kindOf(sources: KindSources): { kind: Extracted['kind']; detail: string } {
  const { words } = sources;
  const article =
    sources.types.some((type) => type.endsWith('article') || type === 'blogposting') ||
    sources.ogType === 'article';
  if (words < FEW_WORDS && sources.free === false)
    return { kind: 'blocked', detail: 'the page says that its text is not free to read' };
  if (!article && isListing(sources)) return { kind: 'not-article', detail: 'a list of articles' };
  if (words === 0) return { kind: 'no-text', detail: 'no block of text was found' };
  if (words < 12) return { kind: 'no-text', detail: `only ${words} words of text` };
  return { kind: 'article', detail: '' };
}

function isListing({ types, url, words, ogType }: KindSources): boolean {
  const path = URL.parse(url)?.pathname ?? '';
  if (path.length < 2 && (URL.parse(url)?.search ?? '') === '') return true;
  if (types.some((type) => LISTING_TYPE.test(type))) return true;
  return words < 150 && (LISTING_URL.test(path) || ogType === 'website');
}
