// Dates as feeds and sitemaps print them.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate, onClock } from '../../../crawlers/discover/dates.ts';

const WITA = 480;

test.for([
  ['2024-11-05T10:23:00+08:00', '2024-11-05T10:23:00+08:00'],
  ['2024-11-05T10:23:00Z', '2024-11-05T10:23:00+00:00'],
  ['2024-11-05T10:23:00.123Z', '2024-11-05T10:23:00+00:00'],
  ['2024-11-05T10:23+0700', '2024-11-05T10:23:00+07:00'],
  ['2024-11-05T10:23:00+07', '2024-11-05T10:23:00+07:00'],
  ['2024-11-05 10:23:00', '2024-11-05T10:23:00+08:00'],
  ['2024-11-05T10:23:00', '2024-11-05T10:23:00+08:00'],
  [' 2024-11-05 ', '2024-11-05'],
  ['Tue, 05 Nov 2024 10:23:00 +0700', '2024-11-05T10:23:00+07:00'],
  ['Tue, 5 Nov 2024 10:23:00 GMT', '2024-11-05T10:23:00+00:00'],
  ['5 Nov 2024 10:23 WIB', '2024-11-05T10:23:00+07:00'],
  ['Selasa, 05 Nopember 2024 10.23 WITA', '2024-11-05T10:23:00+08:00'],
  ["Jum'at, 30 Agt 2024 09:05:00 WIT", '2024-08-30T09:05:00+09:00'],
  ['Tue, 05 Nov 2024', '2024-11-05'],
  ['Tue, 05 Nov 2024 10:23:00', '2024-11-05T10:23:00+08:00'],
  ['Tue, 05 Nov 2024 10:23:00 EST', '2024-11-05T10:23:00-05:00'],
  ['Tue, 05 Nov 2024 10:23:00 XYZ', null],
  ['2024-02-30', null],
  ['2024-13-01', null],
  ['2024-11-05T25:00:00Z', null],
  ['0000-00-00 00:00:00', null],
  ['kemarin', null],
  ['1730776980', null],
  ['', null],
  [null, null],
] as const)('%s', ([text, want]) => {
  expect(isoDate(text, WITA)).toBe(want);
});

test('what comes out is a date that can be read, or null', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      (text) => {
        const iso = isoDate(text, WITA);
        expect(iso === null || !Number.isNaN(Date.parse(iso))).toBe(true);
      },
    ),
  );
});

test('a moment in UTC on a clock of the place', () => {
  expect(onClock(Date.parse('2024-11-05T20:23:00Z'), WITA)).toBe('2024-11-06T04:23:00+08:00');
  expect(onClock(Date.parse('2024-11-05T20:23:00Z'), -210)).toBe('2024-11-05T16:53:00-03:30');
});
