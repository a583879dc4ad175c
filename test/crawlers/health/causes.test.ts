// Facts of a source → the cause that is named, and whether it is sure enough for an alarm; alarms by cause.
import { expect, test } from 'vitest';
import { alarmChanges } from '../../../crawlers/health/alarms.ts';
import { findCause } from '../../../crawlers/health/causes.ts';
import type { EndingFact, SourceFacts, WayFact } from '../../../crawlers/health/facts.ts';
import type { Alarm, HealthCause, SourceHealth } from '../../../schemas/health.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const ago = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();

const way = (more: Partial<WayFact> = {}): WayFact => ({
  url: 'https://contoh.id/feed',
  answer: '200',
  at: ago(1),
  okAt: ago(1),
  failures: 0,
  listed: 10,
  ...more,
});
const facts = (more: Partial<SourceFacts> = {}): SourceFacts => ({
  site: 'contoh',
  zone: 7,
  dueAt: ago(-1),
  rounds: [{ at: ago(1), error: null }],
  ways: [way()],
  endings: [],
  ...more,
});
const kept: EndingFact = { kind: 'kept', stage: null, reason: null, detail: null, at: ago(2) };
const skipped = (reason: string, detail: string | null = null): EndingFact => ({
  kind: 'skipped',
  stage: null,
  reason,
  detail,
  at: ago(1),
});
const failed = (stage: string, reason: string): EndingFact => ({
  kind: 'failed',
  stage,
  reason,
  detail: null,
  at: ago(1),
});
const times = <T>(n: number, what: T): T[] => Array.from({ length: n }, () => what);
/** Rounds each hour, the newest first, that all failed with this. */
const down = (hours: number, error: string): Partial<SourceFacts> => ({
  rounds: [
    ...Array.from({ length: hours }, (_, n) => ({ at: ago(n + 1), error })),
    { at: ago(hours + 1), error: null },
  ],
  ways: [way({ okAt: ago(hours + 1) })],
});
const PER_YEAR = 2000;

/** What is seen, the cause, and whether it is sure. */
const CASES: [string, Partial<SourceFacts>, HealthCause | null, boolean?][] = [
  ['all as it should be', { endings: times(60, kept) }, null],
  ['never asked', { rounds: [], ways: [], dueAt: null }, null],
  ['its round is an hour late', { dueAt: ago(1) }, null],
  ['its round is four hours late', { dueAt: ago(4) }, 'worker', true],
  ['its name is gone for an hour', down(1, 'robots.txt: dns'), 'dns', false],
  ['its name is gone for two days', down(48, 'robots.txt: dns'), 'dns', true],
  ['it leads to a private address', down(48, 'robots.txt: private-address'), 'dns', true],
  ['its certificate is refused', down(48, 'robots.txt: tls'), 'tls', true],
  ['it does not answer', down(30, 'robots.txt: timeout'), 'timeout', true],
  ['it breaks off', down(30, 'no source of addresses answered: reset, reset'), 'timeout', true],
  ['its lists answer 500', down(30, 'no source of addresses answered: status-500'), 'server', true],
  [
    'its lists answer 403',
    down(30, 'no source of addresses answered: status-403'),
    'refused',
    true,
  ],
  ['its lists answer 404', down(30, 'no source of addresses answered: status-404'), 'moved', true],
  [
    'its lists lead to another host',
    down(30, 'no source of addresses answered: foreign-host'),
    'moved',
    true,
  ],
  [
    'its lists cannot be read',
    down(30, 'no source of addresses answered: unreadable'),
    'unreadable',
    true,
  ],
  [
    'robots.txt forbids its lists',
    down(30, 'no source of addresses answered: robots'),
    'robots',
    true,
  ],
  [
    'our own round was cut off',
    {
      rounds: [
        { at: ago(1), error: 'aborted' },
        { at: ago(2), error: null },
      ],
    },
    null,
  ],
  [
    'it was down for a week and is back',
    {
      rounds: [
        { at: ago(1), error: null },
        ...times(100, { at: ago(2), error: 'robots.txt: dns' }),
      ],
    },
    null,
  ],
  [
    'one of its two lists fails',
    { ways: [way(), way({ answer: 'status-404', failures: 90, listed: 0 })] },
    null,
  ],
  ['its lists name nothing', { ways: [way({ listed: 0 })] }, 'unreadable', false],
  ['its lists have not changed', { ways: [way({ answer: '304', listed: 0 })] }, null],
  [
    'every page is a wall',
    { endings: [...times(6, skipped('blocked', 'wall:cloudflare:x')), ...times(60, kept)] },
    'wall',
    true,
  ],
  [
    'every page sells gambling',
    { endings: [...times(6, skipped('hijacked', 'wall:bait:x')), ...times(60, kept)] },
    'hijacked',
    true,
  ],
  [
    'the domain is for sale',
    { endings: [...times(6, skipped('parked')), ...times(60, kept)] },
    'parked',
    true,
  ],
  [
    'every page is an empty shell',
    { endings: [...times(6, skipped('shell')), ...times(60, kept)] },
    'shell',
    true,
  ],
  [
    'every page is gone',
    { endings: [...times(6, failed('fetch', 'status-404')), ...times(60, kept)] },
    'moved',
    true,
  ],
  [
    'every page is refused',
    { endings: [...times(6, failed('fetch', 'status-403')), ...times(60, kept)] },
    'refused',
    true,
  ],
  [
    'no text is found any more',
    { endings: [...times(6, skipped('no-text')), ...times(60, kept)] },
    'unreadable',
    true,
  ],
  [
    'our reader breaks on every page',
    { endings: [...times(6, failed('extract', 'fault')), ...times(60, kept)] },
    'unreadable',
    true,
  ],
  ['two bad pages', { endings: [...times(2, skipped('no-text')), ...times(60, kept)] }, null],
  [
    'six bad pages where two thirds always are',
    {
      endings: [
        ...times(6, skipped('not-article')),
        kept,
        ...times(40, skipped('not-article')),
        ...times(20, kept),
      ],
    },
    null,
  ],
  ['the newest page is good', { endings: [kept, ...times(60, skipped('blocked'))] }, null],
  [
    'walls, and one page that is gone',
    {
      endings: [failed('fetch', 'status-404'), ...times(6, skipped('blocked')), ...times(60, kept)],
    },
    'wall',
    true,
  ],
];

test.for(CASES)('%s', ([, more, cause, sure]) => {
  const found = findCause(facts(more), PER_YEAR, NOW);
  expect(found?.cause ?? null).toBe(cause);
  if (cause !== null) expect(found?.sure).toBe(sure);
});

const health = (site: string, cause: HealthCause | null): SourceHealth => ({
  site,
  at: ago(0),
  state: cause === null ? 'well' : 'ill',
  cause,
  detail: '',
  since: null,
  lastNew: null,
  lastRound: null,
  perWeek: 7,
  deadline: null,
});
const alarm = (cause: HealthCause, sites: string[]): Alarm => ({
  id: 1,
  cause,
  openedAt: ago(9),
  closedAt: null,
  sites,
});

test('a hundred sources that fall ill of the same are one alarm', () => {
  const all = Array.from({ length: 100 }, (_, n) => health(`s${n}`, 'worker'));
  expect(alarmChanges([...all, health('well', null)], [])).toMatchObject([
    { kind: 'open', cause: 'worker' },
  ]);
});

test('sources join and leave an alarm; the last one closes it; those not looked at stay', () => {
  const standing = [alarm('dns', ['a', 'b', 'unseen'])];
  expect(alarmChanges([health('a', 'dns'), health('b', 'dns')], standing)).toEqual([]);
  expect(
    alarmChanges([health('a', null), health('b', 'dns'), health('c', 'dns')], standing),
  ).toMatchObject([{ kind: 'change', sites: ['b', 'unseen', 'c'], joined: ['c'] }]);
  expect(alarmChanges([health('a', null)], [alarm('dns', ['a'])])).toMatchObject([
    { kind: 'change', sites: [] },
  ]);
});

test('a source whose cause changes moves from one alarm to another', () => {
  expect(alarmChanges([health('a', 'moved')], [alarm('dns', ['a'])])).toMatchObject([
    { kind: 'change', sites: [] },
    { kind: 'open', cause: 'moved', sites: ['a'] },
  ]);
});
