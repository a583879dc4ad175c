// A date as feeds, sitemaps and REST answers print it → ISO 8601 with its offset, or the bare day.
import { ZONE_MINUTES, zoneOf } from '../../schemas/region.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const RFC822 =
  /^(?:[\p{L}.']+,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,9})\.?[\s-]+(\d{4})(?:[,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([\p{L}]{1,5}|[+-]\d{2}:?\d{2})?)?$/u;

/** First three letters of the months, English and Indonesian. */
const MONTHS = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec|- peb - - mei - - agu - okt nop des|- - - - - - - agt|- - - - - - - ags'
    .split('|')
    .flatMap((names) => names.split(' ').map((name, at) => [name, at + 1] as const)),
);
/** Minutes east of UTC by name (RFC 822 and the Indonesian zones). */
const NAMED = new Map(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wib: 420,
    wita: 480,
    wit: 540,
    est: -300,
    edt: -240,
  }),
);

const two = (value: number): string => String(value).padStart(2, '0');

const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

function offsetMinutes(zone: string | undefined, fallback: number): number | null {
  if (zone === undefined || zone === '') return fallback;
  const digits = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (digits)
    return (digits[1] === '-' ? -1 : 1) * (Number(digits[2]) * 60 + Number(digits[3] ?? 0));
  return NAMED.get(zone.toLowerCase()) ?? null;
}

/** Minutes east of UTC that a source of this region prints where it names no zone. */
export const zoneMinutes = (region: string | null): number => ZONE_MINUTES[zoneOf(region)];

/**
 * '2024-11-05T10:23:00+07:00' for a moment, '2024-11-05' where no clock time was given, null for what is no date.
 * A moment without a zone stands on the clock of `zone` (minutes east of UTC); a printed zone is kept.
 */
export function isoDate(text: string | null, zone: number): string | null {
  const trimmed = text?.trim() ?? '';
  const iso = ISO.exec(trimmed);
  const parts = iso ?? RFC822.exec(trimmed);
  if (!parts) return null;
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [
        Number(parts[3]),
        MONTHS.get((parts[2] ?? '').slice(0, 3).toLowerCase()) ?? 0,
        Number(parts[1]),
      ];
  const date = `${year}-${two(month)}-${two(day)}`;
  // Date.parse gives NaN for month 13, and rolls 31 February over
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== day) return null;
  if (parts[4] === undefined) return date;
  const offset = offsetMinutes(parts[7], zone);
  const clock = `${two(Number(parts[4]))}:${parts[5]}:${parts[6] ?? '00'}`;
  if (offset === null || Number.isNaN(Date.parse(`${date}T${clock}Z`))) return null;
  return `${date}T${clock}${offsetText(offset)}`;
}

/** A moment given in UTC, as the clock of `zone` (minutes east of UTC) shows it. */
export function onClock(utcMs: number, zone: number): string {
  return `${new Date(utcMs + zone * 60_000).toISOString().slice(0, 19)}${offsetText(zone)}`;
}
