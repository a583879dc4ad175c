// Whose turn it is, minute by minute: rounds, visits, overlaps, rounds missed while nobody was there, dead processes.
import { expect, test } from 'vitest';
import {
  judgeTurn,
  startSchedule,
  type Purpose,
  type ScheduleParts,
  type Turn,
} from '../../crawlers/schedule.ts';
import type { Site } from '../../schemas/site.ts';
import { siteAt } from './rig.ts';

const T = (text: string): string => `2024-11-05T${text}:00.000Z`;
const NOW = Date.parse(T('12:00'));
const turn = (more: Partial<Turn>): Turn => ({
  nextDue: T('12:30'),
  every: 60,
  holder: null,
  heldSince: null,
  until: null,
  ...more,
});
const byOther = { holder: 'other', heldSince: T('11:00'), until: T('12:01') };

test.for<{ name: string; row: Turn | null; running?: boolean; verdict: object }>([
  { name: 'never read', row: null, verdict: { do: 'round', missed: 0 } },
  { name: 'not due', row: turn({}), verdict: { do: 'visits' } },
  { name: 'due', row: turn({ nextDue: T('12:00') }), verdict: { do: 'round', missed: 0 } },
  {
    name: 'due five hours ago: once, and said so',
    row: turn({ nextDue: T('07:00') }),
    verdict: { do: 'round', missed: 5 },
  },
  { name: 'running, not due', row: turn({}), running: true, verdict: { do: 'wait' } },
  {
    name: 'running still when due again',
    row: turn({ nextDue: T('11:59') }),
    running: true,
    verdict: { do: 'overlap' },
  },
  { name: 'another process reads it', row: turn(byOther), verdict: { do: 'wait' } },
  {
    name: 'another process reads it still when it is due again',
    row: turn({ ...byOther, nextDue: T('12:00') }),
    verdict: { do: 'overlap' },
  },
  {
    name: 'the lease of another ran out: it died in the middle of a round',
    row: turn({ ...byOther, until: T('11:59') }),
    verdict: { do: 'round', missed: 0 },
  },
  {
    name: 'another is known to have died',
    row: turn({ ...byOther, holder: 'dead' }),
    verdict: { do: 'round', missed: 0 },
  },
])('$name: $verdict', ({ row, running = false, verdict }) => {
  const isDead = (holder: string): boolean => holder === 'dead';
  expect(judgeTurn(row, { now: NOW, isDead, running })).toEqual(verdict);
});

/** A schedule of one or more sources with a clock of its own; every round takes until it is ended. */
function clockwork(sites: Site[], turns: Map<string, Turn>) {
  const state = { now: NOW, visit: null as string | null };
  const runs: [string, Purpose][] = [];
  const ends: (() => void)[] = [];
  const logged: string[] = [];
  const parts: ScheduleParts = {
    sites,
    ledger: {
      scheduleOf: (site) => turns.get(site) ?? null,
      overlapped: (site, nextDue) => {
        turns.set(site, turn({ ...turns.get(site), nextDue }));
      },
      nextVisit: () => state.visit,
    },
    now: () => state.now,
    holder: { id: 'me' },
    log: (_level, event) => logged.push(event),
    run: ({ id }, purpose) => {
      runs.push([id, purpose]);
      if (purpose === 'round')
        turns.set(id, turn({ nextDue: new Date(state.now + 3_600_000).toISOString() }));
      return new Promise((resolve) => ends.push(resolve));
    },
  };
  const scheduler = startSchedule(parts);
  const pass = async (minutes: number): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    for (let minute = 0; minute < minutes; minute += 1) {
      state.now += 60_000;
      scheduler.tick();
    }
  };
  const endAll = (): void => ends.splice(0).forEach((end) => end());
  return { state, runs, logged, scheduler, pass, endAll };
}

test('a round that takes longer than its interval is shown once for each turn missed, and not doubled', async () => {
  const clock = clockwork([siteAt('https://x.id', { id: 'a' })], new Map());
  await clock.pass(150);
  expect(clock.runs).toEqual([['a', 'round']]);
  expect(clock.logged).toEqual(['schedule.overlap', 'schedule.overlap']);
  clock.endAll();
  await clock.pass(31);
  expect(clock.runs).toEqual([
    ['a', 'round'],
    ['a', 'round'],
  ]);
  clock.endAll();
  await clock.scheduler.stop();
});

test('a night without anybody is caught up by one round', async () => {
  const turns = new Map([['a', turn({ nextDue: T('02:00'), every: 30 })]]);
  const clock = clockwork([siteAt('https://x.id', { id: 'a' })], turns);
  clock.endAll();
  await clock.pass(20);
  expect(clock.runs).toEqual([['a', 'round']]);
  expect(clock.logged).toEqual(['schedule.late']);
  await clock.scheduler.stop();
});

test('an address that falls due between two rounds is visited without reading the lists', async () => {
  const turns = new Map([['a', turn({ nextDue: T('15:00') })]]);
  const clock = clockwork([siteAt('https://x.id', { id: 'a' })], turns);
  clock.state.visit = T('12:10');
  await clock.pass(9);
  expect(clock.runs).toEqual([]);
  await clock.pass(2);
  expect(clock.runs).toEqual([['a', 'visits']]);
  clock.endAll();
  await clock.scheduler.stop();
});
