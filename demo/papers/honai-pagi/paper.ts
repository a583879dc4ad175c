// Honai Pagi, Jayapura: an old home-made system without feed or sitemap; paged listings only, some articles undated.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask } from '../../paper.ts';
import { NAME, articlePage, listingPage, permalink } from './page.ts';

const PAGE = 'text/html';
/** Articles of one listing page. */
const LISTING_LENGTH = 10;

function listing({ query, entries }: Ask): Answer | null {
  const page = Number(query.get('halaman') ?? 1);
  const listed = listedIn(entries, 'listing');
  const shown = listed.slice((page - 1) * LISTING_LENGTH, page * LISTING_LENGTH);
  if (shown.length === 0) return null;
  const html = listingPage(shown, page, listed.length > page * LISTING_LENGTH).html;
  return ok(PAGE, html, lastChange(listed));
}

function answer(ask: Ask): Answer | null {
  const { path, query, issue } = ask;
  if (path === '/' || path === '/berita.php') return listing(ask);
  if (path.startsWith('/foto/')) return picture(path);
  if (path !== '/baca.php') return null;
  const asked = `/baca.php?id=${query.get('id')}`;
  const piece = issue.pieces.find((candidate) => permalink(candidate) === asked);
  return piece === undefined ? null : ok(PAGE, articlePage(piece, issue).html);
}

export const honaiPagi = makePaper({
  id: 'honai-pagi',
  name: NAME,
  region: '91',
  compress: false,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /admin/
Disallow: /kirim.php
Disallow: /rahasia/
Crawl-delay: 0.03
`,
  sources: (origin) => [
    {
      kind: 'listing',
      url: `${origin}/berita.php`,
      links: 'a.tautan-berita',
      next: 'a.berikut',
      pages: 10,
    },
  ],
  reading: { preset: null, delay: 0, interval: 120 },
  path: permalink,
  articles: (issue) =>
    issue.pieces.map((piece) => articleEntry(piece, permalink(piece), ['listing'], issue)),
  faultsIn: 'listing',
  faults: [
    {
      kind: 'missing',
      path: '/baca.php?id=3001',
      title: 'Agenda Kegiatan Pekan Ini',
      at: '2022-02-07T07:00:00+09:00',
    },
    {
      kind: 'stray',
      path: '/baca.php?id=3002',
      title: 'Lowongan Kerja Rumah Sakit di Nabire',
      at: '2023-08-01T09:00:00+09:00',
    },
    {
      kind: 'forbidden',
      path: '/rahasia/dokumen.php?id=3003',
      title: 'Dokumen Sidang Sengketa Pilkada Puncak Jaya',
      at: '2025-02-25T09:00:00+09:00',
    },
  ],
  troubles: {
    p0030: { kind: 'stumble', status: 503, times: 1, retryAfter: 1 },
  },
  answer,
});
