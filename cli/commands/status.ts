// The archive → how the sources stand, what was read, what waits, who lags, how much disk it takes.
import { alertLines } from '../alert-lines.ts';
import { openToRead } from '../deps.ts';
import { forecast, sayForecast } from '../disk.ts';
import { healthLines } from '../health-lines.ts';
import { print, table } from '../table.ts';

const MEGABYTE = 1_000_000;

export function status(options: { data: string; json?: boolean }): void {
  const workplace = openToRead(options.data);
  const { archive } = workplace;
  try {
    const facts = archive.status();
    const { sites, all } = archive.summary();
    const runs = archive.lastRuns(5);
    const health = archive.health.health();
    const alarms = archive.health.alarms(ALARMS);
    const beats = archive.health.beats();
    const channels = archive.alerts.channelStates();
    const disk = forecast(workplace);
    const parts = [
      healthLines({ health, alarms }),
      sourceTable(sites),
      [backlog(facts), `disk: ${sayForecast(disk, Date.now())}`, ...beats.map(sayBeat)].join('\n'),
      alertLines(channels),
      runTable(runs),
    ];
    print(
      { ...facts, sites, all, runs, health, alarms, beats, disk, channels },
      parts.join('\n\n'),
      options.json,
    );
  } finally {
    archive.close();
  }
}

/** Alarms told, closed ones included. */
const ALARMS = 50;

function sayBeat({ name, at }: { name: string; at: string }): string {
  const seconds = Math.round((Date.now() - Date.parse(at)) / 1000);
  const ago = seconds < 120 ? `${seconds} s ago` : `at ${at}: it does not run`;
  return `${name}: last sign of life ${ago}`;
}

type Archive = ReturnType<typeof openToRead>['archive'];
type Account = ReturnType<Archive['summary']>['sites'][number];

const total = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

const sourceTable = (sites: Account[]): string =>
  table(
    [
      'source',
      'found',
      'kept',
      'skipped',
      'failed',
      'open',
      'relevant',
      'review',
      'failed because',
    ],
    sites.map((site) => [
      site.site,
      site.found,
      site.kept,
      total(site.skipped),
      total(site.failed),
      site.open,
      site.articles.relevant,
      site.articles.review,
      Object.entries(site.failed)
        .map(([reason, n]) => `${reason} ${n}`)
        .join(', '),
    ]),
  );

function headOf(consumer: string, heads: ReturnType<Archive['status']>['heads']): number {
  if (consumer.startsWith('elasticsearch/coverage/')) return heads.coverage;
  return consumer.startsWith('elasticsearch/groups/') ? heads.groups : heads.changes;
}

function backlog(facts: ReturnType<Archive['status']>): string {
  const cursors = facts.cursors.flatMap(({ consumer, seq }) => {
    // The regions are no sequence: they are sent whole.
    if (consumer.startsWith('elasticsearch/regions/')) return [];
    const head = headOf(consumer, facts.heads);
    return [`${consumer}: ${head - seq} of ${head} changes to go`];
  });
  const refused = facts.refused.map(
    ({ consumer, documents }) =>
      `${consumer}: ${documents} documents refused; 'index --rebuild' sends them again`,
  );
  return [
    `${facts.due} addresses due, ${facts.unprocessed} pages to process`,
    ...(cursors.length === 0 ? ['no Elasticsearch has followed this archive yet'] : cursors),
    ...refused,
    `disk: ${(facts.files.archive / MEGABYTE).toFixed(1)} MB archive, ${(facts.files.log / MEGABYTE).toFixed(1)} MB log, ${facts.pages} pages stored`,
  ].join('\n');
}

const runTable = (runs: ReturnType<Archive['lastRuns']>): string =>
  table(
    ['run', 'started', 'ended', 'rounds', 'completed', 'error'],
    runs.map((run) => [
      run.verb,
      run.startedAt,
      run.endedAt ?? 'not ended',
      run.rounds,
      run.completed,
      run.error ?? '',
    ]),
  );
