// The archive → how the sources stand, what was read, what waits, who lags, how much disk it takes: one screen at most.
import { alertLines } from '../alert-lines.ts';
import { openToRead } from '../deps.ts';
import { forecast, sayForecast } from '../disk.ts';
import { healthLines } from '../health-lines.ts';
import { scheduleLine, sourceLines } from '../source-lines.ts';
import { print } from '../table.ts';

/** Alarms told, closed ones included; runs in JSON. */
const ALARMS = 50;
const RUNS = 5;
/** Pages that wait to be drawn are counted up to here. */
const MOST_WAITING = 1000;

export function status(options: { data: string; json?: boolean }): void {
  const workplace = openToRead(options.data);
  const { archive } = workplace;
  try {
    const now = Date.now();
    const facts = archive.status();
    const { sites, all } = archive.summary();
    const runs = archive.lastRuns(RUNS);
    const health = archive.health.health();
    const alarms = archive.health.alarms(ALARMS);
    const beats = archive.health.beats();
    const channels = archive.alerts.channelStates();
    const schedule = archive.schedule();
    const evidence = evidenceOf(archive);
    const disk = forecast(workplace);
    const parts = [
      healthLines({ health, alarms }),
      sourceLines({ accounts: sites, schedule, health, now }),
      [
        scheduleLine(schedule, now),
        ...backlog(facts),
        sayEvidence(evidence),
        alertLines(channels),
        `disk: ${sayForecast(disk, now)}; ${facts.pages} pages stored`,
        ...beats.map((beat) => sayBeat(beat, now)),
        ...runs.slice(0, 1).map(sayRun),
      ].join('\n'),
    ];
    print(
      { ...facts, sites, all, runs, health, alarms, beats, schedule, evidence, disk, channels },
      parts.join('\n\n'),
      options.json,
    );
  } finally {
    archive.close();
  }
}

type Archive = ReturnType<typeof openToRead>['archive'];

type EvidenceState = {
  /** The newest line of the log: its number and its hash. */
  head: { seq: number; hash: string } | null;
  /** Pages to be drawn, counted up to a thousand. */
  waiting: number;
  /** The newest time stamp that was granted; why the last one was not. */
  stampedAt: string | null;
  stampFailure: string | null;
};

function evidenceOf({ evidence }: Archive): EvidenceState {
  const head = evidence.head();
  return {
    head: head && { seq: head.seq, hash: head.hash },
    waiting: evidence.waiting(MOST_WAITING).length,
    stampedAt: evidence.lastGranted()?.at ?? null,
    stampFailure: evidence.lastStamp()?.failure ?? null,
  };
}

function sayEvidence({ head, waiting, stampedAt, stampFailure }: EvidenceState): string {
  if (head === null) return 'evidence: none is kept yet';
  const many = waiting === MOST_WAITING ? `${waiting} or more` : waiting;
  const failing = stampFailure === null ? '' : ` (the last was not granted: ${stampFailure})`;
  const stamp = stampedAt === null ? 'no time stamp' : `time stamp of ${sayMinute(stampedAt)}`;
  return `evidence: ${head.seq} lines, newest ${head.hash.slice(0, 12)}…, ${many} pages to draw, ${stamp}${failing}`;
}

const sayMinute = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

function sayBeat({ name, at }: { name: string; at: string }, now: number): string {
  const seconds = Math.round((now - Date.parse(at)) / 1000);
  const ago = seconds < 120 ? `${seconds} s ago` : `${sayMinute(at)}: it does not run`;
  return `${name}: last sign of life ${ago}`;
}

function sayRun(run: ReturnType<Archive['lastRuns']>[number]): string {
  const ended = run.endedAt === null ? 'has not ended' : `ended ${sayMinute(run.endedAt)}`;
  const error = run.error === null ? '' : `: ${run.error}`;
  return `last run: ${run.verb}, began ${sayMinute(run.startedAt)}, ${ended}, ${run.completed} of ${run.rounds} rounds completed${error}`;
}

function headOf(consumer: string, heads: ReturnType<Archive['status']>['heads']): number {
  if (consumer.startsWith('elasticsearch/coverage/')) return heads.coverage;
  return consumer.startsWith('elasticsearch/groups/') ? heads.groups : heads.changes;
}

/** Without the number of the index that an Elasticsearch consumer follows. */
const shortName = (consumer: string): string =>
  consumer.startsWith('elasticsearch/') ? consumer.split('/').slice(0, 2).join('/') : consumer;

function backlog(facts: ReturnType<Archive['status']>): string[] {
  // The regions are no sequence: they are sent whole.
  const cursors = facts.cursors.filter(
    ({ consumer }) => !consumer.startsWith('elasticsearch/regions/'),
  );
  const lags = cursors.map(
    ({ consumer, seq }) => `${shortName(consumer)} ${headOf(consumer, facts.heads) - seq}`,
  );
  const followed = cursors.some(({ consumer }) => consumer.startsWith('elasticsearch/'));
  const refused = facts.refused.map(
    ({ consumer, documents }) =>
      `${shortName(consumer)}: ${documents} documents refused; 'index --rebuild' sends them again`,
  );
  return [
    `backlog: ${facts.due} addresses due, ${facts.unprocessed} pages to process`,
    `changes still to take, of ${facts.heads.changes}: ${[...lags, ...(followed ? [] : ['no Elasticsearch follows'])].join(', ')}`,
    ...refused,
  ];
}
