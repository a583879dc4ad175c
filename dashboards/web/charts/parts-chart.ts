// A trend split by the values of a field → stacked bars of stories, gaps hatched.
import type { Trend } from '../../ports.ts';
import { sayReport } from '../report-words.ts';
import type { Language } from '../words.ts';
import { LEGEND_LINE, countAxis, hatched, labels, legendLines, nameAxis, roundUp } from './axis.ts';
import { type Chart, INK, NARROW, SERIES, type Theme, WIDE } from './chart.ts';

export type PartsChartParts = {
  name: string;
  title: string;
  subtitle: string;
  trend: Trend;
  nameOf: (value: string) => string;
  language: Language;
};

/** As many as the palette tells apart; the rest are one. */
const MOST = 7;

const HEIGHT = 280;

type Shown = { name: string; values: number[] };

export function partsChart(chart: PartsChartParts): Chart {
  const { name, title, subtitle, trend, nameOf, language } = chart;
  const { buckets, parts } = trend;
  const shown = shownParts(chart);
  const names = shown.map((part) => part.name);
  const room = (width: number): number => (legendLines(names, width) - 1) * LEGEND_LINE;
  return {
    name,
    title,
    subtitle,
    size: { width: WIDE, height: HEIGHT + room(WIDE) },
    narrow: { width: NARROW, height: HEIGHT + room(NARROW) },
    option: (theme, top, width) =>
      option(chart, shown, theme, { legend: top + 2, grid: top + 32 + room(width) }),
    numbers: {
      columns: [
        sayReport('from', language),
        sayReport('to', language),
        ...parts.map(({ value }) => nameOf(value)),
      ],
      // What nobody read is empty, not zero.
      rows: buckets.map(({ from, to, reporting }, at) => [
        from,
        to,
        ...parts.map((part) => (reporting === 0 ? null : (part.buckets[at]?.stories ?? 0))),
      ]),
    },
  };
}

function shownParts({ trend: { buckets, parts }, nameOf, language }: PartsChartParts): Shown[] {
  const shown = parts.slice(0, MOST).map((part) => ({
    name: nameOf(part.value),
    values: part.buckets.map(({ stories }) => stories),
  }));
  const rest = parts.slice(MOST);
  if (rest.length === 0) return shown;
  const values = buckets.map((_, at) =>
    rest.reduce((sum, part) => sum + (part.buckets[at]?.stories ?? 0), 0),
  );
  return [...shown, { name: `${rest.length} ${sayReport('more', language)}`, values }];
}

function option(
  { trend, language }: PartsChartParts,
  shown: Shown[],
  theme: Theme,
  top: { legend: number; grid: number },
): Record<string, unknown> {
  const { buckets } = trend;
  const sums = buckets.map((_, at) => shown.reduce((sum, part) => sum + (part.values[at] ?? 0), 0));
  const most = roundUp(Math.max(1, ...sums));
  return {
    legend: {
      top: top.legend,
      left: 8,
      right: 8,
      itemWidth: 12,
      itemHeight: 10,
      itemGap: 12,
      textStyle: { color: INK[theme].text },
      data: shown.map((part) => part.name),
    },
    grid: { left: 46, right: 24, top: top.grid, bottom: 30 },
    xAxis: nameAxis(labels(trend, language), theme),
    yAxis: countAxis(theme, language, { max: most }),
    series: [
      hatched(buckets, most, theme),
      ...shown.map((part, index) => ({
        type: 'bar',
        stack: 'parts',
        name: part.name,
        data: part.values,
        barWidth: '72%',
        barMaxWidth: 30,
        z: 3,
        itemStyle: { color: SERIES[theme][index % SERIES[theme].length] },
      })),
    ],
  };
}
