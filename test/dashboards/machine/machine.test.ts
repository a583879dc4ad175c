// /healthz holds its checks against the archive, and /metrics tells its numbers in the form that Prometheus reads.
import { expect, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { regionNames } from '../../../cli/regions.ts';
import { openMachine } from '../../../cli/machine.ts';
import { machineMount } from '../../../dashboards/machine/mount.ts';
import { createDashboard } from '../../../dashboards/web/server.ts';
import { Config } from '../../../schemas/config.ts';
import { AT, by, candidate, content, later, page, site } from '../../archive/make.ts';

const REGIONS = regionNames(loadKnowledge('knowledge'));

function machine(now: string) {
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  const workplace = { data: '/nowhere', config: Config.parse({}), log: () => {}, archive };
  const app = createDashboard({
    reports: archive.reports,
    regions: REGIONS,
    version: '1.2.3',
    log: () => {},
    mounts: [machineMount(openMachine(workplace, '1.2.3', () => Date.parse(now)))],
  });
  return { archive, app };
}

type Health = {
  ok: boolean;
  version: string;
  checks: { name: string; ok: boolean; seen: string }[];
};

async function healthz(app: ReturnType<typeof machine>['app']): Promise<[number, Health]> {
  const answer = await app.request('/healthz');
  return [answer.status, (await answer.json()) as Health]; // as machineMount writes it
}

const failing = ({ checks }: Health): string[] =>
  checks.filter(({ ok }) => !ok).map(({ name }) => name);

test('all is well on the first day, and with a fresh sign of life', async () => {
  const { archive, app } = machine(later(1));
  expect((await healthz(app))[0]).toBe(200);
  archive.health.beat('serve', AT);
  const [status, body] = await healthz(app);
  expect([status, body.ok, body.version, failing(body)]).toEqual([200, true, '1.2.3', []]);
});

test('a process that has not written for minutes is not healthy', async () => {
  const { archive, app } = machine(later(10));
  archive.health.beat('serve', AT);
  const [status, body] = await healthz(app);
  expect([status, failing(body)]).toEqual([503, ['archive writable']]);
});

test('a worker that asks nobody is not healthy, and no source is named', async () => {
  const { archive, app } = machine(AT);
  archive.health.openAlarm('worker', ['natmed', 'other'], AT);
  const answer = await app.request('/healthz');
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(text).toContain('2 sources are not asked');
  expect(text).not.toContain('natmed');
  archive.health.changeAlarm(1, [], later(1));
  expect((await healthz(app))[0]).toBe(200);
});

test('a source that is ill is no fault of ours', async () => {
  const { archive, app } = machine(AT);
  archive.health.openAlarm('stale', ['natmed'], AT);
  expect((await healthz(app))[0]).toBe(200);
});

test('the numbers are those of the archive', async () => {
  const { archive, app } = machine(AT);
  archive.addCandidates('natmed', [candidate(1), candidate(2), candidate(3)], AT);
  const id = archive.savePage(page(1));
  archive.saveArticle(by(1, id), content(1, [id]), AT);
  archive.saveEnding(
    by(2, archive.savePage(page(2))),
    { kind: 'skipped', reason: 'blocked', detail: 'wall:x' },
    AT,
  );
  const health = {
    site: 'natmed',
    at: AT,
    state: 'ill',
    cause: 'wall',
    detail: '',
    since: AT,
    lastNew: AT,
    lastRound: AT,
    perWeek: 7,
    deadline: AT,
  } as const;
  archive.health.saveHealth(
    [{ health, known: '{}', expected: [], late: new Map() }],
    { hour: 0, url: 0, round: 0, change: 0 },
    true,
  );
  archive.health.openAlarm('wall', ['natmed'], AT);
  const answer = await app.request('/metrics');
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  const text = await answer.text();
  for (const line of [
    'pantau_sources{state="ill"} 1',
    'pantau_source_ill{source="natmed",cause="wall"} 1',
    'pantau_alarms{cause="wall"} 1',
    'pantau_pages{kind="kept",reason=""} 1',
    'pantau_pages{kind="skipped",reason="blocked"} 1',
    'pantau_articles{decision="relevant"} 1',
    'pantau_waiting{what="addresses"} 1',
    `pantau_source_last_new_seconds{source="natmed"} ${Date.parse(AT) / 1000}`,
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/pantau_process_resident_memory_bytes \d+/);
});
