// Numbers → SVG, drawn on the server by ECharts, the same look everywhere.
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Bucket } from '../ports.ts';

echarts.use([BarChart, GridComponent, SVGRenderer]);

export type Theme = 'light' | 'dark';

const INK = {
  light: { text: '#4a5560', line: '#d9dee3', bar: '#0b6e75', gap: '#e4e1da' },
  dark: { text: '#a9b4bf', line: '#36414c', bar: '#4fb3b8', gap: '#3a3f45' },
} as const;

export const TREND_SIZE = { width: 960, height: 260 } as const;

/**
 * Articles a month as bars. A month in which no source was read is hatched over the whole height, so that it is
 * never taken for a month without articles.
 */
export function trendSvg(months: Bucket[], theme: Theme): string {
  const ink = INK[theme];
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...TREND_SIZE });
  const top = Math.max(1, ...months.map((month) => month.articles));
  chart.setOption({
    animation: false,
    grid: { left: 44, right: 12, top: 16, bottom: 30 },
    xAxis: {
      type: 'category',
      data: months.map((month) => month.from.slice(0, 7)),
      axisLabel: { color: ink.text, hideOverlap: true },
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      max: top,
      minInterval: 1,
      axisLabel: { color: ink.text },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [gapSeries(months, top, ink.gap, ink.line), articleSeries(months, ink.bar)],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const articleSeries = (months: Bucket[], color: string): object => ({
  type: 'bar',
  data: months.map((month) => month.articles),
  itemStyle: { color, borderRadius: [2, 2, 0, 0] },
  barWidth: '75%',
  barMaxWidth: 28,
});

const gapSeries = (months: Bucket[], top: number, color: string, stripe: string): object => ({
  type: 'bar',
  barGap: '-100%',
  barWidth: '100%',
  silent: true,
  data: months.map((month) => (month.reporting === 0 ? top : 0)),
  itemStyle: {
    color,
    decal: {
      symbol: 'rect',
      color: stripe,
      dashArrayX: [1, 0],
      dashArrayY: [2, 5],
      rotation: -0.785,
    },
  },
});
