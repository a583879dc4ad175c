// When a source is due next: bounds, rhythm, cron on its own clock, election rules, rest, Retry-After.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCron, planRound, type PlanTask } from '../../crawlers/plan.ts';
import { minutesToNext } from '../../crawlers/rhythm.ts';
import type { Site } from '../../schemas/site.ts';
import { siteAt } from './rig.ts';

const at = (text: string): number => Date.parse(text);
const NOW = at('2024-11-05T04:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BOUNDS = { min: 15, max: 240 };

const task = (entry: Partial<Site>, more: Partial<PlanTask> = {}): PlanTask => ({
  site: siteAt('https://x.id', { loopback: false, delay: 2, ...entry }),
  startedAt: NOW,
  now: NOW + 60_000,
  failures: 0,
  rhythm: { arrivals: [], since: NOW },
  electionMinutes: null,
  heldUntil: 0,
  ...more,
});

/** Arrivals each `minutes`, over the last days. */
const steady = (minutes: number, days = 14): number[] =>
  Array.from({ length: Math.floor((days * 1440) / minutes) }, (_, n) => NOW - n * minutes * 60_000);
const rhythm = (arrivals: number[]) => ({ arrivals, since: NOW - 20 * DAY });

test.for<{ name: string; task: PlanTask; every: number; why: string }>([
  { name: 'a number is always so', task: task({ interval: 45 }), every: 45, why: 'interval' },
  {
    name: 'a number is always so, whatever the rhythm',
    task: task({ interval: 45 }, { rhythm: rhythm(steady(5)) }),
    every: 45,
    why: 'interval',
  },
  {
    name: 'nothing known yet: an hour',
    task: task({ interval: BOUNDS }),
    every: 60,
    why: 'interval',
  },
  {
    name: 'nothing known yet, within the bounds',
    task: task({ interval: { min: 90, max: 240 } }),
    every: 90,
    why: 'interval',
  },
  {
    name: 'an article each 30 minutes',
    task: task({ interval: BOUNDS }, { rhythm: rhythm(steady(30)) }),
    every: 30,
    why: 'rhythm',
  },
  {
    name: 'one a minute: the lower bound',
    task: task({ interval: BOUNDS }, { rhythm: rhythm(steady(1)) }),
    every: 15,
    why: 'rhythm',
  },
  {
    name: 'two a day: the upper bound',
    task: task({ interval: BOUNDS }, { rhythm: rhythm(steady(720)) }),
    every: 240,
    why: 'rhythm',
  },
  {
    name: 'a rule of the election calendar',
    task: task({ interval: BOUNDS }, { rhythm: rhythm(steady(720)), electionMinutes: 30 }),
    every: 30,
    why: 'election',
  },
  {
    name: 'a rule lowers a fixed number too, and never raises one',
    task: task({ interval: 60 }, { electionMinutes: 90 }),
    every: 60,
    why: 'interval',
  },
  { name: 'no answer', task: task({}, { failures: 1 }), every: 30, why: 'resting' },
  {
    name: 'no answer for the fourth time',
    task: task({}, { failures: 4 }),
    every: 120,
    why: 'resting',
  },
  {
    name: 'no answer for months: daily, for ever',
    task: task({}, { failures: 900 }),
    every: 1440,
    why: 'resting',
  },
  {
    name: 'cron, rest goes before it',
    task: task({ cron: '0 6 * * *' }, { failures: 2 }),
    every: 60,
    why: 'resting',
  },
])('$name: $every minutes, $why', ({ task: given, every, why }) => {
  const plan = planRound(given);
  expect(plan).toMatchObject({ every, why });
  expect(Date.parse(plan.nextDue)).toBe(NOW + every * 60_000);
});

test('never in the past, and never while its host asks to be left alone', () => {
  const due = (more: Partial<PlanTask>): number =>
    Date.parse(planRound(task({ interval: 30 }, more)).nextDue);
  expect(due({ now: NOW + 3 * HOUR })).toBe(NOW + 3 * HOUR);
  expect(due({ heldUntil: NOW + 5 * HOUR })).toBe(NOW + 5 * HOUR);
});

test.for([
  { zone: 'WITA', cron: '0 6 * * *', from: '2024-11-04T21:59:30Z', next: '2024-11-04T22:00:00Z' },
  { zone: 'WITA', cron: '0 6 * * *', from: '2024-11-04T22:00:00Z', next: '2024-11-05T22:00:00Z' },
  { zone: 'WIB', cron: '0 6 * * *', from: '2024-11-04T22:30:00Z', next: '2024-11-04T23:00:00Z' },
  { zone: 'WIT', cron: '30 5 * * 1-5', from: '2024-11-08T20:30:00Z', next: '2024-11-10T20:30:00Z' },
  { zone: 'WIB', cron: '*/20 * * * *', from: '2024-11-04T22:30:00Z', next: '2024-11-04T22:40:00Z' },
  { zone: 'WIB', cron: '0 6 1 1 *', from: '2024-11-05T00:00:00Z', next: '2024-12-31T23:00:00Z' },
] as const)('$cron in $zone after $from is $next', ({ zone, cron, from, next }) => {
  expect(new Date(nextCron(cron, zone, at(from))).toISOString()).toBe(new Date(next).toISOString());
});

describe('the rhythm', () => {
  const ask = (arrivals: number[], from = NOW): number | null =>
    minutesToNext({ arrivals, since: NOW - 20 * DAY, zone: 480 }, from, 600);

  test('a morning paper is asked in the morning, and seldom at night', () => {
    // six articles between 06:00 and 09:00 WITA each day; NOW is noon there
    const days = Array.from({ length: 14 * 6 }, (_, n) => [Math.floor(n / 6), n % 6] as const);
    const mornings = days.map(([day, n]) => NOW - day * DAY - 6 * HOUR + n * (HOUR / 2));
    const [morning, evening] = [ask(mornings, NOW + DAY - 6 * HOUR), ask(mornings, NOW + 8 * HOUR)];
    expect(morning).toBeLessThan(60);
    expect(evening).toBeGreaterThan(240);
  });

  test('a day of many reports is read more often at once', () => {
    const burst = Array.from({ length: 40 }, (_, n) => NOW - n * 10 * 60_000);
    const calm = steady(240);
    expect(ask([...calm, ...burst])).toBeLessThan((ask(calm) ?? 0) / 2);
  });

  test('one or two articles tell nothing', () => {
    expect(ask([NOW - HOUR, NOW - 2 * HOUR])).toBeNull();
    expect(
      minutesToNext({ arrivals: steady(10, 1), since: NOW - DAY, zone: 480 }, NOW, 600),
    ).toBeNull();
  });

  test('any arrivals: within a step and the longest', () => {
    const ages = fc.array(fc.integer({ min: -3 * DAY, max: 40 * DAY }), { maxLength: 300 });
    fc.assert(
      fc.property(ages, fc.integer({ min: 5, max: 2000 }), (list, longest) => {
        const minutes = minutesToNext(
          { arrivals: list.map((age) => NOW - age), since: NOW - 30 * DAY, zone: 420 },
          NOW,
          longest,
        );
        expect(minutes === null || (minutes >= 5 && minutes <= longest)).toBe(true);
      }),
    );
  });
});
