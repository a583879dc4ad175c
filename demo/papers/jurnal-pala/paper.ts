// Jurnal Pala, Ambon and Ternate: a Tribun-like network site; RSS of the newest, an index of all news in pages.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { rss } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { NAME, articlePage, indexPage, permalink, rangesOf } from './page.ts';

const PAGE = 'text/html; charset=utf-8';
const FEED_LENGTH = 10;
const INDEX_LENGTH = 12;

const articles = (issue: Issue): Entry[] =>
  issue.pieces.flatMap((piece, index) => {
    const entry = articleEntry(
      piece,
      permalink(piece),
      index < FEED_LENGTH ? ['feed', 'listing'] : ['listing'],
      issue,
    );
    if (rangesOf(piece).length === 1) return [entry];
    const whole: Entry = {
      ...entry,
      path: `${permalink(piece)}?page=all`,
      foundBy: ['part'],
      ending: { kind: 'skipped', reason: 'part' },
    };
    return [entry, whole];
  });

function listing({ query, issue, entries }: Ask): Answer | null {
  const page = Number(query.get('page') ?? 1);
  const listed = listedIn(entries, 'listing');
  const shown = listed.slice((page - 1) * INDEX_LENGTH, page * INDEX_LENGTH);
  if (shown.length === 0) return null;
  const html = indexPage(shown, issue, page, listed.length > page * INDEX_LENGTH).html;
  return ok(PAGE, html, lastChange(listed));
}

function answer(ask: Ask): Answer | null {
  const { path, query, issue, entries } = ask;
  if (path === '/' || path === '/index-news') return listing(ask);
  if (path === '/rss') {
    const listed = listedIn(entries, 'feed');
    const text = rss({ title: NAME, origin: issue.origin, self: '/rss' }, listed);
    return ok('application/rss+xml; charset=utf-8', text, lastChange(listed));
  }
  if (path.startsWith('/foto/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  if (piece === undefined) return null;
  const page = query.get('page') ?? '1';
  const current = page === 'all' ? 0 : Number(page);
  const exists = current >= 0 && current <= rangesOf(piece).length;
  return exists ? ok(PAGE, articlePage(piece, issue, current).html) : null;
}

export const jurnalPala = makePaper({
  id: 'jurnal-pala',
  name: NAME,
  region: '81',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /search
Disallow: /vip/
`,
  sources: (origin) => [
    { kind: 'feed', url: `${origin}/rss` },
    {
      kind: 'listing',
      url: `${origin}/index-news`,
      links: '.art-list h3 a',
      next: 'a.selanjutnya',
      pages: 10,
    },
  ],
  reading: { preset: 'tribun', delay: 0.02, interval: 60, network: 'Tribun' },
  path: permalink,
  articles,
  faultsIn: 'listing',
  faults: [
    {
      kind: 'missing',
      path: '/2021/05/13/live-takbiran-dari-masjid-raya',
      title: 'LIVE: Takbiran dari Masjid Raya',
      at: '2021-05-13T00:30:00+09:00',
    },
    {
      kind: 'forbidden',
      path: '/vip/2024/09/01/peta-politik-maluku-utara',
      title: 'Peta Politik Maluku Utara',
      at: '2024-09-01T06:00:00+09:00',
    },
  ],
  troubles: {
    p0058: { kind: 'stumble', status: 500, times: 1 },
  },
  answer,
});
