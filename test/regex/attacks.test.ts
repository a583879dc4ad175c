// The worst input of each regular expression, a hundred thousand characters of it, at every place of a page, a feed, a
// sitemap, an answer of WordPress and an article: what hostile sites could send.
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { parseFeed } from '../../crawlers/discover/feed.ts';
import { parseListing } from '../../crawlers/discover/listing.ts';
import { parseSitemap } from '../../crawlers/discover/sitemap.ts';
import { parsePosts } from '../../crawlers/discover/wordpress.ts';
import { decodeXml } from '../../crawlers/discover/xml.ts';
import { extractHtml, extractPage } from '../../pipeline/extract/extract.ts';
import { viewText } from '../../pipeline/group/article.ts';
import { canonicalUrl } from '../../pipeline/normalise/url.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';
import { knownVerdicts } from './verdicts.ts';

const SIZE = 100_000;
/** Seconds of the processor for one input at one place; the goal is 2 s a page, and the machine may be slow. */
const LIMIT = 4;

type Attack = { pumps: { prefix: string; pump: string }[]; suffix: string };

/** The attack with each pump repeated until the whole is SIZE long. */
function inflate({ pumps, suffix }: Attack): string {
  const share = SIZE / Math.max(1, pumps.length);
  const parts = pumps.map(
    ({ prefix, pump }) => prefix + pump.repeat(Math.ceil(share / Math.max(1, pump.length))),
  );
  return parts.join('') + suffix;
}

const CASES = [...knownVerdicts().values()].flatMap(({ pattern, file, attack }) =>
  attack === undefined
    ? []
    : [{ name: `${file} /${pattern.slice(0, 60)}/`, text: inflate(attack) }],
);

const FETCHED = '2025-07-12T02:00:00Z';
const BODY =
  '<p>Bawaslu Kota Bontang meminta seluruh aparatur sipil negara menjaga netralitas.</p>';
const page = (head: string, body: string): string =>
  `<html lang="id"><head>${head}</head><body><article><h1>Judul</h1>${body}</article></body></html>`;
const tag = createTagger(loadKnowledge(KNOWLEDGE_DIR));
const tagText = (title: string, text: string): unknown =>
  tag({
    url: null,
    outlet: null,
    outletRegion: null,
    title,
    text,
    published: null,
    markedAdvertorial: false,
  });
const extract = (html: string, url = 'https://contoh.id/a'): unknown =>
  extractHtml({ url, html, fetchedAt: FETCHED }, null);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Everywhere that a text of somebody else's is read. */
const PLACES: Record<string, (text: string) => unknown> = {
  'a paragraph': (text) => extract(page('', `${BODY}<p>${escaped(text)}</p>${BODY}`)),
  'preformatted text': (text) => extract(page('', `${BODY}<pre>${escaped(text)}</pre>${BODY}`)),
  'the headline': (text) => extract(page('', `<h1>${escaped(text)}</h1>${BODY}`)),
  'a short line': (text) => extract(page('', `<p>${escaped(text.slice(0, 390))}</p>${BODY}`)),
  'the title': (text) => extract(page(`<title>${escaped(text)}</title>`, BODY)),
  'the metadata': (text) =>
    extract(
      page(
        ['author', 'og:title', 'description', 'og:site_name', 'article:published_time', 'editor']
          .map((name) => `<meta name="${name}" property="${name}" content="${escaped(text)}">`)
          .join(''),
        BODY,
      ),
    ),
  'the byline': (text) =>
    extract(
      page('', `<div class="author">${escaped(text)}</div><time>${escaped(text)}</time>${BODY}`),
    ),
  'a label': (text) =>
    extract(page('', `<div class="${escaped(text)}" id="${escaped(text)}">${BODY}</div>`)),
  'JSON-LD': (text) =>
    extract(
      page(
        `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: text, articleBody: text, author: text, datePublished: text, publisher: { name: text } })}</script>`,
        BODY,
      ),
    ),
  'the script itself': (text) =>
    extract(page(`<script type="application/ld+json">${text}</script>`, BODY)),
  'the bytes of a page': (text) =>
    extractPage(
      {
        url: 'https://contoh.id/a',
        body: utf8(text),
        contentType: 'text/html',
        fetchedAt: FETCHED,
      },
      null,
    ),
  'its address': (text) => extract(page('', BODY), `https://contoh.id/${text}`),
  'a link': (text) => canonicalUrl(`/${text}`, 'https://contoh.id/'),
  'a listing': (text) =>
    parseListing(`<a href="/x">${escaped(text)}</a>`, 'https://contoh.id/', 'a'),
  'a feed': (text) =>
    parseFeed(
      `<rss><item><title>${escaped(text)}</title><link>${escaped(text)}</link><pubDate>${escaped(text)}</pubDate></item></rss>`,
      420,
    ),
  'the bytes of a feed': (text) => parseFeed(decodeXml(utf8(text)), 420),
  'a sitemap': (text) =>
    parseSitemap(
      `<urlset><url><loc>${escaped(text)}</loc><lastmod>${escaped(text)}</lastmod></url></urlset>`,
      420,
    ),
  'an answer of WordPress': (text) =>
    parsePosts(
      JSON.stringify([
        { link: text, date: text, date_gmt: text, modified_gmt: text, title: { rendered: text } },
      ]),
      420,
    ),
  'an article to be tagged': (text) => tagText(text, `Kata Bawaslu. ${text}`),
  'an article to be grouped': (text) =>
    viewText({
      title: text,
      text,
      tags: { primary: null, elections: [], coverage: 'lainnya', speakers: [], reasons: [] },
    }),
};

const seconds = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

test.for(Object.keys(PLACES))('%s', { timeout: 120_000 }, (place) => {
  const read = PLACES[place] ?? extract;
  const slow = CASES.map(({ name, text }) => ({ name, took: seconds(() => read(text)) }));
  expect(slow.filter(({ took }) => took > LIMIT)).toEqual([]);
});
