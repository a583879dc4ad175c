// Trends by weeks around their votes → lines aligned on the day of the vote; a week that nobody read is a break.
import { sayReport } from '../report-words.ts';
import type { Language } from '../words.ts';
import { LEGEND_LINE, countAxis, legendLines } from './axis.ts';
import { type Chart, INK, NARROW, SERIES, type Theme, WIDE } from './chart.ts';

export type Aligned = {
  name: string;
  /** `week` 0 begins on the day of the vote, -1 ends on the eve. `stories` null: nobody looked. */
  weeks: { week: number; stories: number | null }[];
};

const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const;

const valueAt = (line: Aligned, week: number): number | null =>
  line.weeks.find((known) => known.week === week)?.stories ?? null;

const HEIGHT = 330;

export function compareChart(
  lines: readonly Aligned[],
  subtitle: string,
  language: Language,
): Chart {
  const weeks = [...new Set(lines.flatMap((line) => line.weeks.map(({ week }) => week)))].sort(
    (a, b) => a - b,
  );
  const names = lines.map(({ name }) => name);
  const room = (width: number): number => (legendLines(names, width) - 1) * LEGEND_LINE;
  return {
    name: 'banding',
    title: sayReport('compareTitle', language),
    subtitle,
    size: { width: WIDE, height: HEIGHT + room(WIDE) },
    narrow: { width: NARROW, height: HEIGHT + room(NARROW) },
    option: (theme, top, width) => ({
      legend: {
        top: top + 2,
        left: 8,
        right: 8,
        itemGap: 12,
        textStyle: { color: INK[theme].text },
      },
      grid: { left: 46, right: 20, top: top + 46 + room(width), bottom: 46 },
      xAxis: weekAxis(weeks, theme, language),
      yAxis: countAxis(theme, language),
      series: lines.map((line, index) => ({
        type: 'line',
        name: line.name,
        symbol: MARKS[index % MARKS.length],
        symbolSize: 6,
        connectNulls: false,
        data: weeks.map((week) => [week, valueAt(line, week)]),
        lineStyle: { color: SERIES[theme][index], width: 2 },
        itemStyle: { color: SERIES[theme][index] },
        ...(index === 0 ? { markLine: voteLine(theme, language) } : {}),
      })),
    }),
    numbers: {
      columns: [sayReport('daysBefore', language), ...lines.map(({ name }) => name)],
      rows: weeks.map((week) => [week * 7, ...lines.map((line) => valueAt(line, week))]),
    },
  };
}

const weekAxis = (weeks: number[], theme: Theme, language: Language): object => ({
  type: 'value',
  min: weeks.at(0) ?? -1,
  max: weeks.at(-1) ?? 0,
  name: sayReport('daysBefore', language),
  nameLocation: 'middle',
  nameGap: 28,
  nameTextStyle: { color: INK[theme].text },
  axisLabel: { color: INK[theme].text, formatter: (week: number) => String(week * 7) },
  axisLine: { lineStyle: { color: INK[theme].line } },
  splitLine: { show: false },
});

const voteLine = (theme: Theme, language: Language): object => ({
  silent: true,
  symbol: 'none',
  label: { color: INK[theme].text, formatter: sayReport('vote', language) },
  lineStyle: { color: INK[theme].strong },
  data: [{ xAxis: 0 }],
});
