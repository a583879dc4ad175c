// The routes of the dashboard: an address → a page. Everything shown was asked of the Reports port.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from 'hono/html';
import { type Context, Hono } from 'hono';
import type { Log } from '../../schemas/log.ts';
import { OWNER, type Viewer } from '../../schemas/viewer.ts';
import type { Reports } from '../ports.ts';
import { articlePage } from './article.ts';
import { articlesPage } from './articles.ts';
import type { RegionNames } from './filters.ts';
import { type Frame, type Mount, createFrame } from './frame.ts';
import type { Html } from './layout.ts';
import { overviewPage, shown } from './overview.ts';
import { sourcesPage } from './sources.ts';
import { linkTo, unfiltered } from './view.ts';
import { say } from './words.ts';

export type DashboardDeps = {
  reports: Reports;
  regions: RegionNames;
  version: string;
  log: Log;
  /** Who looks; without it whoever sits at the machine. */
  viewer?: (context: Context) => Viewer;
  /** The hidden field of forms that are posted; without it they have none. */
  formField?: (context: Context) => Html;
  /** Pages and routes of other parts. */
  mounts?: readonly Mount[];
};

type Parts = { app: Hono; frame: Frame } & Pick<DashboardDeps, 'reports' | 'regions'>;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0b6e75"/><path d="M6 16c5-7 15-7 20 0-5 7-15 7-20 0z" fill="#fff"/><circle cx="16" cy="16" r="4" fill="#0b6e75"/></svg>`;

/** Builds the web application; it listens nowhere until it is served. */
export function createDashboard(deps: DashboardDeps): Hono {
  const { reports, regions, version, log, viewer = () => OWNER, mounts = [] } = deps;
  const { formField = () => html`` } = deps;
  const app = new Hono();
  const frame = createFrame({ viewer, formField, version, mounts });
  addFiles(app);
  for (const mount of mounts) mount.routes(app, frame);
  addPages({ app, frame, reports, regions });
  addCharts({ app, frame, reports, regions });
  app.notFound((context) => problem(context, frame, 404));
  app.onError((error, context) => {
    const { path } = context.req;
    log('error', 'web.failed', { path, error: error.stack ?? error.message });
    return problem(context, frame, 500);
  });
  return app;
}

function addPages({ app, frame, reports, regions }: Parts): void {
  app.get('/', (context) =>
    frame.page(context, (view) => ({
      title: say('overview', view.language),
      body: overviewPage(reports, regions, view),
    })),
  );
  app.get('/artikel', (context) =>
    frame.page(context, (view) => ({
      title: say('articles', view.language),
      body: articlesPage(reports, regions, view),
    })),
  );
  app.get('/artikel/:id{[0-9a-f]{16}}', (context) => {
    const { regions: within } = frame.viewer(context);
    const answer = reports.article(context.req.param('id'), within ?? undefined);
    if (answer === null) return context.notFound();
    return frame.page(context, (view) => ({
      title: answer.article.extracted.title,
      body: articlePage(answer, regions, view),
    }));
  });
  app.get('/sumber', (context) =>
    frame.page(context, (view) => ({
      title: say('sources', view.language),
      body: sourcesPage(reports, regions, view),
    })),
  );
}

/** ECharts writes style attributes, so a chart is a picture of its own with its own policy, not part of a page. */
const CHART_HEADERS = {
  'content-type': 'image/svg+xml',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
} as const;

function addCharts({ app, frame, reports }: Parts): void {
  app.get('/grafik/tren.svg', async (context) => {
    const { trendSvg } = await import('./charts.ts');
    const theme = context.req.query('tema') === 'dark' ? 'dark' : 'light';
    const { buckets } = reports.trend(shown(frame.view(context).filter), { unit: 'month' });
    return context.body(trendSvg(buckets, theme), 200, CHART_HEADERS);
  });
}

function addFiles(app: Hono): void {
  const css = readFileSync(join(import.meta.dirname, 'pantau.css'), 'utf8');
  const file = (type: string): Record<string, string> => ({
    'content-type': type,
    'cache-control': 'max-age=86400',
  });
  app.get('/pantau.css', (context) => context.body(css, 200, file('text/css; charset=utf-8')));
  app.get('/ikon.svg', (context) => context.body(ICON, 200, file('image/svg+xml')));
}

const problem = (context: Context, frame: Frame, status: 404 | 500): Promise<Response> =>
  frame.page(
    context,
    (view) => ({
      title: String(status),
      body: html`<p class="empty">${say(status === 404 ? 'notFound' : 'broken', view.language)}</p>
        <p>
          <a href="${linkTo('/', unfiltered(view))}">${say('notFoundNext', view.language)}</a>
        </p>`,
    }),
    status,
  );
