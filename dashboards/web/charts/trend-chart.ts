// A trend → bars of articles, texts and stories over the stages of the elections, gaps hatched, sources below.
import type { Election } from '../../../schemas/knowledge.ts';
import type { Bucket, Trend } from '../../ports.ts';
import { figure } from '../names.ts';
import { sayReport } from '../report-words.ts';
import { type Language, electionName } from '../words.ts';
import { type Chart, INK, NARROW, type Theme, WIDE } from './chart.ts';
import { bandsOf, votesOf } from './stages.ts';
import { countAxis, hatched, labels, nameAxis, roundUp } from './axis.ts';

export type TrendChartParts = {
  trend: Trend;
  /** Advertorials of the same view, which are their own series. */
  paid: Trend;
  elections: readonly Election[];
  share: boolean;
  subtitle: string;
  language: Language;
};

const GRID = { left: 46, right: 24 };
const HEIGHT = 356;

export function trendChart(parts: TrendChartParts): Chart {
  const { trend, share, subtitle, language } = parts;
  return {
    name: 'tren',
    title: sayReport(share ? 'trendShare' : 'trend', language),
    subtitle,
    size: { width: WIDE, height: HEIGHT },
    narrow: { width: NARROW, height: HEIGHT },
    option: (theme, top, width) => option(parts, theme, top, width),
    numbers: numbers(trend, parts.paid, language),
  };
}

/** In per cent; null where nothing was read. */
export const shareOf = ({ articles, read }: Bucket): number | null =>
  read === 0 ? null : Math.round((articles / read) * 10_000) / 100;

function option(
  parts: TrendChartParts,
  theme: Theme,
  top: number,
  width: number,
): Record<string, unknown> {
  const { trend, share, language } = parts;
  const { buckets } = trend;
  const ink = INK[theme];
  const values = buckets.map((bucket) => (share ? (shareOf(bucket) ?? 0) : bucket.articles));
  const most = share ? Math.max(1, ...values) : roundUp(Math.max(1, ...values) * 1.04);
  return {
    legend: {
      top: top + 2,
      right: GRID.right,
      itemWidth: 12,
      itemHeight: 10,
      textStyle: { color: ink.text },
      data: share ? [] : [...COUNTS.map((word) => sayReport(word, language)), ...paidName(parts)],
    },
    grid: [
      { ...GRID, top: top + 34, height: 210 },
      { ...GRID, top: top + 292, height: 34 },
    ],
    ...axes(parts, theme, most),
    series: [
      backdrop(parts, theme, width),
      hatched(buckets, most, theme),
      ...(share ? [shareLine(buckets, ink.stories)] : bars(parts, theme)),
      reportingArea(parts, theme),
    ],
  };
}

const COUNTS = ['articles', 'texts', 'stories'] as const;

/** Above the articles, below how many sources were read; and between them an axis for what lies behind. */
function axes({ trend, share, language }: TrendChartParts, theme: Theme, most: number) {
  const { text } = INK[theme];
  const names = labels(trend, language);
  const sources = Math.max(1, trend.sources);
  return {
    xAxis: [
      nameAxis(names, theme),
      { type: 'value', min: -0.5, max: trend.buckets.length - 0.5, show: false },
      { ...nameAxis(names, theme), gridIndex: 1, axisLabel: { show: false } },
    ],
    yAxis: [
      share
        ? countAxis(theme, language, {
            minInterval: 0,
            axisLabel: {
              color: text,
              formatter: (value: number) => `${figure(value, language, 2)} %`,
            },
          })
        : countAxis(theme, language, { max: most }),
      countAxis(theme, language, {
        gridIndex: 1,
        name: sayReport('reporting', language),
        nameGap: 6,
        nameTextStyle: { color: text, fontSize: 10, align: 'left' },
        min: 0,
        max: sources,
        interval: sources,
        axisLabel: {
          color: text,
          fontSize: 10,
          formatter: (value: number) => figure(value, language),
        },
        splitLine: { show: false },
      }),
    ],
  };
}

const reportingArea = ({ trend, language }: TrendChartParts, theme: Theme): object => ({
  type: 'line',
  step: 'middle',
  name: sayReport('reporting', language),
  xAxisIndex: 2,
  yAxisIndex: 1,
  symbol: 'none',
  silent: true,
  data: trend.buckets.map(({ reporting }) => reporting),
  lineStyle: { color: INK[theme].text, width: 1 },
  areaStyle: { color: INK[theme].line },
});

const paidName = ({ paid, language }: TrendChartParts): string[] =>
  paid.total.articles > 0 ? [sayReport('paidSeries', language)] : [];

function bars(parts: TrendChartParts, theme: Theme): object[] {
  const { trend, paid, language } = parts;
  const ink = INK[theme];
  const series = COUNTS.map((kind, index) => ({
    type: 'bar',
    name: sayReport(kind, language),
    data: trend.buckets.map((bucket) => bucket[kind]),
    itemStyle: { color: ink[kind] },
    barGap: '-100%',
    barWidth: '72%',
    barMaxWidth: 30,
    z: 3 + index,
  }));
  if (paid.total.articles === 0) return series;
  const byDay = new Map(paid.buckets.map((bucket) => [bucket.from, bucket.articles]));
  const line = {
    type: 'scatter',
    name: sayReport('paidSeries', language),
    symbol: 'diamond',
    symbolSize: 8,
    z: 7,
    data: trend.buckets.map(({ from, reporting }) =>
      reporting === 0 ? null : byDay.get(from) || null,
    ),
    itemStyle: { color: ink.paid },
  };
  return [...series, line];
}

const shareLine = (buckets: Bucket[], color: string): object => ({
  type: 'line',
  symbol: 'circle',
  symbolSize: 5,
  connectNulls: false,
  data: buckets.map(shareOf),
  lineStyle: { color, width: 2 },
  itemStyle: { color },
});

/** Stages and votes behind the bars, on an axis that runs from edge to edge of the first and last bucket. */
function backdrop({ trend, elections, language }: TrendChartParts, theme: Theme, width: number) {
  const ink = INK[theme];
  const { buckets } = trend;
  return {
    type: 'line',
    xAxisIndex: 1,
    data: buckets.length === 0 ? [] : [[0, 0]],
    symbol: 'none',
    silent: true,
    z: 1,
    markArea: {
      silent: true,
      data: bandsOf(buckets, elections, width).map(({ from, to, stage, label }) => [
        {
          xAxis: from,
          name: label,
          itemStyle: { color: ink.band[stage] },
          label: {
            color: ink.text,
            fontSize: 9,
            position: 'insideTop',
            overflow: 'truncate',
            width: 80,
          },
        },
        { xAxis: to },
      ]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      label: {
        color: ink.text,
        fontSize: 9,
        position: 'end',
        formatter: '{b}',
      },
      lineStyle: { color: ink.strong, width: 1, type: 'solid' },
      data: votesOf(buckets, elections, width).map(({ at, election, near }) => ({
        xAxis: at,
        name: near ? '' : electionName(election, language),
      })),
    },
  };
}

function numbers(trend: Trend, paid: Trend, language: Language): Chart['numbers'] {
  const advertorials = new Map(paid.buckets.map((bucket) => [bucket.from, bucket.articles]));
  return {
    columns: (
      [
        'from',
        'to',
        'articles',
        'texts',
        'stories',
        'outlets',
        'paidSeries',
        'read',
        'share',
        'reporting',
      ] as const
    ).map((word) => sayReport(word, language) + (word === 'share' ? ' %' : '')),
    // What nobody read is empty, not zero.
    rows: trend.buckets.map((bucket) => {
      const { from, to, articles, texts, stories, outlets, read, reporting } = bucket;
      return reporting === 0
        ? [from, to, null, null, null, null, null, null, null, 0]
        : [
            from,
            to,
            articles,
            texts,
            stories,
            outlets,
            advertorials.get(from) ?? 0,
            read,
            shareOf(bucket),
            reporting,
          ];
    }),
  };
}
