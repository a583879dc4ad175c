// Everything that 'serve' does besides answering: crawling, reading, grouping, sending, judging, proving. Until the signal.
import { type Workplace, openWorkplace } from '../deps.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { openProjection } from '../projection.ts';
import { readerDeps } from '../reading.ts';
import { openRounds } from '../rounds.ts';
import { readSourceList } from '../sources.ts';
import { leaveRoom } from '../steps.ts';
import { baseOf, openWatching } from '../watching/open.ts';
import { keepAlerting } from './alerting.ts';
import { keepCrawling } from './crawling.ts';
import { keepProving } from './evidence.ts';
import { keepHealth } from './health.ts';
import { type Job, endSoon, together } from './loop.ts';
import { keepReading } from './reading.ts';
import { keepSending } from './sending.ts';
import { keepUpkeep } from './upkeep.ts';

/** What the thread of the jobs is started with. */
export type JobOptions = {
  data: string;
  sites: string | undefined;
  /** Of the dashboard, for links. */
  port: number | undefined;
  crawl: boolean;
};

/** Over an archive handle of its own. One job that fails ends them all, and its error is thrown. */
export async function runJobs(options: JobOptions, signal: AbortSignal): Promise<void> {
  const workplace = openWorkplace(options.data);
  try {
    await over(workplace, options, signal);
  } finally {
    workplace.archive.close();
  }
}

async function over(workplace: Workplace, options: JobOptions, signal: AbortSignal): Promise<void> {
  const { log } = workplace;
  const { sites } = readSourceList(options.sites);
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const base = baseOf(workplace, options.port);
  const watching = openWatching(workplace, knowledge, () => sites.map(({ id }) => id), {
    base,
    signal,
  });
  // one for all who fetch: they share its gate
  const crawler = openRounds(workplace);
  const reader = { ...readerDeps(workplace, sites, knowledge), between: leaveRoom };
  const projection = await openProjection(workplace, knowledge, signal);
  const jobs = {
    reading: (until) => keepReading(workplace, reader, until),
    sending: (until) => keepSending(projection, until),
    health: (until) => keepHealth(workplace, sites, until),
    upkeep: (until) => keepUpkeep(workplace, until),
    alerting: (until) => keepAlerting(watching, until),
    evidence: (until) => keepProving(workplace, crawler, sites, until),
    ...(options.crawl && {
      crawling: (until) => keepCrawling(workplace, reader, { crawler, sites, knowledge }, until),
    }),
  } satisfies Record<string, Job>;
  const running = new Set<string>();
  const ending = (error: unknown): void => {
    if (error !== null)
      log('error', 'serve.broken', { error: error instanceof Error ? error.stack : error });
    endSoon(running, log, error === null ? 0 : 1);
  };
  try {
    await together(signal, jobs, { running, ending });
  } finally {
    running.add('closing');
    await crawler.close();
    await projection?.close();
    running.delete('closing');
  }
}
