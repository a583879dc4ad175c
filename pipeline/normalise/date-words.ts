// Names of months, weekdays and zones with their misspellings → the patterns of printed dates. Day before month, except in
// English where the month is a word.

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
/** Month name, lower case → 1 … 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
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
/** Weekday name, lower case → 0 Sunday … 6 Saturday. */
export const DAYS: ReadonlyMap<string, number> = new Map(
  DAY_NAMES.flatMap((names, day) => names.map((name) => [name, day] as const)),
);

/** Zone name, lower case → minutes east of UTC. */
export const ZONES: Record<string, number> = {
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

const words = (map: ReadonlyMap<string, unknown>): string =>
  [...map.keys()].sort((a, b) => b.length - a.length).join('|');
const WEEKDAY = `(?:(?<weekday>${words(DAYS).replace("'", "['’‘`]")})[\\s,.(/–-]*)?`;
const CLOCK =
  '(?:\\s*(?:[,|/•·–—-]|\\)|pukul|pkl\\.?|jam|at|um|,)*\\s*(?<hour>[01]?\\d|2[0-4])[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?(?:\\s*(?<half>[ap]\\.?m\\b\\.?))?(?:\\s*(?<zone>WIB|WITA|WIT|UTC|GMT|[ECMP][SD]T|BST|CES?T|MES?Z))?)?';
const NAMED_DMY = new RegExp(
  `${WEEKDAY}(?<![\\d/.-])(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.|er|º)?[\\s./-]*(?:de\\s+)?(?<month>${words(MONTHS)})\\b[\\s.,/-]*(?:de\\s+)?(?<year>\\d{4}|(?<=[-/'’])\\d{2}(?![\\d:.]))${CLOCK}`,
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
/** Printed dates; groups weekday, day, month (name or number), year, hour, minute, half (am, pm) and zone. */
export const PATTERNS = [NAMED_DMY, NAMED_MDY, NUMERIC_DMY, NUMERIC_YMD, CJK];
