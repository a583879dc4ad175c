// Printed and machine dates, as Indonesian pages write them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findPrintedDates,
  isoOf,
  momentOf,
  onClock,
  parseMachineDate,
  parseRelativeDate,
} from '../../../pipeline/normalise/date.ts';

const PRINTED: [string, string][] = [
  ['Senin, 19 Mei 2014 / 20:16 WIB', '2014-05-19T20:16:00+07:00'],
  ['Kompas.com - 06/11/2023, 13:30 WIB', '2023-11-06T13:30:00+07:00'],
  ['(24/2/2025)', '2025-02-24T00:00:00+07:00'],
  ['Rabu (8/11/2023) pagi', '2023-11-08T00:00:00+07:00'],
  ["Jum'at, 5 Pebruari 2021 pukul 07.30 Wita", '2021-02-05T07:30:00+08:00'],
  ['Jum’at 05 Feb 2021 | 07:30 WIT', '2021-02-05T07:30:00+09:00'],
  ['20-November-24, 03:42', '2024-11-20T03:42:00+07:00'],
  ['Minggu, 14 Nopember 2021', '2021-11-14T00:00:00+07:00'],
  ['3 Agt 2018', '2018-08-03T00:00:00+07:00'],
  ['Selasa, 12 Spril 2022', '2022-04-12T00:00:00+07:00'],
  ['17 Oktobr 2024', '2024-10-17T00:00:00+07:00'],
  ['M Sholahadhin Azhar • 12 August 2025 13:47', '2025-08-12T13:47:00+07:00'],
  ['November 5, 2024 3:07 PM', '2024-11-05T15:07:00+07:00'],
  ['Jumat 08-08-2025,18:11 WIB', '2025-08-08T18:11:00+07:00'],
  ['2024-09-27 16:24:42', '2024-09-27T16:24:00+07:00'],
  ['28.04.2023', '2023-04-28T00:00:00+07:00'],
];

test.for(PRINTED)('%s', ([text, iso]) => {
  const [printed] = findPrintedDates(text);
  expect(printed === undefined ? null : isoOf(printed, 420)).toBe(iso);
});

test.for([
  '31/02/2024',
  '0/0/2024',
  'Pasal 12 ayat 3',
  '20 Mei 14 orang',
  '1234/05/2024-56',
  'telepon 0812-3456-7890',
  '',
])('no date in %j', (text) => {
  expect(findPrintedDates(text)).toEqual([]);
});

test('the day stands before the month, always', () => {
  expect(findPrintedDates('05/11/2024')[0]).toMatchObject({ day: 5, month: 11 });
});

test.for<[string, boolean | null]>([
  ['Kamis (17/10/2024)', true],
  ['Kamis (17/10/2025)', false],
  ['Sabtu, 24 November 2024', false],
  ['17 Oktober 2024', null],
])('weekday of %s', ([text, agrees]) => {
  expect(findPrintedDates(text)[0]?.weekdayAgrees).toBe(agrees);
});

test.for<[string, string | null]>([
  ['2024-11-05T10:23:00+08:00', '2024-11-05T10:23:00+08:00'],
  ['2024-11-05T10:23:00.000Z', '2024-11-05T10:23:00+00:00'],
  ['2024-11-05T10:23:00+0700', '2024-11-05T10:23:00+07:00'],
  ['2024-11-05 10:23:00', '2024-11-05T10:23:00+09:00'],
  ['2024-11-05', '2024-11-05T00:00:00+09:00'],
  ['20241105T102300Z', '2024-11-05T10:23:00+00:00'],
  ['Tue, 05 Nov 2024 10:23:00 +0700', '2024-11-05T10:23:00+07:00'],
  ['Tue, 05 Nov 2024 10:23:00 GMT', '2024-11-05T10:23:00+00:00'],
  ['besok', null],
  ['2024-13-40', null],
])('machine date %s', ([text, iso]) => {
  const printed = parseMachineDate(text);
  expect(printed === null ? null : isoOf(printed, 540)).toBe(iso);
});

const NOW = '2025-07-12T02:00:00Z';
test.for<[string, string | null]>([
  ['2 jam lalu', '2025-07-12T07:00:00+07:00'],
  ['sejam yang lalu', '2025-07-12T08:00:00+07:00'],
  ['15 menit lalu', '2025-07-12T08:45:00+07:00'],
  ['3 hari yang lalu', '2025-07-09T00:00:00+07:00'],
  ['2 minggu lalu', '2025-06-28T00:00:00+07:00'],
  ['Kemarin', '2025-07-11T00:00:00+07:00'],
  ['hari ini, 08:00', '2025-07-12T00:00:00+07:00'],
  ['5 minutes ago', '2025-07-12T08:55:00+07:00'],
  ['pemilu lalu', null],
  ['12 jambu lalu', null],
])('relative date %s', ([text, iso]) => {
  const printed = parseRelativeDate(text, NOW, 420);
  expect(printed === null ? null : isoOf(printed, 420)).toBe(iso);
});

test('a UTC moment moves to the clock of the source, a day without a time does not', () => {
  const late = parseMachineDate('2024-11-04T20:00:00Z');
  const day = parseMachineDate('2024-11-04');
  expect(late && isoOf(onClock(late, 420), 420)).toBe('2024-11-05T03:00:00+07:00');
  expect(day && isoOf(onClock(day, 420), 420)).toBe('2024-11-04T00:00:00+07:00');
});

test('precision says whether a clock time was printed', () => {
  const [timed] = findPrintedDates('5 Mei 2024 10:00');
  const [untimed] = findPrintedDates('5 Mei 2024');
  expect(timed && momentOf(timed, 'text', 0.7, 420).precision).toBe('minute');
  expect(untimed && momentOf(untimed, 'text', 0.7, 420).precision).toBe('day');
});

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

test('every day from 1995 to 2035 that is printed in words is read back', () => {
  const days = fc.date({
    min: new Date('1995-01-01T00:00:00Z'),
    max: new Date('2035-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.constantFrom('', 'Kabar - ', 'Diterbitkan: '), (date, before) => {
      const iso = date.toISOString().slice(0, 10);
      const text = `${before}${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}, 10.05 WIB`;
      const [printed] = findPrintedDates(text);
      expect(printed && isoOf(printed, 0)).toBe(`${iso}T10:05:00+07:00`);
    }),
  );
});

test('any text is searched without an error, and what is found is a real day', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const printed of [
        ...findPrintedDates(text),
        parseMachineDate(text),
        parseRelativeDate(text, NOW, 420),
      ]) {
        if (printed !== null) expect(Number.isNaN(Date.parse(isoOf(printed, 420)))).toBe(false);
      }
    }),
  );
});
