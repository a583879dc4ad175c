// What is wrong with robots.txt, feeds, sitemaps, listings or the host itself, and the one ending of each.
import { gzipSync } from 'node:zlib';
import type { Site } from '../../schemas/site.ts';
import { type Handler, respond, rss } from '../crawlers/press-server.ts';
import { ARTICLE, articlePage } from './article.ts';
import type { Kind } from './kind.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const XML = { 'content-type': 'application/xml; charset=utf-8' };

/** Something wrong with the way in: robots.txt, feed, sitemap, listing, the host itself. */
const wayIn = (
  name: string,
  routes: Kind['routes'],
  ending: string,
  site?: Kind['site'],
): Kind => ({ name: `way in: ${name}`, routes, listed: [], ending, ...(site && { site }) });

const feedAt =
  (path: string) =>
  (origin: string): Partial<Site> => ({
    discover: [{ kind: 'feed', url: `${origin}${path}` }],
  });
const sitemapAt = (origin: string): Partial<Site> => ({
  discover: [{ kind: 'sitemap', url: `${origin}/sitemap.xml` }],
});
const urlset = (urls: string[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<url><loc>${url}</loc></url>`).join('')}</urlset>`;
const index = (urls: string[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map((url) => `<sitemap><loc>${url}</loc></sitemap>`).join('')}</sitemapindex>`;
const good = (origin: string): string => `${origin}/baik/berita-1`;
/** One article under 100,000 addresses. */
const manyItems = (origin: string, padding: string): string =>
  `<rss>${Array.from({ length: 100_000 }, (_, at) => `<item><link>${good(origin)}?utm_id=${at}</link>${padding}</item>`).join('')}</rss>`;
const never: Handler = () => {};

export const WAYS_IN: Kind[] = [
  wayIn('robots.txt 500', () => ({ '/robots.txt': respond(500) }), 'left robots.txt: status-500'),
  wayIn(
    'robots.txt without an answer',
    () => ({ '/robots.txt': never }),
    'left robots.txt: timeout',
  ),
  wayIn('robots.txt 404', () => ({ '/robots.txt': respond(404) }), 'kept'),
  wayIn(
    'robots.txt of 10 MB',
    () => ({
      '/robots.txt': respond(
        200,
        { 'content-type': 'text/plain' },
        `User-agent: *\nAllow: /\n${'# isi\n'.repeat(1_700_000)}`,
      ),
    }),
    'kept',
  ),
  wayIn(
    'robots.txt as HTML',
    () => ({ '/robots.txt': respond(200, HTML, '<html>Selamat datang</html>') }),
    'kept',
  ),
  wayIn(
    'robots.txt that leads in a circle',
    () => ({ '/robots.txt': respond(302, { location: '/robots.txt' }) }),
    'kept',
  ),
  wayIn(
    'robots.txt forbids all',
    () => ({ '/robots.txt': respond(200, {}, 'User-agent: *\nDisallow: /') }),
    'answered robots',
  ),
  wayIn('no feed', () => ({}), 'answered status-404', feedAt('/tiada')),
  wayIn(
    'a feed that is a page',
    () => ({ '/hal': articlePage(ARTICLE) }),
    'answered unreadable',
    feedAt('/hal'),
  ),
  wayIn(
    'an empty feed',
    () => ({ '/kosong': respond(200, XML, '') }),
    'answered unreadable',
    feedAt('/kosong'),
  ),
  wayIn(
    'a feed cut off',
    (origin) => ({
      '/putus': respond(
        200,
        XML,
        `${rss(origin, ['/baik/berita-1']).replace('</channel></rss>', '')}<item><title>Terp`,
      ),
    }),
    'kept',
    feedAt('/putus'),
  ),
  wayIn(
    'a feed in the wrong charset',
    (origin) => ({
      '/salah': respond(
        200,
        XML,
        Buffer.from(
          rss(origin, ['/baik/berita-1']).replace('<title>/', '<title>Caf\u00e9 /'),
          'latin1',
        ),
      ),
    }),
    'kept',
    feedAt('/salah'),
  ),
  wayIn(
    'a feed of 100,000 items',
    (origin) => ({ '/banyak': respond(200, XML, manyItems(origin, '')) }),
    'kept',
    feedAt('/banyak'),
  ),
  wayIn(
    'a feed of 13 MB',
    (origin) => ({ '/besar': respond(200, XML, manyItems(origin, ' '.repeat(80))) }),
    'answered too-large',
    feedAt('/besar'),
  ),
  wayIn(
    'a feed bomb',
    () => ({
      '/bom': respond(
        200,
        { ...XML, 'content-encoding': 'gzip' },
        gzipSync(Buffer.alloc(60 * 1024 * 1024, '<')),
      ),
    }),
    'answered inflated-too-large',
    feedAt('/bom'),
  ),
  wayIn(
    'a feed of another host',
    () => ({ '/asing': respond(200, XML, rss('http://asing.test', ['/a', '/b'])) }),
    'answered 200',
    feedAt('/asing'),
  ),
  wayIn(
    'a feed of session ids',
    (origin) => ({
      '/sesi': respond(
        200,
        XML,
        rss(origin, [
          '/baik/berita-1?PHPSESSID=a1',
          '/baik/berita-1?PHPSESSID=b2',
          '/baik/berita-1;jsessionid=c3',
        ]),
      ),
    }),
    'kept',
    feedAt('/sesi'),
  ),
  wayIn(
    'entities without end',
    () => ({
      '/tawa': respond(
        200,
        XML,
        `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title><link>/baik/berita-1</link></item></channel></rss>`,
      ),
    }),
    'kept',
    feedAt('/tawa'),
  ),
  wayIn(
    'a sitemap that contains itself',
    (origin) => ({
      '/sitemap.xml': respond(200, XML, index([`${origin}/sitemap.xml`, `${origin}/s1.xml`])),
      '/s1.xml': respond(200, XML, urlset([good(origin)])),
    }),
    'kept',
    sitemapAt,
  ),
  wayIn(
    'a sitemap of another host',
    () => ({ '/sitemap.xml': respond(200, XML, urlset(['http://asing.test/a'])) }),
    'answered 200',
    sitemapAt,
  ),
  wayIn(
    'sitemaps without bottom',
    (origin) => ({
      '/sitemap.xml': respond(200, XML, index([`${origin}/s?n=1`])),
      '/s': (response, request) =>
        response
          .writeHead(200, XML)
          .end(index([`${origin}/s?n=${Number(/\d+$/.exec(request.url ?? '')?.[0]) + 1}`])),
    }),
    'answered 200',
    sitemapAt,
  ),
  wayIn(
    'a sitemap bomb',
    () => ({
      '/sitemap.xml': respond(
        200,
        { 'content-type': 'application/gzip' },
        gzipSync(Buffer.alloc(60 * 1024 * 1024, ' ')),
      ),
    }),
    'answered inflated-too-large',
    sitemapAt,
  ),
  wayIn(
    'a calendar without end',
    (origin) => ({
      '/kalender': (response, request) => {
        const day = Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 0);
        response
          .writeHead(200, HTML)
          .end(
            `<a class="judul" href="/baik/berita-1">Berita</a><a class="lanjut" href="${origin}/kalender?hari=${day + 1}">besok</a>`,
          );
      },
    }),
    'kept',
    (origin) => ({
      discover: [
        {
          kind: 'listing',
          url: `${origin}/kalender`,
          links: 'a.judul',
          next: 'a.lanjut',
          pages: 5,
        },
      ],
    }),
  ),
  wayIn(
    'a closed port',
    () => ({}),
    'left robots.txt: connect',
    () => ({
      home: 'http://127.0.0.1:1/',
      discover: [{ kind: 'feed', url: 'http://127.0.0.1:1/feed' }],
    }),
  ),
  wayIn(
    'a name that leads to this machine',
    () => ({}),
    'left robots.txt: private-address',
    (origin) => {
      const at = origin.replace(/127\.[\d.]+/, 'localhost');
      return {
        home: at,
        loopback: false,
        delay: 1,
        discover: [{ kind: 'feed', url: `${at}/feed` }],
      };
    },
  ),
  wayIn(
    'the address of this machine',
    () => ({}),
    'left robots.txt: private-address',
    (origin) => ({ home: origin, loopback: false, delay: 1 }),
  ),
  wayIn(
    'an IPv6 literal',
    () => ({}),
    'left robots.txt: private-address',
    () => ({
      home: 'http://[::1]:80/',
      loopback: false,
      delay: 1,
      discover: [{ kind: 'feed', url: 'http://[::1]:80/feed' }],
    }),
  ),
  wayIn(
    'a cloud’s own address',
    () => ({}),
    'left robots.txt: private-address',
    () => ({
      home: 'http://169.254.169.254/',
      loopback: false,
      delay: 1,
      discover: [{ kind: 'feed', url: 'http://169.254.169.254/feed' }],
    }),
  ),
  wayIn(
    'plain HTTP behind https',
    () => ({}),
    'left robots.txt: tls',
    (origin) => {
      const at = origin.replace('http:', 'https:');
      return { home: at, discover: [{ kind: 'feed', url: `${at}/feed` }] };
    },
  ),
  wayIn(
    '429 to everything',
    () => ({ '/feed': respond(429, { 'retry-after': '1' }) }),
    'answered status-429',
  ),
];
