// TagDocument → the local day of the article and the span that tells it: as published, from the address, from the text.
import type { Reason } from '../../../schemas/tag.ts';
import { paragraphAt } from '../document.ts';
import type { ReadField, TagDocument } from '../document.ts';

export type DaySource = {
  /** 'YYYY-MM-DD' */
  day: string;
  rule: 'published' | 'url-day' | 'url-month' | 'text-day' | 'weekday';
  field: Reason['field'];
  start: number;
  end: number;
};

const MONTHS = new Map(
  [
    'januari jan january',
    'februari feb pebruari peb february',
    'maret mar march',
    'april apr spril',
    'mei may',
    'juni jun june',
    'juli jul july',
    'agustus agu agt agst augustus ags aug august',
    'september sep sept',
    'oktober okt oct october oktobr',
    'november nov nopember nop',
    'desember des dec december',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);
const WEEKDAYS = new Map<string, number>([
  ['minggu', 0],
  ['ahad', 0],
  ['senin', 1],
  ['selasa', 2],
  ['rabu', 3],
  ['kamis', 4],
  ['jumat', 5],
  ["jum'at", 5],
  ['sabtu', 6],
]);
const FIRST_YEAR = 2012;
const LAST_YEAR = 2032;

/** The local day that the page or the text states with its year. Null where neither does. */
export function dayOf({ input, text }: TagDocument, dates: WrittenDate[]): DaySource | null {
  return dayPublished(input.published) ?? dayOfUrl(input.url) ?? dayOfText(text, dates);
}

function dayPublished(published: string | null): DaySource | null {
  const match = published?.match(/^(\d{4})-(\d{2})-(\d{2})/);
  if (!match || isoDay(Number(match[1]), Number(match[2]), Number(match[3])) === null) return null;
  return { day: match[0], rule: 'published', field: 'published', start: 0, end: 10 };
}

const URL_DAY = /(?<![\d])(20[1-3]\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)/;
const URL_MONTH = /\/(20[1-3]\d)[/-](0[1-9]|1[0-2])\//;

function dayOfUrl(url: string | null): DaySource | null {
  if (url === null) return null;
  const match = url.match(URL_DAY);
  if (match) {
    const day = isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
    const start = match.index ?? 0;
    if (day !== null) {
      return { day, rule: 'url-day', field: 'url', start, end: start + match[0].length };
    }
  }
  const month = url.match(URL_MONTH);
  if (!month) return null;
  const start = (month.index ?? 0) + 1;
  const day = `${month[1]}-${month[2]}-15`;
  return { day, rule: 'url-month', field: 'url', start, end: start + month[0].length - 2 };
}

/** A date of the text; the year is null where none is printed. */
export type WrittenDate = {
  day: number;
  month: number;
  year: number | null;
  weekday: number | null;
  start: number;
  end: number;
};

/** Words before a date that is another one than today's: a decree, a plan, a term. */
const NOT_TODAY = /^\W{1,2}(?:tentang|mendatang|nanti|besok)/iu;
const OTHER_DAYS =
  /(?:(?<!ter)tanggal|pemilu|pilkada|pilpres|pemungutan suara|pencoblosan|serentak|tgl|sejak|mulai|hingga|sampai|sebelum|per|pada|mendatang|jadwal\p{L}*|nomor|no|dan|antara)\s*$/iu;

/** The first full date of the body with its weekday, else the first that is not a plan's or a law's. */
function dayOfText(text: ReadField, dates: WrittenDate[]): DaySource | null {
  const full = dates.filter(({ year }) => year !== null);
  const best =
    full.find(({ weekday }) => weekday !== null) ??
    full.find(({ start, end }) => !isOtherDay(text.raw, start, end));
  if (best === undefined || best.year === null) return null;
  const day = isoDay(bestYear(best, best.year), best.month, best.day);
  if (day === null) return null;
  return { day, rule: 'text-day', field: 'text', start: best.start, end: best.end };
}

/** A plan's date, or a law's ('tanggal … tentang …'). A letter's ('tertanggal …') is near the article's own. */
function isOtherDay(raw: string, start: number, end: number): boolean {
  const before = raw.slice(Math.max(0, start - 14), start);
  if (/tertanggal\s*$/iu.test(before)) return false;
  return OTHER_DAYS.test(before) || NOT_TODAY.test(raw.slice(end, end + 12));
}

/** A misprinted year shows on the weekday: 'Kamis (17/10/2025)' is of 2024. */
function bestYear(date: WrittenDate, year: number): number {
  const fits = (candidate: number): boolean => weekdayOf(candidate, date) === date.weekday;
  if (date.weekday === null || fits(year)) return year;
  return fits(year - 1) ? year - 1 : year;
}

/**
 * The first date without a year that falls on its weekday between two days (inclusive): 'Jumat (9/10)' between August
 * 2019 and July 2021 is 9 October 2020.
 */
export function dayBetween(dates: WrittenDate[], from: string, to: string): DaySource | null {
  for (const date of dates) {
    if (date.weekday === null || date.year !== null) continue;
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
      const day = isoDay(year, date.month, date.day);
      if (day === null || day < from || day > to || weekdayOf(year, date) !== date.weekday)
        continue;
      return { day, rule: 'weekday', field: 'text', start: date.start, end: date.end };
    }
  }
  return null;
}

const MONTH_NAMES = [...MONTHS.keys()].join('|');
const DATE = new RegExp(
  String.raw`(?<![\d/.-])(?:(?<d>\d{1,2})[/.-](?<m>\d{1,2})(?:[/.-](?<y>20\d{2}|\d{2}(?!\d)))?|(?<dd>\d{1,2})[ -](?<mm>${MONTH_NAMES})\b[ ,-]{0,2}(?<yy>20\d{2})?)(?![\d/]|\.\d)`,
  'iuy',
);
/** Ahead of a date: 'Selasa (', 'Rabu, '. */
const WEEKDAY = /(?:minggu|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu)(?=\W{0,4}$)/iu;
const LONGEST_WEEKDAY = 11;

/** Dates as the press writes them, day first: 'Selasa (5/11/2024)', 'Rabu, 6 Agustus 2025', 'Senin (9/3)'. */
export function datesOf(text: ReadField): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const match of writtenIn(text.raw)) {
    const ahead = text.raw.slice(Math.max(0, match.index - LONGEST_WEEKDAY), match.index);
    const date = writtenDate(match, WEEKDAY.exec(ahead)?.[0] ?? null, ahead);
    if (date !== null && !isNoise(text, date.start)) dates.push(date);
  }
  return dates;
}

/** Where no digit stands, the pattern is not tried. */
function writtenIn(raw: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    DATE.lastIndex = at;
    const match = DATE.exec(raw);
    if (match === null) continue;
    found.push(match);
    at = match.index + match[0].length - 1;
  }
  return found;
}

function writtenDate(
  match: RegExpExecArray,
  weekday: string | null,
  ahead: string,
): WrittenDate | null {
  const { d, m, y, dd, mm, yy } = match.groups ?? {};
  const day = Number(d ?? dd);
  const month = mm === undefined ? Number(m) : (MONTHS.get(mm.toLowerCase()) ?? 0);
  const digits = y ?? yy;
  const year = digits === undefined ? null : Number(digits.length === 2 ? `20${digits}` : digits);
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  if (year === null && weekday === null) return null;
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return null;
  const word = weekday?.toLowerCase().replace('’', "'");
  const lead = weekday === null ? 0 : ahead.length - ahead.lastIndexOf(weekday);
  return {
    day,
    month,
    year,
    weekday: word === undefined ? null : (WEEKDAYS.get(word) ?? null),
    start: match.index - lead,
    end: match.index + match[0].length,
  };
}

function isNoise(text: ReadField, at: number): boolean {
  return text.paragraphs[paragraphAt(text, at)]?.noise ?? false;
}

function weekdayOf(year: number, { month, day }: Pick<WrittenDate, 'month' | 'day'>): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 'YYYY-MM-DD', or null where the calendar has no such day. */
function isoDay(year: number, month: number, day: number): string | null {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (MONTH_DAYS[month - 1] ?? 0) + Number(leap);
  if (day < 1 || day > last) return null;
  const digits = (value: number, size: number): string => String(value).padStart(size, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
