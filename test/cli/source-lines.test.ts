// What 'status' says of hundreds of sources: the worst first, in a few lines.
import { expect, test } from 'vitest';
import { scheduleLine, sourceLines } from '../../cli/source-lines.ts';
import type { ScheduleRow } from '../../archive/schedule.ts';
import type { SourceHealth } from '../../schemas/health.ts';

const NOW = Date.parse('2024-11-27T03:00:00Z');
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

const plan = (site: string, more: Partial<ScheduleRow> = {}): ScheduleRow => ({
  site,
  nextDue: at(12),
  every: 20,
  why: 'rhythm',
  failures: 0,
  overlaps: 0,
  holder: null,
  purpose: null,
  heldSince: null,
  until: null,
  ...more,
});

const account = (site: string, failed: Record<string, number> = {}) => ({
  site,
  found: 10,
  kept: 8,
  skipped: {},
  failed,
  open: 0,
  articles: { relevant: 3, review: 1 },
});

const judged = (site: string, state: SourceHealth['state']): SourceHealth => ({
  site,
  at: at(0),
  state,
  cause: null,
  detail: '',
  since: null,
  lastNew: null,
  lastRound: null,
  perWeek: null,
  deadline: null,
});

test('of three hundred sources the ill, the failing and the broken come first, the rest is counted', () => {
  const names = Array.from({ length: 300 }, (_, n) => `koran-${n}`);
  const lines = sourceLines({
    accounts: names.map((site) =>
      account(site, site === 'koran-99' ? { 'fetch/timeout': 2, dns: 7, tls: 1 } : {}),
    ),
    schedule: names.map((site) => plan(site, site === 'koran-200' ? { failures: 4 } : {})),
    health: names.map((site) => judged(site, site === 'koran-250' ? 'ill' : 'well')),
    now: NOW,
  }).split('\n');
  expect(lines).toHaveLength(10);
  expect(lines.slice(1, 4).map((line) => line.split(' ', 1)[0])).toEqual([
    'koran-250',
    'koran-200',
    'koran-99',
  ]);
  expect(lines[2]).toContain('20 min, rhythm, 4 failed');
  expect(lines[3]).toMatch(/dns 7, fetch\/timeout 2, …$/);
  expect(lines.at(-1)).toBe('and 292 sources that stand better; --json has all');
});

test.for<[string, Partial<ScheduleRow>]>([
  ['in 12 min', {}],
  ['in 5 h', { nextDue: at(300) }],
  ['in 3 d', { nextDue: at(3 * 1440) }],
  ['3 min late', { nextDue: at(-3) }],
  ['not planned', { nextDue: null }],
  ['is read now', { holder: 'a', until: at(1) }],
  // who held it has died
  ['in 12 min', { holder: 'a', until: at(-1) }],
])('a turn: %s', ([said, row]) => {
  const text = sourceLines({
    accounts: [account('natmed')],
    schedule: [plan('natmed', row)],
    health: [],
    now: NOW,
  });
  expect(text).toContain(said);
});

test('an empty archive says what to do', () => {
  expect(sourceLines({ accounts: [], schedule: [], health: [], now: NOW })).toMatch(/'crawl'/);
  expect(scheduleLine([], NOW)).toMatch(/'serve' plans it/);
});

test('the schedule in one line', () => {
  const rows = [
    plan('a', { nextDue: at(-5), overlaps: 2 }),
    plan('b', { holder: 'x', until: at(1) }),
    plan('c', { failures: 1 }),
  ];
  expect(scheduleLine(rows, NOW)).toBe(
    'schedule: 3 sources planned, 1 due, 1 read now by 1 process, 1 rest after failures, 2 rounds overlapped, next 2024-11-27 02:55 UTC',
  );
});
