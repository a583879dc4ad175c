// Harian Phinisi, Makassar: a content management system of its own; a news sitemap and nothing else.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { newsSitemap } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask } from '../../paper.ts';
import { NAME, articlePage, homePage, permalink } from './page.ts';

const PAGE = 'text/html; charset=utf-8';

function answer({ path, issue, entries }: Ask): Answer | null {
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/sitemap-news.xml') {
    const listed = listedIn(entries, 'sitemap');
    return ok('text/xml', newsSitemap(NAME, issue.origin, listed), lastChange(listed));
  }
  if (path.startsWith('/media/foto/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  return piece === undefined ? null : ok(PAGE, articlePage(piece, issue).html);
}

export const harianPhinisi = makePaper({
  id: 'harian-phinisi',
  name: NAME,
  region: '73',
  compress: false,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /cari
Disallow: /arsip-premium/
Sitemap: {origin}/sitemap-news.xml
`,
  sources: (origin) => [{ kind: 'sitemap', url: `${origin}/sitemap-news.xml` }],
  reading: { preset: null, delay: 0.02, interval: 60 },
  path: permalink,
  articles: (issue) =>
    issue.pieces.map((piece) => articleEntry(piece, permalink(piece), ['sitemap'], issue)),
  faultsIn: 'sitemap',
  faults: [
    {
      kind: 'forbidden',
      path: '/arsip-premium/9001/sejarah-pilkada-di-tana-luwu',
      title: 'Sejarah Pilkada di Tana Luwu',
      at: '2018-07-02T08:00:00+08:00',
    },
    {
      kind: 'missing',
      path: '/news/9002/live-streaming-debat-kandidat-makassar',
      title: 'Live Streaming Debat Kandidat Makassar',
      at: '2020-11-07T19:30:00+08:00',
    },
  ],
  troubles: {
    p0046: { kind: 'stumble', status: 500, times: 1 },
    p0117: { kind: 'slow', milliseconds: 1500 },
  },
  answer,
});
