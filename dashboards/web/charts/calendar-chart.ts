// The coverage of a source in a year → a calendar: how many articles each day brought, grey where nobody read.
import type { CoverageCell } from '../../ports.ts';
import { MONTHS } from '../names.ts';
import { sayReport } from '../report-words.ts';
import type { Language } from '../words.ts';
import { type Chart, INK, WIDE } from './chart.ts';

export type CalendarChartParts = {
  year: string;
  days: readonly CoverageCell[];
  subtitle: string;
  language: Language;
};

export function calendarChart({ year, days, subtitle, language }: CalendarChartParts): Chart {
  const readDays = days.filter(({ completed }) => completed > 0);
  const most = Math.max(1, ...readDays.map(({ kept }) => kept));
  return {
    name: 'kalender',
    title: `${sayReport('calendarTitle', language)}, ${year}`,
    subtitle,
    size: { width: WIDE, height: 190 },
    narrow: null,
    option: (theme, top) => ({
      visualMap: {
        min: 0,
        max: most,
        show: false,
        inRange: { color: theme === 'light' ? ['#d7ecf5', '#005f95'] : ['#1f3c4d', '#8fd0f7'] },
      },
      calendar: {
        range: year,
        top: top + 26,
        left: 40,
        right: 12,
        cellSize: ['auto', 18],
        itemStyle: { color: INK[theme].gap, borderColor: INK[theme].paper, borderWidth: 2 },
        splitLine: { lineStyle: { color: INK[theme].line } },
        yearLabel: { show: false },
        monthLabel: { nameMap: MONTHS[language].split(' '), color: INK[theme].text },
        dayLabel: { firstDay: 1, color: INK[theme].text, nameMap: DAYS[language] },
      },
      series: {
        type: 'heatmap',
        coordinateSystem: 'calendar',
        data: readDays.map(({ day, kept }) => [day, kept]),
      },
    }),
    numbers: {
      columns: [
        'hari',
        'rounds',
        'completed',
        'found',
        'fetched',
        'kept',
        'skipped',
        'failed',
        'expected',
      ],
      rows: days.map((cell) => [
        cell.day,
        cell.rounds,
        cell.completed,
        cell.found,
        cell.fetched,
        cell.kept,
        cell.skipped,
        cell.failed,
        cell.expected,
      ]),
    },
  };
}

const DAYS = {
  id: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
