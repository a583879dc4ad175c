// A host and its articles → everything it serves: pages, front page, feed, sitemap, robots.txt; bytes ready to send.
import { gzipSync } from 'node:zlib';
import { type PressArticle, articleOf } from './article.ts';
import { faultOf } from './faults.ts';
import type { Host } from './hosts.ts';
import { gzippedPages } from './library.ts';

export type File = {
  type: string;
  gzip: Uint8Array;
  /** Number of the article from 1; 0 for anything else. */
  article: number;
  /** Path of the article before it; '/' for the first. */
  before: string;
};

const HTML = 'text/html; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

const list = (articles: readonly PressArticle[], item: (article: PressArticle) => string): string =>
  articles.map(item).join('\n');

const sitemap = (origin: string, articles: readonly PressArticle[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${list(articles, ({ path, published, title }) => `<url><loc>${origin}${path}</loc><lastmod>${published}</lastmod><news:news><news:publication_date>${published}</news:publication_date><news:title>${title}</news:title></news:news></url>`)}
</urlset>`;

const feed = (origin: string, articles: readonly PressArticle[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Terbaru</title><link>${origin}/</link>
${list(articles, ({ path, published, title }) => `<item><title>${title}</title><link>${origin}${path}</link><pubDate>${new Date(published).toUTCString()}</pubDate></item>`)}
</channel></rss>`;

const front = (articles: readonly PressArticle[]): string =>
  `<!DOCTYPE html><html lang="id"><head><title>Beranda</title></head><body>${list(articles, ({ path, title }) => `<h2><a href="${path}">${title}</a></h2>`)}</body></html>`;

/** Path → file. `origin` is how the host is asked, for addresses in feed and sitemap. */
export function filesOf(
  { number, newspaper, articles: count }: Host,
  origin: string,
  faults = false,
): Map<string, File> {
  const pages = gzippedPages(newspaper, count);
  const articles = pages.map((_, index) => articleOf(newspaper, index + 1));
  const newest = articles.slice(0, 20);
  const forbidden = articles.filter(
    (_, index) => faults && faultOf(number, index + 1) === 'forbidden',
  );
  const text = (type: string, body: string): File => ({
    type,
    gzip: gzipSync(body),
    article: 0,
    before: '/',
  });
  const files = new Map<string, File>([
    ['/', text(HTML, front(newest))],
    ['/feed/', text('application/rss+xml; charset=utf-8', feed(origin, newest))],
    ['/sitemap-news.xml', text(XML, sitemap(origin, articles))],
    [
      '/robots.txt',
      text(
        'text/plain',
        `User-agent: *\nDisallow: /wp-admin/\n${forbidden.map(({ path }) => `Disallow: ${path}\n`).join('')}Sitemap: ${origin}/sitemap-news.xml\n`,
      ),
    ],
  ]);
  for (const [index, gzip] of pages.entries())
    files.set(articles[index]?.path ?? '', {
      type: HTML,
      gzip,
      article: index + 1,
      before: articles[index - 1]?.path ?? '/',
    });
  return files;
}
