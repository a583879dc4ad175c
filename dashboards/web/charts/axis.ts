// Parts that charts over time share: names of buckets, hatched gaps.
import type { Bucket, Trend } from '../../ports.ts';
import { dayLabel, figure } from '../names.ts';
import type { Language } from '../words.ts';
import { INK, type Theme } from './chart.ts';

export const labels = (
  { buckets, unit }: Pick<Trend, 'buckets' | 'unit'>,
  language: Language,
): string[] =>
  buckets.map(({ from }) => dayLabel(from, language, unit === 'month' ? 'month' : 'day'));

/** Over the whole height, so that it is never taken for a time without articles. */
export const hatched = (
  buckets: readonly Pick<Bucket, 'reporting'>[],
  most: number,
  theme: Theme,
): object => ({
  type: 'bar',
  barGap: '-100%',
  barWidth: '100%',
  silent: true,
  z: 2,
  data: buckets.map(({ reporting }) => (reporting === 0 ? most : null)),
  itemStyle: {
    color: INK[theme].gap,
    decal: {
      symbol: 'rect',
      color: INK[theme].stripe,
      dashArrayX: [1, 0],
      dashArrayY: [2, 5],
      rotation: -0.785,
    },
  },
});

/** Names along the bottom. */
export const nameAxis = (names: string[], theme: Theme): object => ({
  type: 'category',
  data: names,
  axisLabel: { color: INK[theme].text, hideOverlap: true },
  axisLine: { lineStyle: { color: INK[theme].line } },
  axisTick: { show: false },
});

/** Whole numbers up the side, written as the reader writes them; `more` is laid over it. */
export const countAxis = (theme: Theme, language: Language, more: object = {}): object => ({
  type: 'value',
  minInterval: 1,
  // Else it stands where the first bucket has its middle.
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: {
    color: INK[theme].text,
    formatter: (value: number) => figure(value, language),
  },
  splitLine: { lineStyle: { color: INK[theme].line } },
  ...more,
});

/** Lines that a legend takes, of letters of about 7 units beside their colour. */
export function legendLines(names: readonly string[], width: number): number {
  let [lines, used] = [1, 0];
  for (const name of names) {
    const wide = 32 + name.length * 7;
    if (used > 0 && used + wide > width - 16) [lines, used] = [lines + 1, 0];
    used += wide;
  }
  return lines;
}
export const LEGEND_LINE = 26;

/** The end of an axis that shows up to `most`: its last line has a round number. */
export function roundUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most) / 4));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => most / each <= 5);
  return Math.ceil(most / Math.max(1, step ?? 1)) * Math.max(1, step ?? 1);
}
