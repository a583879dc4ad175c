// Which sources are due, by interval or by cron on the clock of their place.
import { expect, test } from 'vitest';
import { isDue, startSchedule } from '../../crawlers/schedule.ts';
import type { Site } from '../../schemas/site.ts';
import { siteAt } from './rig.ts';

const site = (entry: Partial<Site>): Site =>
  siteAt('https://x.id', { loopback: false, delay: 2, ...entry });
const at = (text: string): number => Date.parse(text);

test.for([
  { name: 'never read', entry: {}, last: null, now: '2024-11-05T00:00:00Z', due: true },
  {
    name: 'interval not over',
    entry: { interval: 60 },
    last: '2024-11-05T00:00:01Z',
    now: '2024-11-05T01:00:00Z',
    due: false,
  },
  {
    name: 'interval over',
    entry: { interval: 60 },
    last: '2024-11-05T00:00:00Z',
    now: '2024-11-05T01:00:00Z',
    due: true,
  },
  {
    name: 'cron, 06:00 in Bontang (WITA) is 22:00 UTC',
    entry: { cron: '0 6 * * *' },
    last: '2024-11-04T21:59:30Z',
    now: '2024-11-04T22:00:00Z',
    due: true,
  },
  {
    name: 'a minute before',
    entry: { cron: '0 6 * * *' },
    last: '2024-11-04T10:00:00Z',
    now: '2024-11-04T21:59:59Z',
    due: false,
  },
  {
    name: 'already done at that minute',
    entry: { cron: '0 6 * * *' },
    last: '2024-11-04T22:00:10Z',
    now: '2024-11-04T22:00:50Z',
    due: false,
  },
  {
    name: 'missed hours ago, caught up',
    entry: { cron: '0 6 * * *' },
    last: '2024-11-04T10:00:00Z',
    now: '2024-11-05T05:13:00Z',
    due: true,
  },
  {
    name: 'a national source is on WIB',
    entry: { region: null, cron: '0 6 * * *' },
    last: '2024-11-04T10:00:00Z',
    now: '2024-11-04T23:00:00Z',
    due: true,
  },
  {
    name: 'cron goes before interval',
    entry: { interval: 5, cron: '0 6 * * *' },
    last: '2024-11-04T23:00:00Z',
    now: '2024-11-05T01:00:00Z',
    due: false,
  },
  {
    name: 'weekdays only, a Sunday',
    entry: { cron: '0 6 * * 1-5' },
    last: '2024-11-09T10:00:00Z',
    now: '2024-11-10T01:00:00Z',
    due: false,
  },
])('$name: $due', ({ entry, last, now, due }) => {
  expect(isDue(site(entry), last, at(now))).toBe(due);
});

test('a tick starts what is due, never a second round of one site', async () => {
  let now = at('2024-11-05T00:00:00Z');
  const started = new Map<string, string>([['b', new Date(now).toISOString()]]);
  const runs: string[] = [];
  const ends: (() => void)[] = [];
  const scheduler = startSchedule({
    sites: [site({ id: 'a' }), site({ id: 'b' })],
    startedAt: (id) => started.get(id) ?? null,
    now: () => now,
    run: ({ id }) => {
      runs.push(id);
      started.set(id, new Date(now).toISOString());
      return new Promise((resolve) => ends.push(resolve));
    },
  });
  expect(runs).toEqual(['a']);
  now += 60 * 60_000;
  scheduler.tick();
  expect(runs).toEqual(['a', 'b']);
  ends.forEach((end) => end());
  await new Promise((resolve) => setImmediate(resolve));
  now += 60 * 60_000;
  scheduler.tick();
  expect(runs).toEqual(['a', 'b', 'a', 'b']);
  ends.forEach((end) => end());
  await scheduler.stop();
});
