// A chart → SVG, PNG or CSV. SVG by ECharts on the server, PNG from that SVG.
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  VisualMapComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { formulaAsText } from '../../export/csv.ts';
import { printable } from '../../export/printable.ts';
import { type Chart, INK, type Theme } from './chart.ts';

echarts.use([
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** Letters are as wide as those of the widest font that a reader may have: what fits then fits everywhere. */
const LETTER = 0.6;
echarts.setPlatformAPI({
  measureText: (text: string, font = '12px') => {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    return { width: text.length * size * LETTER };
  },
});

/** Room above a picture that stands alone, for its title and subtitle. */
const HEAD = 56;

const FONTS = 'system-ui, Noto Sans, DejaVu Sans, sans-serif';

/** `alone`: with title, subtitle and paper, as a file of its own; without, as part of a page that says them. */
export function drawSvg(
  chart: Chart,
  theme: Theme,
  { alone, narrow = false }: { alone: boolean; narrow?: boolean },
): string {
  const { width, height } = (narrow ? chart.narrow : null) ?? chart.size;
  const ink = INK[theme];
  const picture = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width,
    height: height + (alone ? HEAD : 0),
  });
  picture.setOption({
    animation: false,
    textStyle: { fontFamily: FONTS, color: ink.text },
    ...chart.option(theme, alone ? HEAD : 0, width),
    ...(alone ? head(chart, theme) : {}),
  });
  // a search may hold a character that XML has no place for
  const svg = printable(picture.renderToSVGString());
  picture.dispose();
  return svg;
}

const head = (chart: Chart, theme: Theme): Record<string, unknown> => ({
  backgroundColor: INK[theme].paper,
  title: {
    text: chart.title,
    subtext: chart.subtitle,
    left: 12,
    top: 8,
    textStyle: {
      color: INK[theme].strong,
      fontSize: 16,
      width: chart.size.width - 24,
      overflow: 'truncate',
    },
    subtextStyle: {
      color: INK[theme].text,
      fontSize: 11,
      width: chart.size.width - 24,
      overflow: 'truncate',
    },
  },
});

const FONT_FOLDER = join(
  createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'),
  '..',
  'ttf',
);

/** Twice as fine as the picture is large, with a font that comes along: a server may have none. */
export function drawPng(svg: string, width: number): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * 2 },
    font: {
      loadSystemFonts: false,
      fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => join(FONT_FOLDER, name)),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return picture.render().asPng();
}

/** Semicolons and a byte order mark: what Excel with Indonesian settings opens rightly. Formulas are text. */
export function numbersCsv({
  numbers,
  title,
  subtitle,
}: Pick<Chart, 'numbers' | 'title' | 'subtitle'>): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', ',');
    const safe = formulaAsText(value);
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [[title], [subtitle], [], numbers.columns, ...numbers.rows];
  return `\uFEFF${lines.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
