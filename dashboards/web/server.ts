// The routes of the dashboard: an address → a page. Everything shown was asked of the Reports port.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import type { Log } from '../../schemas/log.ts';
import type { Reports } from '../ports.ts';
import { articlePage } from './article.ts';
import { articlesPage } from './articles.ts';
import type { RegionNames } from './filters.ts';
import { type Html, layout } from './layout.ts';
import { overviewPage, shown } from './overview.ts';
import { sourcesPage } from './sources.ts';
import { type View, linkTo, readView } from './view.ts';
import { say } from './words.ts';
import { html } from 'hono/html';

export type DashboardDeps = { reports: Reports; regions: RegionNames; version: string; log: Log };

const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
} as const;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#0b6e75"/><path d="M6 16c5-7 15-7 20 0-5 7-15 7-20 0z" fill="#fff"/><circle cx="16" cy="16" r="4" fill="#0b6e75"/></svg>`;

/** Builds the web application; it listens nowhere until it is served. */
export function createDashboard(deps: DashboardDeps): Hono {
  const app = new Hono();
  addPages(app, deps);
  addCharts(app, deps);
  addFiles(app, deps);
  app.notFound((context) => problem(context, deps, 404));
  app.onError((error, context) => {
    const { path } = context.req;
    deps.log('error', 'web.failed', { path, error: error.stack ?? error.message });
    return problem(context, deps, 500);
  });
  return app;
}

type Content = { title: (view: View) => string; body: (view: View) => Html };

const viewOf = (context: Context): View => readView(new URL(context.req.url).searchParams);

function answerPage(
  context: Context,
  version: string,
  content: Content,
): Response | Promise<Response> {
  const view = viewOf(context);
  const frame = { title: content.title(view), path: context.req.path, view, version };
  return context.html(layout(frame, content.body(view)), 200, PAGE_HEADERS);
}

function addPages(app: Hono, { reports, regions, version }: DashboardDeps): void {
  app.get('/', (context) =>
    answerPage(context, version, {
      title: (view) => say('overview', view.language),
      body: (view) => overviewPage(reports, regions, view),
    }),
  );
  app.get('/artikel', (context) =>
    answerPage(context, version, {
      title: (view) => say('articles', view.language),
      body: (view) => articlesPage(reports, regions, view),
    }),
  );
  app.get('/artikel/:id{[0-9a-f]{16}}', (context) => {
    const answer = reports.article(context.req.param('id'));
    if (answer === null) return context.notFound();
    return answerPage(context, version, {
      title: () => answer.article.extracted.title,
      body: (view) => articlePage(answer, regions, view),
    });
  });
  app.get('/sumber', (context) =>
    answerPage(context, version, {
      title: (view) => say('sources', view.language),
      body: (view) => sourcesPage(reports, regions, view),
    }),
  );
}

/** ECharts writes style attributes, so a chart is a picture of its own with its own policy, not part of a page. */
const CHART_HEADERS = {
  'content-type': 'image/svg+xml',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
} as const;

function addCharts(app: Hono, { reports }: DashboardDeps): void {
  app.get('/grafik/tren.svg', async (context) => {
    const { trendSvg } = await import('./charts.ts');
    const theme = context.req.query('tema') === 'dark' ? 'dark' : 'light';
    const { months } = reports.trend(shown(viewOf(context).filter));
    return context.body(trendSvg(months, theme), 200, CHART_HEADERS);
  });
}

function addFiles(app: Hono, { version }: DashboardDeps): void {
  const css = readFileSync(join(import.meta.dirname, 'pantau.css'), 'utf8');
  const file = (type: string): Record<string, string> => ({
    'content-type': type,
    'cache-control': 'max-age=86400',
  });
  app.get('/pantau.css', (context) => context.body(css, 200, file('text/css; charset=utf-8')));
  app.get('/ikon.svg', (context) => context.body(ICON, 200, file('image/svg+xml')));
  app.get('/healthz', (context) => context.json({ ok: true, version }));
}

function problem(
  context: Context,
  { version }: DashboardDeps,
  status: 404 | 500,
): Response | Promise<Response> {
  const view = readView(new URL(context.req.url).searchParams);
  const word = status === 404 ? 'notFound' : 'broken';
  const back = linkTo('/', { ...view, filter: {} });
  const content = html`<p class="empty">${say(word, view.language)}</p>
    <p><a href="${back}">${say('notFoundNext', view.language)}</a></p>`;
  return context.html(
    layout(
      { title: String(status), path: context.req.path, view: { ...view, ignored: [] }, version },
      content,
    ),
    status,
    PAGE_HEADERS,
  );
}
