// ISO moment with offset → the date as newspapers, feeds and headers print it.
import type { Zone } from '../schemas/region.ts';

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** The parts of a printed moment, on the clock of its own offset. */
export type Printed = {
  /** 'Senin' */
  weekday: string;
  /** '07' */
  day: string;
  /** '7' */
  dayOfMonth: number;
  /** '10' */
  month: string;
  /** 'Oktober' */
  monthName: string;
  /** 'Okt' */
  monthShort: string;
  /** '2024' */
  year: string;
  /** '10:23' */
  time: string;
};

/** Parts of '2024-10-07T10:23:00+07:00' as printed there: the offset's own clock, no conversion. */
export function printed(at: string): Printed {
  const [date = '', clock = ''] = at.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  const monthName = MONTHS[Number(month) - 1] ?? '';
  return {
    weekday,
    day,
    dayOfMonth: Number(day),
    month,
    monthName,
    monthShort: monthName.slice(0, 3),
    year,
    time: clock.slice(0, 5),
  };
}

/** 'Senin, 7 Oktober 2024' */
export function longDate(at: string): string {
  const { weekday, dayOfMonth, monthName, year } = printed(at);
  return `${weekday}, ${dayOfMonth} ${monthName} ${year}`;
}

/** The zone word that belongs to the offset of the moment. */
export function zoneWord(at: string): Zone {
  if (at.endsWith('+08:00')) return 'WITA';
  return at.endsWith('+09:00') ? 'WIT' : 'WIB';
}

/** 'Mon, 07 Oct 2024 03:23:00 GMT', for HTTP headers and RSS. */
export const httpDate = (at: string): string => new Date(at).toUTCString();

/** '2024-10-07T03:23:00Z' */
export const utc = (at: string): string => new Date(at).toISOString().replace('.000', '');
