// Printed dates → moments. In: text as pages and feeds write it; out: local clock fields with the offset they carry.
// Day before month always (DOMAIN: Indonesian pages never write the month first); unknown stays null.
import type { DatedMoment } from '../../schemas/article.ts';

/** Clock fields as printed. `offset` in minutes east of UTC, null where none was printed. */
export type Printed = {
  year: number;
  month: number;
  day: number;
  hour: number | null;
  minute: number | null;
  offset: number | null;
  /** The printed weekday agrees with the date; null where none was printed. */
  weekdayAgrees: boolean | null;
  /** Where the date stands in the text that was searched. */
  index: number;
};

const MONTH_NAMES: string[][] = [
  [
    'januari',
    'jan',
    'january',
    'jannuari',
    'januar',
    'jänner',
    'janvier',
    'enero',
    'janeiro',
    'gennaio',
    'ocak',
  ],
  [
    'februari',
    'feb',
    'pebruari',
    'peb',
    'february',
    'febuari',
    'februar',
    'février',
    'febrero',
    'fevereiro',
    'febbraio',
    'şubat',
  ],
  ['maret', 'mar', 'march', 'mart', 'märz', 'mars', 'marzo', 'março'],
  ['april', 'apr', 'spril', 'aprl', 'avril', 'abril', 'aprile', 'nisan'],
  ['mei', 'may', 'mai', 'mayo', 'maio', 'maggio', 'mayıs'],
  ['juni', 'jun', 'june', 'juin', 'junio', 'junho', 'giugno', 'haziran'],
  ['juli', 'jul', 'july', 'juillet', 'julio', 'julho', 'luglio', 'temmuz'],
  [
    'agustus',
    'agu',
    'agt',
    'agst',
    'agus',
    'ags',
    'augustus',
    'aug',
    'august',
    'agustu',
    'agutus',
    'août',
    'agosto',
    'ağustos',
  ],
  [
    'september',
    'sep',
    'sept',
    'septemer',
    'septembar',
    'septembre',
    'septiembre',
    'setembro',
    'settembre',
    'eylül',
  ],
  [
    'oktober',
    'okt',
    'oktobr',
    'oktobe',
    'october',
    'oct',
    'octobre',
    'octubre',
    'outubro',
    'ottobre',
    'ekim',
  ],
  ['november', 'nov', 'nopember', 'nop', 'novembr', 'novembre', 'noviembre', 'novembro', 'kasım'],
  [
    'desember',
    'des',
    'december',
    'dec',
    'desembr',
    'dezember',
    'dez',
    'décembre',
    'diciembre',
    'dezembro',
    'dicembre',
    'aralık',
  ],
];
const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, month) => names.map((name) => [name, month + 1] as const)),
);

const DAY_NAMES: string[][] = [
  ['minggu', 'ahad', 'min', 'sunday', 'sun', 'sonntag'],
  ['senin', 'sen', 'snin', 'monday', 'mon', 'montag'],
  ['selasa', 'sel', 'tuesday', 'tue', 'dienstag'],
  ['rabu', 'rab', 'wednesday', 'wed', 'mittwoch'],
  ['kamis', 'kam', 'thursday', 'thu', 'donnerstag'],
  ['jumat', "jum'at", 'jum', 'friday', 'fri', 'freitag'],
  ['sabtu', 'sab', 'saturday', 'sat', 'samstag'],
];
const DAYS = new Map(DAY_NAMES.flatMap((names, day) => names.map((name) => [name, day] as const)));

const ZONES: Record<string, number> = {
  wib: 420,
  wita: 480,
  wit: 540,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
};

const words = (map: Map<string, unknown>): string =>
  [...map.keys()].sort((a, b) => b.length - a.length).join('|');
const WEEKDAY = `(?:(?<weekday>${words(DAYS).replace("'", "['’‘`]")})[\\s,.(/–-]*)?`;
const CLOCK =
  '(?:\\s*(?:[,|/•·–—-]|\\)|pukul|pkl\\.?|jam|at|um|,)*\\s*(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?(?:\\s*(?<half>[ap]\\.?m\\b\\.?))?(?:\\s*(?<zone>WIB|WITA|WIT|UTC|GMT|[ECMP][SD]T|BST|CES?T|MES?Z))?)?';
const NAMED_DMY = new RegExp(
  `${WEEKDAY}(?<![\\d/.-])(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.|er|º)?[\\s./-]*(?:de\\s+)?(?<month>${words(MONTHS)})\\b[\\s.,/-]*(?:de\\s+)?(?<year>\\d{4}|['’]?\\d{2}(?![\\d:.]))${CLOCK}`,
  'giu',
);
const NAMED_MDY = new RegExp(
  `${WEEKDAY}\\b(?<month>${words(MONTHS)})\\b[\\s.]*(?<day>[0-3]?\\d)(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${CLOCK}`,
  'giu',
);
const NUMERIC_DMY = new RegExp(
  `${WEEKDAY}(?<![\\d/.-])(?<day>[0-3]?\\d)\\s?[/.-]\\s?(?<month>[01]?\\d)\\s?[/.-]\\s?(?<year>(?:19|20)\\d{2})(?![\\d/])${CLOCK}`,
  'giu',
);
const NUMERIC_YMD = new RegExp(
  `(?<![\\d/.-])(?<year>(?:19|20)\\d{2})[/.-](?<month>[01]?\\d)[/.-](?<day>[0-3]?\\d)(?!\\d)${CLOCK}`,
  'giu',
);
const CJK =
  /(?<year>(?:19|20)\d{2})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일](?:[^\d]{0,4}(?<hour>\d{1,2})[:時시]\s?(?<minute>\d{2}))?/gu;
const PATTERNS = [NAMED_DMY, NAMED_MDY, NUMERIC_DMY, NUMERIC_YMD, CJK];

const ISO =
  /^\s*([12]\d{3})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?\d{2}(?:[.,:]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?/i;
const RFC =
  /^\s*(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{4})\s+(\d{1,2}):(\d{2})(?::\d{2})?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/;

/** ISO 8601 in its loose spellings, or the date of RFC 2822; null for anything else. */
export function parseMachineDate(text: string): Printed | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, zone] = iso;
    return checked({ year, month, day, hour, minute }, offsetOf(zone), 0);
  }
  const rfc = RFC.exec(text);
  if (rfc === null) return null;
  const [, day, name, year, hour, minute, zone] = rfc;
  const month = MONTHS.get((name ?? '').toLowerCase());
  return month === undefined
    ? null
    : checked({ year, month: String(month), day, hour, minute }, offsetOf(zone), 0);
}

/** Every date that a text prints, in order of appearance. */
export function findPrintedDates(text: string): Printed[] {
  const found: Printed[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const printed = fromGroups(groups, match.index);
      if (printed !== null && !found.some((other) => Math.abs(other.index - printed.index) < 6))
        found.push(printed);
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function fromGroups(groups: Record<string, string | undefined>, index: number): Printed | null {
  const month = MONTHS.get((groups['month'] ?? '').toLowerCase()) ?? groups['month'];
  const year = groups['year']?.replace(/^['’]/, '');
  const half = groups['half']?.[0]?.toLowerCase();
  let hour = groups['hour'];
  if (hour !== undefined && half === 'p' && Number(hour) < 12) hour = String(Number(hour) + 12);
  if (hour === '12' && half === 'a') hour = '0';
  const zone = ZONES[(groups['zone'] ?? '').toLowerCase()] ?? null;
  const printed = checked(
    {
      year: year?.length === 2 ? `20${year}` : year,
      month: String(month),
      day: groups['day'],
      hour,
      minute: groups['minute'],
    },
    zone,
    index,
  );
  if (printed === null) return null;
  const weekday = DAYS.get((groups['weekday'] ?? '').toLowerCase().replace(/[’‘`]/g, "'"));
  return weekday === undefined
    ? printed
    : { ...printed, weekdayAgrees: weekdayOf(printed) === weekday };
}

type Fields = Record<'year' | 'month' | 'day' | 'hour' | 'minute', string | undefined>;

function checked(fields: Fields, offset: number | null, index: number): Printed | null {
  const [year, month, day] = [Number(fields.year), Number(fields.month), Number(fields.day)];
  const real = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(real.getTime()) || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day)
    return null;
  const [hour, minute] = [Number(fields.hour), Number(fields.minute)];
  const timed =
    fields.hour !== undefined && fields.minute !== undefined && hour < 24 && minute < 60;
  return {
    year,
    month,
    day,
    hour: timed ? hour : null,
    minute: timed ? minute : null,
    offset,
    weekdayAgrees: null,
    index,
  };
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const match = /([+-])(\d{2}):?(\d{2})?/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = ({ year, month, day }: Pick<Printed, 'year' | 'month' | 'day'>): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

const AGO =
  /(?<![\p{L}\d])(\d{1,2}|se)\s*(menit|jam|hari|minggu|minutes?|hours?|days?|weeks?)\s*(?:yang\s+)?(?:lalu|ago)/iu;
const UNIT_MINUTES: Record<string, number> = {
  me: 1,
  mi: 10080,
  ja: 60,
  ha: 1440,
  ho: 60,
  da: 1440,
  we: 10080,
};

/**
 * 'kemarin', 'hari ini', '2 jam lalu' against the moment of the fetch. `offset` is the zone of the source in minutes.
 * Null where the text is not such an expression.
 */
export function parseRelativeDate(text: string, fetchedAt: string, offset: number): Printed | null {
  const now = Date.parse(fetchedAt) + offset * 60_000;
  if (Number.isNaN(now)) return null;
  const ago = AGO.exec(text);
  if (ago !== null) {
    const unit = (ago[2] ?? '').toLowerCase();
    const minutes =
      /^min(?:ute|utes)?$/.test(unit) || unit === 'menit'
        ? 1
        : (UNIT_MINUTES[unit.slice(0, 2)] ?? 0);
    const count = ago[1]?.toLowerCase() === 'se' ? 1 : Number(ago[1]);
    return shifted(now - count * minutes * 60_000, offset, minutes < 1440);
  }
  if (/^\W*(?:kemarin|yesterday)\b/i.test(text)) return shifted(now - 86_400_000, offset, false);
  if (/^\W*(?:hari ini|today|baru saja|just now)\b/i.test(text)) return shifted(now, offset, false);
  return null;
}

function shifted(local: number, offset: number, timed: boolean): Printed {
  const at = new Date(local);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: timed ? at.getUTCHours() : null,
    minute: timed ? at.getUTCMinutes() : null,
    offset,
    weekdayAgrees: null,
    index: 0,
  };
}

const pad = (value: number, size = 2): string => String(Math.abs(value)).padStart(size, '0');

/** Clock fields with an offset → ISO 8601 with that offset. */
export function isoOf(printed: Printed, fallbackOffset: number): string {
  const offset = printed.offset ?? fallbackOffset;
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${pad(Math.trunc(offset / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${pad(printed.year, 4)}-${pad(printed.month)}-${pad(printed.day)}T${pad(printed.hour ?? 0)}:${pad(printed.minute ?? 0)}:00${zone}`;
}

/** The same instant on another clock; a day without a time stays that day. */
export function onClock(printed: Printed, offset: number): Printed {
  if (printed.hour === null || printed.offset === null || printed.offset === offset)
    return { ...printed, offset: printed.offset ?? offset };
  const utc =
    Date.UTC(printed.year, printed.month - 1, printed.day, printed.hour, printed.minute ?? 0) -
    printed.offset * 60_000;
  return {
    ...shifted(utc + offset * 60_000, offset, true),
    weekdayAgrees: printed.weekdayAgrees,
    index: printed.index,
  };
}

/** Clock fields → the moment that is stored. */
export function momentOf(
  printed: Printed,
  basis: DatedMoment['basis'],
  confidence: number,
  fallbackOffset: number,
): DatedMoment {
  return {
    at: isoOf(printed, fallbackOffset),
    precision: printed.hour === null ? 'day' : 'minute',
    basis,
    confidence,
  };
}
