// Kantor Berita Nusa: a national news agency; JSON-LD with articleBody, RSS of the newest, a sitemap for each year.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { printed } from '../../dates.ts';
import { rss, sitemap, sitemapIndex } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { NAME, articlePage, homePage, permalink } from './page.ts';

const PAGE = 'text/html; charset=utf-8';
const XML = 'text/xml; charset=utf-8';
const FEED_LENGTH = 20;

const articles = (issue: Issue): Entry[] =>
  issue.pieces.map((piece, index) =>
    articleEntry(
      piece,
      permalink(piece),
      index < FEED_LENGTH ? ['feed', 'sitemap'] : ['sitemap'],
      issue,
    ),
  );

const yearOf = ({ at }: Entry): string => (at === null ? '' : printed(at).year);

function sitemaps({ path, issue, entries }: Ask): Answer | null {
  const years = Map.groupBy(listedIn(entries, 'sitemap'), yearOf);
  if (path === '/sitemap.xml') {
    const parts = [...years].map(([year, part]) => ({
      path: `/sitemap-${year}.xml`,
      changed: lastChange(part),
    }));
    return ok(XML, sitemapIndex(issue.origin, parts), lastChange(entries));
  }
  const part = years.get(/^\/sitemap-(\d{4})\.xml$/.exec(path)?.[1] ?? '-');
  return part === undefined ? null : ok(XML, sitemap(issue.origin, part), lastChange(part));
}

function answer(ask: Ask): Answer | null {
  const { path, issue, entries } = ask;
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/rss/terkini.xml') {
    const listed = listedIn(entries, 'feed');
    return ok(
      XML,
      rss({ title: `${NAME} - Terkini`, origin: issue.origin, self: path }, listed),
      lastChange(listed),
    );
  }
  if (path.startsWith('/cache/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  return piece === undefined ? sitemaps(ask) : ok(PAGE, articlePage(piece, issue).html);
}

export const kantorBeritaNusa = makePaper({
  id: 'kantor-berita-nusa',
  name: NAME,
  region: null,
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /cari
Disallow: /pelanggan/
Crawl-delay: 0.05

Sitemap: {origin}/sitemap.xml
`,
  sources: (origin) => [
    { kind: 'feed', url: `${origin}/rss/terkini.xml` },
    { kind: 'sitemap', url: `${origin}/sitemap.xml` },
  ],
  reading: { preset: 'antara', delay: 0, interval: 30 },
  path: permalink,
  articles,
  faultsIn: 'sitemap',
  faults: [
    {
      kind: 'forbidden',
      path: '/pelanggan/3990011/data-lengkap-kerawanan-pilkada',
      title: 'Data Lengkap Kerawanan Pilkada',
      at: '2024-08-27T09:00:00+07:00',
    },
    {
      kind: 'flood',
      path: '/berita/3990012/siaran-langsung-rekapitulasi-nasional',
      title: 'Siaran Langsung Rekapitulasi Nasional',
      at: '2024-03-20T19:00:00+07:00',
    },
    {
      kind: 'document',
      path: '/berita/3990013/buletin-cetak-edisi-khusus',
      title: 'Buletin Cetak Edisi Khusus',
      at: '2020-12-10T08:00:00+07:00',
    },
  ],
  troubles: {},
  answer,
});
