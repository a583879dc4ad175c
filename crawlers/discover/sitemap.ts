// Sitemap, news sitemap or sitemap index text → addresses of articles, or of further sitemaps; newest first.
import { atOnce, mapped, type Steps } from '../steps.ts';
import type { Found } from './candidates.ts';
import { isoDate } from './dates.ts';
import { readRecords, textOf, type XmlRecord } from './xml.ts';

/** Entries of one file (sitemaps.org). */
const MAX_ENTRIES = 50_000;

export type SitemapFile = { href: string; lastModified: string | null };

export type Sitemap =
  | { kind: 'urls'; found: Found[]; more: boolean }
  | { kind: 'index'; files: SitemapFile[] };

const PUBLISHED = [
  'news:news/news:publication_date',
  'n:news/n:publication_date',
  'news/publication_date',
];
const TITLE = ['news:news/news:title', 'n:news/n:title', 'news/title'];

/** Newest first; entries without a date keep their order behind the dated ones. */
const byDate =
  <T>(dateOf: (entry: T) => string | null) =>
  (a: T, b: T): number =>
    (Date.parse(dateOf(b) ?? '') || 0) - (Date.parse(dateOf(a) ?? '') || 0);

function foundIn(record: XmlRecord, zone: number): Found {
  return {
    href: textOf(record, 'loc', 'link') ?? '',
    title: textOf(record, ...TITLE),
    published: isoDate(textOf(record, ...PUBLISHED), zone),
    modified: isoDate(textOf(record, 'lastmod'), zone),
  };
}

/**
 * The entries of a sitemap file, newest first. A plain list of addresses, one a line, is a sitemap too.
 * null: this is no sitemap.
 * @param zone minutes east of UTC for dates without a zone
 */
export function* sitemapOf(text: string, zone: number): Steps<Sitemap | null> {
  const { records, more } = yield* readRecords(text, ['url', 'sitemap'], MAX_ENTRIES);
  const files = records.filter(({ name }) => name === 'sitemap');
  if (files.length > 0) {
    const listed = yield* mapped(files, (record) => ({
      href: textOf(record, 'loc') ?? '',
      lastModified: isoDate(textOf(record, 'lastmod'), zone),
    }));
    return { kind: 'index', files: listed.sort(byDate(({ lastModified }) => lastModified)) };
  }
  if (records.length === 0 && !/<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(text))
    return plainList(text);
  const found = yield* mapped(records, (record) => foundIn(record, zone));
  return {
    kind: 'urls',
    found: found.sort(byDate(({ modified, published }) => modified ?? published)),
    more,
  };
}

/** The same in one go. */
export const parseSitemap = (text: string, zone: number): Sitemap | null =>
  atOnce(sitemapOf(text, zone));

function plainList(text: string): Sitemap | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const addresses = lines.filter((line) => line !== '');
  if (addresses.length === 0 || !addresses.every((line) => /^https?:\/\/\S+$/.test(line)))
    return null;
  const found = addresses
    .slice(0, MAX_ENTRIES)
    .map((href) => ({ href, title: null, published: null, modified: null }));
  return { kind: 'urls', found, more: addresses.length > MAX_ENTRIES };
}
