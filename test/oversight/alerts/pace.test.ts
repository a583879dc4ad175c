// When a message is due: each pace and the quiet hours, on the clock of the watch.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt } from '../../../oversight/alerts/pace.ts';
import { DAYS, PACES } from '../../../schemas/watch.ts';
import { watch } from '../make.ts';

const NIGHT = { from: '21:00', to: '06:00' };

test.for<[string, Parameters<typeof watch>[0], string, string]>([
  ['at once', {}, '2024-11-05T03:10:20Z', '2024-11-05T03:10:20.000Z'],
  ['the next full hour', { pace: 'hourly' }, '2024-11-05T03:10:20Z', '2024-11-05T04:00:00.000Z'],
  ['on the hour: the next', { pace: 'hourly' }, '2024-11-05T03:00:00Z', '2024-11-05T04:00:00.000Z'],
  [
    '07:00 WIB of the next day',
    { pace: 'daily' },
    '2024-11-05T03:00:00Z',
    '2024-11-06T00:00:00.000Z',
  ],
  [
    '07:00 WIT is 22:00 UTC',
    { pace: 'daily', zone: 'WIT' },
    '2024-11-05T03:00:00Z',
    '2024-11-05T22:00:00.000Z',
  ],
  [
    'Monday 07:30 WITA',
    { pace: 'weekly', at: '07:30', zone: 'WITA' },
    '2024-11-05T03:00:00Z',
    '2024-11-10T23:30:00.000Z',
  ],
  [
    'Saturday',
    { pace: 'weekly', day: 'sabtu' },
    '2024-11-05T03:00:00Z',
    '2024-11-09T00:00:00.000Z',
  ],
  [
    'in the night: when it is over',
    { quiet: NIGHT },
    '2024-11-05T15:00:00Z',
    '2024-11-05T23:00:00.000Z',
  ],
  [
    'after midnight: the same morning',
    { quiet: NIGHT },
    '2024-11-05T18:00:00Z',
    '2024-11-05T23:00:00.000Z',
  ],
  ['by day: at once', { quiet: NIGHT }, '2024-11-05T05:00:00Z', '2024-11-05T05:00:00.000Z'],
  [
    'at noon',
    { quiet: { from: '12:00', to: '13:00' } },
    '2024-11-05T05:30:00Z',
    '2024-11-05T06:00:00.000Z',
  ],
  [
    'a digest in the night waits',
    { pace: 'daily', at: '05:00', quiet: NIGHT },
    '2024-11-05T03:00:00Z',
    '2024-11-05T23:00:00.000Z',
  ],
])('%s', ([, rules, since, due]) => {
  expect(new Date(dueAt(watch(rules), Date.parse(since))).toISOString()).toBe(due);
});

test('never before the alert, never in quiet hours, never later than a week and a day', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const rules = fc.record({
    pace: fc.constantFrom(...PACES),
    at: clock,
    day: fc.constantFrom(...DAYS),
    zone: fc.constantFrom('WIB' as const, 'WITA' as const, 'WIT' as const),
    quiet: fc.option(fc.record({ from: clock, to: clock })),
  });
  const minutes = { WIB: 420, WITA: 480, WIT: 540 };
  fc.assert(
    fc.property(rules, fc.integer({ min: 1.6e12, max: 1.9e12 }), (some, since) => {
      const due = dueAt(watch(some), since);
      expect(due).toBeGreaterThanOrEqual(since);
      expect(due - since).toBeLessThanOrEqual(8 * 86_400_000);
      const { quiet } = some;
      if (quiet === null || quiet.from === quiet.to) return;
      const time = new Date(due + minutes[some.zone] * 60_000).toISOString().slice(11, 16);
      const inside =
        quiet.from < quiet.to
          ? time >= quiet.from && time < quiet.to
          : time >= quiet.from || time < quiet.to;
      expect(inside).toBe(false);
    }),
  );
});
