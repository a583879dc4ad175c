// Pos Rangkiang, Padang: wrong charsets, old addresses that redirect, AMP copies in the feed, others' texts.
import { type Answer, ok, redirect } from '../../answer.ts';
import { type Piece, numberOf } from '../../articles.ts';
import { picture } from '../../clutter.ts';
import { rss, sitemap } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Ending, Entry, Issue } from '../../paper.ts';
import type { FoundBy } from '../../../schemas/page.ts';
import { cp1252, encode, mistakeOf } from './charset.ts';
import {
  NAME,
  ampPage,
  ampPath,
  articlePage,
  galleryPage,
  listPage,
  oldPath,
  permalink,
} from './page.ts';

const PAGE = 'text/html; charset=UTF-8';
const GALLERY = {
  path: '/2023/06/galeri-foto-pacu-jawi-tanah-datar/',
  title: 'Galeri Foto: Pacu Jawi Tanah Datar',
};
const SECTION = { path: '/category/politik/', title: 'Kategori: Politik' };

/** An item without address and date, with a sign that XML does not allow bare. */
const BROKEN =
  '<item>\n<title>Kopi & Sate: Agenda Kuliner Akhir Pekan</title>\n<link></link>\n<pubDate></pubDate>\n</item>';

const ALIAS: Ending = { kind: 'skipped', reason: 'alias' };
const MOVED: Ending = { ...ALIAS, moved: true };

/** The four ways in which the feed and the sitemap name an article, by its number. */
function named(piece: Piece, issue: Issue): Entry[] {
  const way = numberOf(piece) % 4;
  const lists: FoundBy[] = way % 2 === 0 ? ['feed', 'sitemap'] : ['canonical'];
  const entry = articleEntry(piece, permalink(piece), lists, issue);
  const other = (path: string, ending: Ending): Entry => {
    return { ...entry, path, foundBy: ['feed'], ending };
  };
  if (way === 0) return [{ ...entry, printedAs: `${entry.path}?utm_source=rss&utm_medium=feed` }];
  return [entry, way === 3 ? other(oldPath(piece), MOVED) : other(ampPath(piece), ALIAS)];
}

const page = (of: typeof GALLERY, reason: 'no-text' | 'not-article'): Entry => ({
  path: of.path,
  foundBy: ['sitemap'],
  ending: { kind: 'skipped', reason },
  piece: null,
  title: of.title,
  at: '2023-06-11T10:00:00+07:00',
  modified: null,
  removed: false,
});

const articles = (issue: Issue): Entry[] => [
  ...issue.pieces.flatMap((piece) => named(piece, issue)),
  page(GALLERY, 'no-text'),
  page(SECTION, 'not-article'),
];

/** The feed in windows-1252, which it calls ISO-8859-1. */
function feed({ issue, entries }: Ask): Answer {
  const listed = listedIn(entries, 'feed');
  const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>\n';
  const text = rss(
    { title: NAME, origin: issue.origin, self: '/feed/', declaration, broken: BROKEN },
    listed,
  );
  return ok('text/xml', cp1252(text), lastChange(listed));
}

function article(path: string, issue: Issue): Answer | null {
  for (const piece of issue.pieces) {
    if (path === permalink(piece)) {
      const { type, body } = encode(articlePage(piece, issue).html, mistakeOf(piece));
      return ok(type, body);
    }
    if (path === ampPath(piece)) return ok(PAGE, ampPage(piece, issue).html);
    if (path === oldPath(piece)) return redirect(permalink(piece));
  }
  return null;
}

function answer(ask: Ask): Answer | null {
  const { path, issue, entries } = ask;
  if (path === '/') return ok(PAGE, listPage(NAME, issue, issue.pieces).html);
  if (path === '/feed/') return feed(ask);
  if (path === '/sitemap.xml') {
    const listed = listedIn(entries, 'sitemap');
    return ok('text/xml; charset=UTF-8', sitemap(issue.origin, listed), lastChange(listed));
  }
  if (path.startsWith('/wp-content/uploads/')) return picture(path);
  if (path === GALLERY.path) return ok(PAGE, galleryPage(GALLERY.title, issue).html);
  if (path === SECTION.path)
    return ok(PAGE, listPage(SECTION.title, issue, issue.pieces.slice(0, 15)).html);
  return article(path, issue);
}

export const posRangkiang = makePaper({
  id: 'pos-rangkiang',
  name: NAME,
  region: '13',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /wp-admin/
Disallow: /langganan/

Sitemap: {origin}/sitemap.xml
`,
  sources: (origin) => [
    { kind: 'feed', url: `${origin}/feed/` },
    { kind: 'sitemap', url: `${origin}/sitemap.xml` },
  ],
  reading: { preset: 'wordpress', delay: 0.02, interval: 60 },
  path: permalink,
  articles,
  faultsIn: 'feed',
  faults: [
    {
      kind: 'missing',
      path: '/2022/12/undian-berhadiah-akhir-tahun/',
      title: 'Undian Berhadiah Akhir Tahun',
      at: '2022-12-30T12:00:00+07:00',
    },
    {
      kind: 'loop',
      path: '/2021/08/podcast-ranah-minang/',
      title: 'Podcast Ranah Minang',
      at: '2021-08-05T20:00:00+07:00',
    },
    {
      kind: 'forbidden',
      path: '/langganan/2024/11/e-paper-hari-ini/',
      title: 'E-Paper Hari Ini',
      at: '2024-11-01T05:00:00+07:00',
    },
  ],
  troubles: {
    p0104: { kind: 'stumble', status: 500, times: 1 },
  },
  answer,
});
