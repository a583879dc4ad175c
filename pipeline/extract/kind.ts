// What kind of page this is: an article, a list of them, a wall, or nothing to read.
import type { Extracted } from '../../schemas/article.ts';

export type KindSources = {
  title: string;
  words: number;
  types: string[];
  ogType: string | null;
  url: string;
  /** All of the page's text, cut to some thousand characters. */
  sample: string;
  free: boolean | null;
};

const CHALLENGE =
  /just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|access denied|request unsuccessful|ddos protection|are you a robot|please complete the captcha|pardon our interruption/i;
const LOGIN =
  /(?:silakan|harap|please) (?:masuk|login|log in|sign in)|login untuk (?:membaca|melanjutkan)|log in to continue|khusus (?:pelanggan|member)|berlangganan (?:untuk|sekarang)|konten premium|subscribe to (?:continue|read)|artikel ini (?:khusus|hanya) untuk/i;
const CONSENT =
  /before you continue|we value your privacy|bevor sie fortfahren|persetujuan cookie/i;
const LISTING_TYPE = /^(?:collectionpage|searchresultspage|profilepage)$/;
const LISTING_URL =
  /\/(?:tag|tags|topik|topic|category|kategori|kanal|indeks|index|search|author|penulis|label)(?:\/|$)/i;
const FEW_WORDS = 40;

/** The kind, and for an operator why. */
export function kindOf(sources: KindSources): { kind: Extracted['kind']; detail: string } {
  const { sample, words } = sources;
  if (words < 120 && CHALLENGE.test(`${sources.title} ${sample.slice(0, 3000)}`))
    return { kind: 'blocked', detail: 'a challenge page answered instead of the article' };
  if (words < FEW_WORDS && CONSENT.test(sample))
    return { kind: 'blocked', detail: 'a consent page answered instead of the article' };
  const article =
    sources.types.some((type) => type.endsWith('article') || type === 'blogposting') ||
    sources.ogType === 'article';
  if (words < FEW_WORDS && (LOGIN.test(sample) || sources.free === false))
    return { kind: 'blocked', detail: 'the text is for subscribers or members' };
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
