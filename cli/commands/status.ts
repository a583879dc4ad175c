// The archive → what was read, what waits, who lags, how much disk it takes.
import { openToRead } from '../deps.ts';
import { print, table } from '../table.ts';

const MEGABYTE = 1_000_000;

export function status(options: { data: string; json?: boolean }): void {
  const { archive } = openToRead(options.data);
  try {
    const facts = archive.status();
    const { sites, all } = archive.summary();
    const runs = archive.lastRuns(5);
    print(
      { ...facts, sites, all, runs },
      [sourceTable(sites), backlog(facts), runTable(runs)].join('\n\n'),
      options.json,
    );
  } finally {
    archive.close();
  }
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
