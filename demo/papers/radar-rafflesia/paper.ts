// Radar Rafflesia, Bengkulu: a Disway-like network site; a plain sitemap, further pages by the last number of the path.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { sitemap } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask, Entry, Issue } from '../../paper.ts';
import { NAME, articlePage, homePage, pagePath, permalink, rangesOf } from './page.ts';

const PAGE = 'text/html; charset=UTF-8';

const articles = (issue: Issue): Entry[] =>
  issue.pieces.flatMap((piece) => {
    const entry = articleEntry(piece, permalink(piece), ['sitemap'], issue);
    const parts = rangesOf(piece)
      .slice(1)
      .map((_, index): Entry => ({
        ...entry,
        path: pagePath(piece, index + 2),
        foundBy: ['part'],
        ending: { kind: 'skipped', reason: 'part' },
      }));
    return [entry, ...parts];
  });

function answer({ path, issue, entries }: Ask): Answer | null {
  if (path === '/') return ok(PAGE, homePage(issue).html);
  if (path === '/sitemap.xml') {
    const listed = listedIn(entries, 'sitemap');
    return ok('application/xml; charset=utf-8', sitemap(issue.origin, listed), lastChange(listed));
  }
  if (path.startsWith('/upload/')) return picture(path);
  for (const piece of issue.pieces) {
    const page = rangesOf(piece).findIndex((_, index) => pagePath(piece, index + 1) === path) + 1;
    if (page > 0) return ok(PAGE, articlePage(piece, issue, page).html);
  }
  return null;
}

export const radarRafflesia = makePaper({
  id: 'radar-rafflesia',
  name: NAME,
  region: '17',
  compress: true,
  needsBrowser: false,
  robots: `User-agent: *
Disallow: /admin
Disallow: /epaper/
`,
  sources: (origin) => [{ kind: 'sitemap', url: `${origin}/sitemap.xml` }],
  reading: { preset: 'disway', delay: 0.02, interval: 60, network: 'Disway' },
  path: permalink,
  articles,
  faultsIn: 'sitemap',
  faults: [
    {
      kind: 'stray',
      path: '/read/65001/tautan-mitra-pinjaman-cepat',
      title: 'Tautan Mitra: Pinjaman Cepat',
      at: '2023-01-19T11:00:00+07:00',
    },
    {
      kind: 'bomb',
      path: '/read/65002/infografis-hasil-rekapitulasi',
      title: 'Infografis Hasil Rekapitulasi',
      at: '2024-12-06T18:00:00+07:00',
    },
    {
      kind: 'forbidden',
      path: '/epaper/65003/radar-rafflesia-edisi-senin',
      title: 'Radar Rafflesia Edisi Senin',
      at: '2024-09-30T04:00:00+07:00',
    },
  ],
  troubles: {
    p0010: { kind: 'slow', milliseconds: 1000 },
    p0077: { kind: 'stumble', status: 500, times: 1 },
  },
  answer,
});
