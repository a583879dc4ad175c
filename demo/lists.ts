// Entries of an issue → RSS, sitemaps and news sitemaps as text.
import { httpDate, utc } from './dates.ts';
import { escapeHtml } from './html.ts';
import type { Entry } from './paper.ts';

type Channel = {
  title: string;
  origin: string;
  /** Path of the feed itself. */
  self: string;
  /** First line, where it is not the UTF-8 one. */
  declaration?: string;
  /** Further elements of an item. */
  extra?: (entry: Entry) => string;
  /** An item that is broken, put after the third. */
  broken?: string;
};

const UTF8 = '<?xml version="1.0" encoding="UTF-8"?>';

const RSS_SPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"';

/** First paragraph, cut, as feeds give it. */
const summary = ({ piece, title }: Entry): string =>
  piece === null ? title : `${(piece.paragraphs[0] ?? '').slice(0, 160)} [&#8230;]`;

function rssItem(entry: Entry, { origin, extra }: Channel): string {
  const link = escapeHtml(origin + (entry.printedAs ?? entry.path));
  const author = entry.piece?.author;
  return `<item>
<title>${escapeHtml(entry.title)}</title>
<link>${link}</link>
${author === undefined || author === null ? '' : `<dc:creator><![CDATA[${author}]]></dc:creator>\n`}${entry.at === null ? '' : `<pubDate>${httpDate(entry.at).replace('GMT', '+0000')}</pubDate>\n`}<category><![CDATA[${entry.piece?.section ?? 'Daerah'}]]></category>
<guid isPermaLink="false">${link}</guid>
<description><![CDATA[<p>${summary(entry)}</p>]]></description>
${extra?.(entry) ?? ''}</item>`;
}

/** RSS 2.0 of the entries in their order. */
export function rss(channel: Channel, entries: Entry[]): string {
  const items = entries.map((entry) => rssItem(entry, channel));
  if (channel.broken !== undefined) items.splice(3, 0, channel.broken);
  return `${channel.declaration ?? UTF8}<rss version="2.0" ${RSS_SPACES}>
<channel>
<title>${escapeHtml(channel.title)}</title>
<atom:link href="${channel.origin}${channel.self}" rel="self" type="application/rss+xml" />
<link>${channel.origin}</link>
<description>Kabar dari daerah</description>
<language>id</language>
${items.join('\n')}
</channel>
</rss>
`;
}

const urlset = (spaces: string, urls: string[]): string => `${UTF8}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${spaces}>
${urls.join('\n')}
</urlset>
`;

/** Sitemap 0.9 with lastmod where a date is known. */
export const sitemap = (origin: string, entries: Entry[]): string =>
  urlset(
    '',
    entries.map((entry) => {
      const changed = entry.modified ?? entry.at;
      return `<url><loc>${escapeHtml(origin + entry.path)}</loc>${changed === null ? '' : `<lastmod>${changed}</lastmod>`}</url>`;
    }),
  );

/** Google news sitemap: publication, date and title of each. */
export const newsSitemap = (name: string, origin: string, entries: Entry[]): string =>
  urlset(
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
    entries.map(
      (entry) => `<url>
<loc>${escapeHtml(origin + entry.path)}</loc>${entry.modified === null ? '' : `\n<lastmod>${utc(entry.modified)}</lastmod>`}
<news:news><news:publication><news:name>${escapeHtml(name)}</news:name><news:language>id</news:language></news:publication>${entry.at === null ? '' : `<news:publication_date>${entry.at}</news:publication_date>`}<news:title>${escapeHtml(entry.title)}</news:title></news:news>
</url>`,
    ),
  );

/** Sitemap index of the parts: path and last change of each. */
export const sitemapIndex = (origin: string, parts: { path: string; changed: string }[]): string =>
  `${UTF8}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map(({ path, changed }) => `<sitemap><loc>${origin}${path}</loc><lastmod>${changed}</lastmod></sitemap>`).join('\n')}
</sitemapindex>
`;
