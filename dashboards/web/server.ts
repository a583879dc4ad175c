// The routes of the dashboard: an address → a page. Everything shown was asked of the Reports port.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from 'hono/compress';
import { html } from 'hono/html';
import { type Context, Hono } from 'hono';
import type { Log } from '../../schemas/log.ts';
import { OWNER, type Viewer } from '../../schemas/viewer.ts';
import { type Reports, troubleOf } from '../ports.ts';
import { articlePage } from './article.ts';
import { articlesPage } from './articles.ts';
import { type Frame, type Mount, createFrame } from './frame.ts';
import type { Html } from './layout.ts';
import { PICTURE_POLICY, addCharts } from './chart-routes.ts';
import { comparePage } from './compare.ts';
import { kindsPage } from './kinds.ts';
import { mapPage } from './map.ts';
import { LAND_PATH, landSvg } from './map-svg.ts';
import { methodPage } from './method.ts';
import type { Atlas } from './names.ts';
import { overviewPage } from './overview.ts';
import type { PageParts, RegionNames } from './parts.ts';
import { failedPage, notFoundPage } from './problem.ts';
import { sayReport } from './report-words.ts';
import { sourcePage, sourcesPage } from './sources.ts';
import { type Language, say } from './words.ts';

export type DashboardDeps = {
  reports: Reports;
  regions: RegionNames;
  version: string;
  log: Log;
  /** Who looks; without it whoever sits at the machine. */
  viewer?: (context: Context) => Viewer;
  /** The hidden field of forms that are posted; without it they have none. */
  formField?: (context: Context) => Html;
  /** The country: regions, elections, and the versions that read articles. */
  atlas?: Atlas;
  /** Today in Jakarta, 'YYYY-MM-DD'. */
  today?: () => string;
  /** The moment as people say it, for what is printed. */
  moment?: (language: Language) => string;
  /** Around each request that may write: such a one waits less for another process than a crawl does. */
  writing?: (work: () => Promise<void>) => Promise<void>;
  /** Pages and routes of other parts. */
  mounts?: readonly Mount[];
};

/** Where no country is given, for example in tests: a dashboard without map, stages and versions. */
const NOWHERE: Atlas = { regions: [], elections: [], versions: { knowledge: '', code: '' } };

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0b6e75"/><path d="M6 16c5-7 15-7 20 0-5 7-15 7-20 0z" fill="#fff"/><circle cx="16" cy="16" r="4" fill="#0b6e75"/></svg>`;

/** Builds the web application; it listens nowhere until it is served. */
export function createDashboard(deps: DashboardDeps): Hono {
  const { reports, regions, version, log, viewer = () => OWNER, mounts = [] } = deps;
  const { formField = () => html``, moment = () => '' } = deps;
  const app = new Hono();
  const frame = createFrame({ viewer, formField, version, mounts, moment });
  for (const path of ['/pantau.css', LAND_PATH]) app.use(path, compress());
  addFiles(app);
  const { writing = (work) => work() } = deps;
  app.use((context, next) => (context.req.method === 'GET' ? next() : writing(next)));
  for (const mount of mounts) mount.routes(app, frame);
  app.use(compress());
  const { atlas = NOWHERE, today = () => '1970-01-01' } = deps;
  const partsOf = (context: Context): PageParts => ({
    reports,
    regions,
    atlas,
    today: today(),
    view: frame.view(context),
    downloads: (articles) =>
      mounts.flatMap((mount) => mount.downloads?.(context, frame.view(context), articles) ?? []),
    method: () => mounts.flatMap((mount) => mount.method?.(context, frame.view(context)) ?? []),
  });
  addPages(app, frame, partsOf);
  addArticle({ app, frame, partsOf, mounts });
  addCharts(app, partsOf);
  app.notFound((context) => notFoundPage(context, frame));
  app.onError((error, context) => {
    const { path } = context.req;
    const level = troubleOf(error) === null ? 'error' : 'warn';
    log(level, 'web.failed', { path, error: error.stack ?? error.message });
    return failedPage(context, frame, error);
  });
  return app;
}

/** Address → title and page. */
const PAGES: readonly [string, (language: Language) => string, (parts: PageParts) => Html][] = [
  ['/', (language) => say('overview', language), overviewPage],
  ['/peta', (language) => sayReport('map', language), mapPage],
  ['/bandingkan', (language) => sayReport('compare', language), comparePage],
  ['/jenis', (language) => sayReport('kinds', language), kindsPage],
  ['/artikel', (language) => say('articles', language), articlesPage],
  ['/sumber', (language) => say('sources', language), sourcesPage],
  ['/metode', (language) => sayReport('method', language), methodPage],
];

type PartsOf = (context: Context) => PageParts;

function addPages(app: Hono, frame: Frame, partsOf: PartsOf): void {
  for (const [path, title, body] of PAGES)
    app.get(path, (context) =>
      frame.page(context, ({ language }) => ({
        title: title(language),
        body: body(partsOf(context)),
      })),
    );
  app.get('/sumber/:id{[a-z0-9-]+}', (context) => {
    const page = sourcePage(partsOf(context), context.req.param('id'));
    return page === null ? context.notFound() : frame.page(context, () => page);
  });
}

type ArticleRoute = {
  app: Hono;
  frame: Frame;
  partsOf: PartsOf;
  mounts: readonly Mount[];
};

function addArticle({ app, frame, partsOf, mounts }: ArticleRoute): void {
  app.get('/artikel/:id{[0-9a-f]{16}}', (context) => {
    const parts = partsOf(context);
    const { reports, view } = parts;
    const { within } = view.filter;
    const answer = reports.article(context.req.param('id'), within);
    if (answer === null) return context.notFound();
    const { article } = answer;
    // the id of an article that was joined to an older one
    if (article.id !== context.req.param('id'))
      return context.redirect(`/artikel/${article.id}${new URL(context.req.url).search}`, 301);
    const asked = Number(view.own['versi'] ?? article.version);
    const version = (number: number) => reports.articleVersion(article.id, number, within);
    const old = asked === article.version ? null : version(asked);
    if (asked !== article.version && old === null) return context.notFound();
    const beside = mounts.flatMap((mount) => mount.beside?.(context, article, view) ?? []);
    const before = version(asked - 1);
    return frame.page(context, () => ({
      title: (old ?? article).extracted.title,
      body: articlePage(parts, { answer, old, before, beside }),
    }));
  });
}

function addFiles(app: Hono): void {
  const css = readFileSync(join(import.meta.dirname, 'pantau.css'), 'utf8');
  const file = (type: string): Record<string, string> => ({
    'content-type': type,
    'cache-control': 'max-age=86400',
    'x-content-type-options': 'nosniff',
  });
  app.get('/pantau.css', (context) => context.body(css, 200, file('text/css; charset=utf-8')));
  app.get('/ikon.svg', (context) => context.body(ICON, 200, file('image/svg+xml')));
  const land = landSvg();
  const picture = { ...PICTURE_POLICY, ...file('image/svg+xml') };
  app.get(LAND_PATH, (context) => context.body(land, 200, picture));
}
