// /grafik/NAME.svg, .png and .csv: the charts of the pages as files of their own, of the view that the address names.
import type { Context, Hono } from 'hono';
import type { Chart, Theme } from './charts/chart.ts';
import type { PageParts } from './parts.ts';
import { compareChartOf } from './compare.ts';
import { isSplit, splitChart } from './kinds.ts';
import { mapChart } from './map-chart.ts';
import { overviewChart } from './overview.ts';
import { sourceChart } from './sources.ts';

/** ECharts writes style attributes, so a chart is a picture of its own with its own policy, not part of a page. */
export const PICTURE_POLICY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
} as const;

const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const;
type Kind = keyof typeof TYPES;

export function addCharts(app: Hono, partsOf: (context: Context) => PageParts): void {
  app.get('/grafik/sumber/:file{[a-z0-9-]+\\.(?:svg|png|csv)}', (context) => {
    const [id, kind] = cut(context.req.param('file'));
    const parts = partsOf(context);
    return parts.view.filter.within === undefined && parts.reports.sites().has(id)
      ? answer(context, sourceChart(parts, id), kind)
      : context.notFound();
  });
  app.get('/grafik/:file{[a-z]+\\.(?:svg|png|csv)}', (context) => {
    const [name, kind] = cut(context.req.param('file'));
    const parts = partsOf(context);
    if (name === 'peta') return answerMap(context, parts, kind);
    const chart = chartOf(name, parts);
    return chart === null ? context.notFound() : answer(context, chart, kind);
  });
}

/** 'tren.svg' → ['tren', 'svg']. */
function cut(file: string): [string, Kind] {
  const dot = file.lastIndexOf('.');
  return [file.slice(0, dot), file.slice(dot + 1) as Kind]; // the route takes no other
}

function chartOf(name: string, parts: PageParts): Chart | null {
  if (name === 'tren') return overviewChart(parts);
  if (name === 'banding') return compareChartOf(parts);
  return isSplit(name) ? splitChart(parts, name) : null;
}

const themeOf = (context: Context): Theme =>
  context.req.query('tema') === 'dark' ? 'dark' : 'light';

async function answer(context: Context, chart: Chart, kind: Kind): Promise<Response> {
  const { drawPng, drawSvg, numbersCsv } = await import('./charts/draw.ts');
  const theme = themeOf(context);
  const alone = context.req.query('unduh') !== undefined;
  const bodies = {
    svg: () => drawSvg(chart, theme, { alone, narrow: context.req.query('lebar') === 'sempit' }),
    png: () => bytes(drawPng(drawSvg(chart, theme, { alone: true }), chart.size.width)),
    csv: () => numbersCsv(chart),
  };
  return context.body(bodies[kind](), 200, headers(context, chart.name, kind));
}

async function answerMap(context: Context, parts: PageParts, kind: Kind): Promise<Response> {
  const { drawPng, numbersCsv } = await import('./charts/draw.ts');
  const { svg, numbers, width } = mapChart(parts, themeOf(context));
  const bodies = {
    svg: () => svg,
    png: () => bytes(drawPng(svg, width)),
    csv: () => numbersCsv(numbers),
  };
  return context.body(bodies[kind](), 200, headers(context, 'peta', kind));
}

/** A body of its own: what a renderer gives back may lie in shared memory. */
const bytes = (from: Uint8Array): ArrayBuffer => new Uint8Array(from).buffer;

function headers(context: Context, name: string, kind: Kind): Record<string, string> {
  const download =
    context.req.query('unduh') === undefined
      ? {}
      : { 'content-disposition': `attachment; filename="pantau-${name}.${kind}"` };
  const fresh = { 'cache-control': 'no-cache' };
  return { ...PICTURE_POLICY, ...fresh, 'content-type': TYPES[kind], ...download };
}
