// Printed dates → moments. In: text as pages and feeds write it; out: local clock fields with the offset they carry.
// Day before month always (DOMAIN: Indonesian pages never write the month first); unknown stays null.
import type { DatedMoment } from '../../schemas/article.ts';
import { DAYS, MONTHS, PATTERNS, ZONES } from './date-words.ts';

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
