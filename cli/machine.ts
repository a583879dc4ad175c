// The archive → what machines are told of it: the checks of /healthz and the numbers of /metrics.
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { HealthCheck, Machine } from '../dashboards/machine/mount.ts';
import type { Workplace } from './deps.ts';
import { forecast } from './disk.ts';

/** A process that gave no sign of life for so long hangs, or cannot write. */
const SILENT = 150_000;
/** So many pages waiting to be read: reading stands still, or cannot keep up. */
const BACKLOG = 5_000;
const FULL = 0.98;

/** @param now UTC milliseconds */
export function openMachine(workplace: Workplace, version: string, now: () => number): Machine {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'pantau_' });
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name: `pantau_${name}`, help, labelNames, registers: [registry] });
  const collect = collector(workplace, gauge);
  return {
    version,
    checks: () => checksOf(workplace, now()),
    metrics: async () => {
      collect();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function checksOf(workplace: Workplace, now: number): HealthCheck[] {
  const { archive } = workplace;
  const beat = archive.health.beats().find(({ name }) => name === 'serve');
  const age = beat === undefined ? null : Math.round((now - Date.parse(beat.at)) / 1000);
  const standing = archive.health.alarms(100).filter(({ closedAt }) => closedAt === null);
  const worker = standing.find(({ cause }) => cause === 'worker');
  const { due, unprocessed } = archive.status();
  const { used, limit } = forecast(workplace);
  return [
    {
      name: 'archive writable',
      ok: age === null || age * 1000 < SILENT,
      seen: age === null ? 'nothing written yet' : `last write ${age} s ago`,
    },
    {
      name: 'worker alive',
      ok: worker === undefined,
      seen:
        worker === undefined
          ? 'rounds begin when they are due'
          : `${worker.sites.length} sources are not asked`,
    },
    {
      name: 'backlog',
      ok: unprocessed < BACKLOG,
      seen: `${unprocessed} pages to read, ${due} addresses due`,
    },
    { name: 'disk', ok: used < FULL * limit, seen: `${Math.round((used / limit) * 100)} % used` },
  ];
}

type MakeGauge = (name: string, help: string, labelNames?: string[]) => Gauge;

/** Everything is read from the archive at each scrape: there is nothing to count twice after a restart. */
function collector(workplace: Workplace, gauge: MakeGauge): () => void {
  const sources = sourceGauges(workplace, gauge);
  const pages = gauge('pages', 'Pages that have ended, by ending', ['kind', 'reason']);
  const articles = gauge('articles', 'Articles, by decision', ['decision']);
  const waiting = gauge('waiting', 'Work that waits', ['what']);
  const lag = gauge('consumer_lag', 'Changes that a consumer has not seen', ['consumer']);
  const disk = gauge('disk_bytes', 'Bytes of the archive', ['what']);
  const days = gauge('disk_days_left', 'Days until the disk or its budget is full');
  return () => {
    const { archive } = workplace;
    sources();
    const { all } = archive.summary();
    pages.reset();
    pages.set({ kind: 'kept', reason: '' }, all.kept);
    for (const kind of ['skipped', 'failed'] as const)
      for (const [reason, n] of Object.entries(all[kind])) pages.set({ kind, reason }, n);
    for (const [decision, n] of Object.entries(all.articles)) articles.set({ decision }, n);
    const { due, unprocessed, heads, cursors } = archive.status();
    waiting.set({ what: 'addresses' }, due);
    waiting.set({ what: 'pages' }, unprocessed);
    for (const { consumer, seq } of cursors) {
      const head = consumer.includes('/coverage/') ? heads.coverage : heads.changes;
      lag.set({ consumer }, head - seq);
    }
    const { used, limit, aDay, daysLeft } = forecast(workplace);
    disk.set({ what: 'used' }, used);
    disk.set({ what: 'limit' }, limit);
    if (aDay !== null) disk.set({ what: 'a_day' }, aDay);
    // a number that nobody knows is none: 0 would be an alarm
    days.set(daysLeft ?? Number.NaN);
  };
}

function sourceGauges({ archive }: Workplace, gauge: MakeGauge): () => void {
  const states = gauge('sources', 'Sources, by state of health', ['state']);
  const ill = gauge('source_ill', '1 for each source with an alarm', ['source', 'cause']);
  const lastNew = gauge('source_last_new_seconds', 'When a source last named something new', [
    'source',
  ]);
  const deadline = gauge('source_deadline_seconds', 'When its silence becomes an alarm', [
    'source',
  ]);
  const alarms = gauge('alarms', 'Sources of each alarm that stands', ['cause']);
  return () => {
    for (const each of [states, ill, lastNew, deadline, alarms]) each.reset();
    for (const state of ['learning', 'well', 'suspect', 'ill']) states.set({ state }, 0);
    for (const health of archive.health.health()) {
      const { site: source, state, cause } = health;
      states.inc({ state });
      if (state === 'ill') ill.set({ source, cause: cause ?? '' }, 1);
      if (health.lastNew !== null) lastNew.set({ source }, Date.parse(health.lastNew) / 1000);
      if (health.deadline !== null) deadline.set({ source }, Date.parse(health.deadline) / 1000);
    }
    for (const { cause, sites, closedAt } of archive.health.alarms(100))
      if (closedAt === null) alarms.set({ cause }, sites.length);
  };
}
