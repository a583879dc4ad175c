// Parts that charts over time share: names of buckets, hatched gaps.
import type { Bucket, Trend } from '../../ports.ts';
import { dayLabel } from '../names.ts';
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

/** Whole numbers up the side. */
export const countAxis = (theme: Theme, more: object = {}): object => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { color: INK[theme].text },
  splitLine: { lineStyle: { color: INK[theme].line } },
  ...more,
});
