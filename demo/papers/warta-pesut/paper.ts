// Warta Pesut, Samarinda: WordPress with the JNews theme; REST route, RSS feed, gzip sitemaps behind an index.
import { gzipSync } from 'node:zlib';
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { rss, sitemap, sitemapIndex } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { homePage, articlePage } from './page.ts';
import { permalink } from './permalink.ts';
import { postsRoute } from './rest.ts';

const PAGE = 'text/html; charset=UTF-8';
const XML = 'application/xml; charset=UTF-8';

/** Items of the feed, WordPress' default. */
const FEED_LENGTH = 10;
/** Addresses of one sitemap. */
const SITEMAP_LENGTH = 20;

const articles = (issue: Issue): Entry[] =>
  issue.pieces.map((piece, index) => {
    const inFeed = index < FEED_LENGTH;
    return articleEntry(
      piece,
      permalink(piece),
      inFeed ? ['wordpress', 'feed', 'sitemap'] : ['wordpress', 'sitemap'],
      issue,
    );
  });

function sitemaps({ path, issue, entries }: Ask): Answer | null {
  const listed = listedIn(entries, 'sitemap');
  const parts = Array.from({ length: Math.ceil(listed.length / SITEMAP_LENGTH) }, (_, index) =>
    listed.slice(index * SITEMAP_LENGTH, (index + 1) * SITEMAP_LENGTH),
  );
  if (path === '/sitemap_index.xml') {
    const named = parts.map((part, index) => ({
      path: `/post-sitemap${index + 1}.xml.gz`,
      changed: lastChange(part),
    }));
    return ok(XML, sitemapIndex(issue.origin, named), lastChange(listed));
  }
  const number = /^\/post-sitemap(\d+)\.xml\.gz$/.exec(path)?.[1];
  const part = number === undefined ? undefined : parts[Number(number) - 1];
  if (part === undefined) return null;
  return ok('application/x-gzip', gzipSync(sitemap(issue.origin, part)), lastChange(part));
}

function feed({ issue, entries }: Ask): Answer {
  const listed = listedIn(entries, 'feed');
  const text = rss({ title: 'Warta Pesut', origin: issue.origin, self: '/feed/' }, listed);
  return ok('application/rss+xml; charset=UTF-8', text, lastChange(listed));
}

const apiRoot = (origin: string): string =>
  JSON.stringify({
    name: 'Warta Pesut',
    url: origin,
    namespaces: ['oembed/1.0', 'wp/v2'],
    routes: { '/wp/v2/posts': { namespace: 'wp/v2', methods: ['GET'] } },
  });

function answer(ask: Ask): Answer | null {
  const { path, issue } = ask;
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/feed/') return feed(ask);
  if (path === '/wp-json/') return ok('application/json; charset=UTF-8', apiRoot(issue.origin));
  if (path === '/wp-json/wp/v2/posts') return postsRoute(ask);
  if (path.startsWith('/wp-content/uploads/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  return piece === undefined ? sitemaps(ask) : ok(PAGE, articlePage(piece, issue).html);
}

export const wartaPesut = makePaper({
  id: 'warta-pesut',
  name: 'Warta Pesut',
  region: '64',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php
Disallow: /khusus-pelanggan/

Sitemap: {origin}/sitemap_index.xml
`,
  sources: (origin) => [
    { kind: 'wordpress', url: `${origin}/wp-json/wp/v2/posts` },
    { kind: 'feed', url: `${origin}/feed/` },
    { kind: 'sitemap', url: `${origin}/sitemap_index.xml` },
  ],
  reading: { preset: 'wordpress', delay: 0.02, interval: 60 },
  path: permalink,
  articles,
  faultsIn: 'sitemap',
  faults: [
    {
      kind: 'missing',
      path: '/2023/05/09/jadwal-imsakiyah-samarinda-hari-ini/',
      title: 'Jadwal Imsakiyah Samarinda Hari Ini',
      at: '2023-05-09T04:00:00+08:00',
    },
    {
      kind: 'forbidden',
      path: '/khusus-pelanggan/2024/10/02/peta-kekuatan-paslon-di-kutai-barat/',
      title: 'Peta Kekuatan Paslon di Kutai Barat',
      at: '2024-10-02T06:30:00+08:00',
    },
    {
      kind: 'bomb',
      path: '/2022/08/17/galeri-foto-upacara-hut-ri-di-ikn/',
      title: 'Galeri Foto Upacara HUT RI di IKN',
      at: '2022-08-17T15:00:00+08:00',
    },
  ],
  troubles: {},
  answer,
});
