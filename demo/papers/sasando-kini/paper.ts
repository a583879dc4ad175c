// Sasando Kini, Kupang: a single-page application; a sitemap, an empty shell, and articles only for those who run its script.
import { type Answer, ok } from '../../answer.ts';
import { picture } from '../../clutter.ts';
import { sitemap } from '../../lists.ts';
import { articleEntry, lastChange, listedIn, makePaper } from '../../make.ts';
import type { Ask } from '../../paper.ts';
import { NAME, SCRIPT, SHELL, STYLE, articleJson, listJson, permalink } from './view.ts';

const PAGE = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

function asset(path: string): Answer | null {
  if (path.endsWith('.js')) return ok('text/javascript; charset=utf-8', SCRIPT);
  if (path.endsWith('.css')) return ok('text/css; charset=utf-8', STYLE);
  return path.startsWith('/assets/foto-') ? picture(path) : null;
}

function answer({ path, issue, entries }: Ask): Answer | null {
  if (path === '/sitemap.xml') {
    const listed = listedIn(entries, 'sitemap');
    return ok('application/xml', sitemap(issue.origin, listed), lastChange(listed));
  }
  if (path === '/api/v1/articles') return ok(JSON_TYPE, listJson(issue));
  const id = /^\/api\/v1\/articles\/(\d+)$/.exec(path)?.[1];
  if (id !== undefined) {
    const json = articleJson(id, issue);
    return json === null
      ? { status: 404, type: JSON_TYPE, body: '{"error":"not found"}' }
      : ok(JSON_TYPE, json);
  }
  if (path.startsWith('/assets/')) return asset(path);
  const known = path === '/' || issue.pieces.some((piece) => permalink(piece) === path);
  return known ? ok(PAGE, SHELL) : null;
}

export const sasandoKini = makePaper({
  id: 'sasando-kini',
  name: NAME,
  region: '53',
  compress: true,
  needsBrowser: true,
  robots: `User-agent: *
Disallow: /akun/
Disallow: /eksklusif/

Sitemap: {origin}/sitemap.xml
`,
  sources: (origin) => [{ kind: 'sitemap', url: `${origin}/sitemap.xml` }],
  reading: { preset: null, delay: 0.02, interval: 60 },
  path: permalink,
  articles: (issue) =>
    issue.pieces.map((piece) => articleEntry(piece, permalink(piece), ['sitemap'], issue)),
  faultsIn: 'sitemap',
  faults: [
    {
      kind: 'missing',
      path: '/baca/69001/hitung-cepat-pilgub-ntt',
      title: 'Hitung Cepat Pilgub NTT',
      at: '2024-11-27T15:00:00+08:00',
    },
    {
      kind: 'forbidden',
      path: '/eksklusif/69002/wawancara-khusus-penjabat-gubernur',
      title: 'Wawancara Khusus Penjabat Gubernur',
      at: '2024-06-11T10:00:00+08:00',
    },
  ],
  troubles: {
    p0055: { kind: 'stumble', status: 500, times: 1 },
    p0034: { kind: 'slow', milliseconds: 1200 },
  },
  answer,
});
