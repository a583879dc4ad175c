// Weeks of a source in a real archive, judged each hour: it is learnt, falls ill, is named with its cause, and recovers;
// and the archive kept within its disk budget.
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { keepWithinBudget, forecast, sayForecast } from '../../cli/disk.ts';
import { refreshHealth } from '../../cli/health.ts';
import { healthLines } from '../../cli/health-lines.ts';
import { Config } from '../../schemas/config.ts';
import { by, candidate, content, page, site, tags } from '../archive/make.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const HOUR = 3_600_000;
const iso = (hour: number): string => new Date(START + hour * HOUR).toISOString();
const NATMED = site({ interval: 60 });

type Events = { level: string; event: string; facts: Record<string, unknown> }[];

function stage() {
  const archive = openArchive(':memory:');
  const events: Events = [];
  archive.saveSites([NATMED], iso(0));
  const run = archive.startRun('serve', iso(0));
  const log = (level: string, event: string, facts: Record<string, unknown>): void =>
    void events.push({ level, event, facts });
  /** One hour: a round with `named` new articles, or with a fault. */
  const live = (hour: number, named: number, error: string | null = null): void => {
    const round = archive.startRound(run, NATMED.id, iso(hour));
    for (let n = 0; n < named; n += 1) {
      const id = `${hour}-${n}`;
      archive.addCandidates(NATMED.id, [candidate(id, { published: iso(hour) })], iso(hour));
      const stored = archive.savePage(page(id, { fetchedAt: iso(hour) }));
      archive.saveArticle(by(id, stored), content(id, [stored]), iso(hour));
    }
    archive.endRound(round, iso(hour), error);
    refreshHealth({ archive, log }, [NATMED], { all: true, now: START + (hour + 1) * HOUR });
  };
  const health = () => archive.reports.health()[0];
  return { archive, events, live, health };
}

/** Four articles a day. */
const usual = (hour: number): number => ([2, 5, 8, 11].includes(hour % 24) ? 1 : 0);

test('a source is learnt, refuses us, is named, and recovers', () => {
  const { archive, events, live, health } = stage();
  let hour = 0;
  for (; hour < 30 * 24; hour += 1) live(hour, usual(hour));
  expect(health()).toMatchObject({ state: 'well', cause: null });
  expect(health()?.perWeek).toBeGreaterThan(20);
  expect(health()?.perWeek).toBeLessThan(40);
  expect(events).toEqual([]);
  const fault = 'no source of addresses answered: status-403';
  for (; hour < 30 * 24 + 20; hour += 1) live(hour, 0, fault);
  expect(health()).toMatchObject({ state: 'suspect', cause: 'refused' });
  for (; hour < 32 * 24; hour += 1) live(hour, 0, fault);
  expect(health()).toMatchObject({ state: 'ill', cause: 'refused' });
  expect(events).toMatchObject([
    { level: 'warn', event: 'alarm.raised', facts: { cause: 'refused', sites: ['natmed'] } },
  ]);
  const shown = healthLines({
    health: archive.reports.health(),
    alarms: archive.reports.alarms(9),
  });
  expect(shown).toContain('ALARM refused, 1 of 1 sources');
  expect(shown).toContain('ask the publisher');
  for (; hour < 33 * 24; hour += 1) live(hour, usual(hour));
  expect(health()).toMatchObject({ state: 'well', cause: null });
  expect(events.at(-1)).toMatchObject({ event: 'alarm.closed', facts: { cause: 'refused' } });
  const days = archive
    .coverageAfter(0, 500)
    .map(({ row }) => row)
    .filter(({ expected }) => expected !== null);
  expect(days.length).toBeGreaterThan(10);
  for (const { expected } of days) expect(Math.abs((expected ?? 0) - 4)).toBeLessThan(1.5);
});

test('a source that falls silent is stale at the deadline that was stated', () => {
  const { live, health } = stage();
  let hour = 0;
  for (; hour < 30 * 24; hour += 1) live(hour, usual(hour));
  const deadline = (Date.parse(health()?.deadline ?? '') - START) / HOUR;
  for (const half = (hour + deadline) / 2; hour < half; hour += 1) live(hour, 0);
  expect(health()?.state).not.toBe('ill');
  for (; hour <= deadline; hour += 1) live(hour, 0);
  expect(health()).toMatchObject({ state: 'ill', cause: 'stale' });
});

test('judged again at the same hour, nothing is learnt twice', () => {
  const { archive, live, health } = stage();
  for (let hour = 0; hour < 20 * 24; hour += 1) live(hour, usual(hour));
  const before = [archive.health.known(), health()];
  refreshHealth({ archive, log: () => {} }, [NATMED], { all: true, now: START + 20 * 24 * HOUR });
  expect([archive.health.known(), health()]).toEqual(before);
});

test('an archive over its budget gives up raw pages until three quarters are used, or nothing may go', async () => {
  const archive = openArchive(':memory:');
  archive.saveSites([NATMED], iso(0));
  const irrelevant = tags({ relevant: false, relevance: 0, decision: 'irrelevant' });
  let state = 1;
  for (let n = 0; n < 300; n += 1) {
    const body = Uint8Array.from(
      { length: 8000 },
      () => (state = (state * 16_807) % 2_147_483_647) & 255,
    );
    archive.addCandidates(NATMED.id, [candidate(n)], iso(0));
    const id = archive.savePage(page(n, { body }));
    archive.saveArticle(by(n, id), content(n, [id], { tags: irrelevant }), iso(0));
  }
  const { used } = archive.disk.use();
  const events: Events = [];
  const workplace = {
    data: '/nowhere',
    archive,
    config: { ...Config.parse({}), diskBudget: used / 0.82 / 1e9 },
    log: (level: string, event: string, facts: Record<string, unknown>): void =>
      void events.push({ level, event, facts }),
  };
  const { signal } = new AbortController();
  await keepWithinBudget(workplace, START, signal);
  expect(archive.disk.use().used).toBeLessThan(0.78 * (used / 0.82));
  expect(events).toMatchObject([{ event: 'disk.dropped' }]);
  expect(sayForecast(forecast(workplace), START)).toContain('that the budget allows');
  const tight = { ...workplace, config: { ...workplace.config, diskBudget: 0.0001 } };
  await keepWithinBudget(tight, START, signal);
  expect(events.at(-1)).toMatchObject({ level: 'warn', event: 'disk.full' });
  expect(archive.reports.articles({}, 1, 1).total).toBe(300);
});
