// Scheduler, reading, Elasticsearch and dashboard in one process, until SIGTERM or Ctrl-C.
import { openWorkplace } from '../deps.ts';
import { readSourceList } from '../sources.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { openProjection } from '../projection.ts';
import { noteSettings } from '../noted.ts';
import { readerDeps } from '../reading.ts';
import { keepAlerting } from '../serving/alerting.ts';
import { keepCrawling } from '../serving/crawling.ts';
import { keepProving } from '../serving/evidence.ts';
import { keepHealth } from '../serving/health.ts';
import { type Job, endSoon, together } from '../serving/loop.ts';
import { keepReading } from '../serving/reading.ts';
import { keepUpkeep } from '../serving/upkeep.ts';
import { keepSending } from '../serving/sending.ts';
import { openRounds } from '../rounds.ts';
import { stopSignal } from '../signals.ts';
import { baseOf, openWatching } from '../watching/open.ts';
import { openWebsite } from '../web.ts';

type Options = { data: string; sites?: string; port?: number; crawl: boolean };

export async function serve(options: Options): Promise<void> {
  const { sites, faults } = readSourceList(options.sites);
  const workplace = openWorkplace(options.data);
  const { log } = workplace;
  for (const fault of faults) log('error', 'site.fault', { fault });
  noteSettings(workplace.archive, workplace.config);
  const { signal, dispose } = stopSignal();
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const watching = openWatching(workplace, knowledge, () => sites.map(({ id }) => id), {
    base: baseOf(workplace, options.port),
    signal,
  });
  const website = await openWebsite(workplace, knowledge, options.port);
  // one for all who fetch: they share its gate
  const crawler = openRounds(workplace);
  const reader = readerDeps(workplace, sites, knowledge);
  const projection = await openProjection(workplace, knowledge, signal);
  log('info', 'serve.ready', {
    address: website.address,
    sites: sites.length,
    elasticsearch: projection !== null,
  });
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
    log('info', 'serve.stop', {});
    dispose();
    running.add('closing');
    await website.close();
    await crawler.close();
    await projection?.close();
    workplace.archive.close();
    running.delete('closing');
  }
  // a connection to a mail server that does not answer may be open still: nothing waits for it
  process.exit();
}
