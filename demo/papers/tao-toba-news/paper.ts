// Tao Toba News, Balige: a Blogger site; Atom feed only.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { articleEntry, makePaper } from '../../make.ts';
import type { Ask } from '../../paper.ts';
import { atomFeed } from './feed.ts';
import { articlePage, homePage } from './page.ts';
import { NAME, permalink } from './post.ts';

const PAGE = 'text/html; charset=UTF-8';

function answer(ask: Ask): Answer | null {
  const { path, issue } = ask;
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/feeds/posts/default') return atomFeed(ask);
  if (path.startsWith('/img/a/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  return piece === undefined ? null : ok(PAGE, articlePage(piece, issue).html);
}

export const taoTobaNews = makePaper({
  id: 'tao-toba-news',
  name: NAME,
  region: '12',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: Mediapartners-Google
Disallow:

User-agent: *
Disallow: /search
Allow: /

Sitemap: {origin}/sitemap.xml
`,
  sources: (origin) => [{ kind: 'feed', url: `${origin}/feeds/posts/default?max-results=150` }],
  reading: { preset: 'blogger', delay: 0.02, interval: 60 },
  path: permalink,
  articles: (issue) =>
    issue.pieces.map((piece) => articleEntry(piece, permalink(piece), ['feed'], issue)),
  faultsIn: 'feed',
  faults: [
    {
      kind: 'loop',
      path: '/2021/03/foto-matahari-terbit-di-danau-toba.html',
      title: 'Foto: Matahari Terbit di Danau Toba',
      at: '2021-03-14T06:10:00+07:00',
    },
    {
      kind: 'gone',
      path: '/2019/06/daftar-harga-ulos-pasar-balige.html',
      title: 'Daftar Harga Ulos Pasar Balige',
      at: '2019-06-22T10:00:00+07:00',
    },
  ],
  troubles: {},
  answer,
});
