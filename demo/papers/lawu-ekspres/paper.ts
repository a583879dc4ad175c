// Lawu Ekspres, Surakarta: a Promedia-like network site; RSS of everything, articles over several pages.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { rss } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { NAME, articlePage, hasWhole, homePage, permalink, rangesOf } from './page.ts';

const PAGE = 'text/html; charset=UTF-8';

/** Further pages that a perfect crawl fetches: all of it on one page where that is linked, else each page. */
function parts(entry: Entry): Entry[] {
  const { piece } = entry;
  if (piece === null) return [];
  const numbers = rangesOf(piece).map((_, index) => index + 1);
  const pages = hasWhole(piece) ? ['all'] : numbers.slice(1);
  return pages.map((page) => ({
    ...entry,
    path: `${permalink(piece)}?page=${page}`,
    foundBy: ['part'],
    ending: { kind: 'skipped', reason: 'part' },
  }));
}

const articles = (issue: Issue): Entry[] =>
  issue.pieces.flatMap((piece) => {
    const entry = articleEntry(piece, permalink(piece), ['feed'], issue);
    return [entry, ...parts(entry)];
  });

function answer({ path, query, issue, entries }: Ask): Answer | null {
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/rss') {
    const listed = listedIn(entries, 'feed');
    const text = rss({ title: NAME, origin: issue.origin, self: '/rss' }, listed);
    return ok('application/rss+xml', text, lastChange(listed));
  }
  if (path.startsWith('/crop/')) return picture(path);
  const piece = issue.pieces.find((candidate) => permalink(candidate) === path);
  if (piece === undefined) return null;
  const page = query.get('page') ?? '1';
  const current = page === 'all' ? 0 : Number(page);
  const exists = current >= 0 && current <= rangesOf(piece).length;
  return exists ? ok(PAGE, articlePage(piece, issue, current).html) : null;
}

export const lawuEkspres = makePaper({
  id: 'lawu-ekspres',
  name: NAME,
  region: '33',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /search
Disallow: /premium/
`,
  sources: (origin) => [{ kind: 'feed', url: `${origin}/rss` }],
  reading: { preset: 'promedia', delay: 0.02, interval: 60, network: 'Promedia' },
  path: permalink,
  articles,
  faultsIn: 'feed',
  faults: [
    {
      kind: 'missing',
      path: '/jawa-tengah/33113440001/jadwal-krl-jogja-solo-hari-ini',
      title: 'Jadwal KRL Jogja-Solo Hari Ini',
      at: '2023-10-02T05:00:00+07:00',
    },
    {
      kind: 'forbidden',
      path: '/premium/33113440002/laporan-khusus-dana-kampanye',
      title: 'Laporan Khusus Dana Kampanye',
      at: '2024-11-20T06:00:00+07:00',
    },
    {
      kind: 'flood',
      path: '/olahraga/33113440003/update-skor-langsung-liga-1',
      title: 'Update Skor Langsung Liga 1',
      at: '2022-09-18T16:00:00+07:00',
    },
  ],
  troubles: {
    p0044: { kind: 'stumble', status: 500, times: 2 },
    p0093: { kind: 'stumble', status: 429, times: 1, retryAfter: 1 },
  },
  answer,
});
