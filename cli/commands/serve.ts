// Scheduler, reading, Elasticsearch and dashboard in one process, until SIGTERM or Ctrl-C.
import { setTimeout as pause } from 'node:timers/promises';
import { type Scheduler, startSchedule } from '../../crawlers/schedule.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, openWorkplace, readSourceList, readerDeps } from '../deps.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { type Projection, openProjection } from '../projection.ts';
import { type ReaderDeps, readPending } from '../reading.ts';
import { openRounds, runRound } from '../rounds.ts';
import { stopSignal } from '../signals.ts';
import { openWebsite } from '../web.ts';

type Options = { data: string; sites?: string; port?: number; crawl: boolean };

/** Milliseconds between looks for pages to read and for changes to send. */
const READ_EVERY = 2_000;
const SEND_EVERY = 5_000;

export async function serve(options: Options): Promise<void> {
  const { sites, faults } = readSourceList(options.sites);
  const workplace = openWorkplace(options.data);
  const { log } = workplace;
  for (const fault of faults) log('error', 'site.fault', { fault });
  const { signal, dispose } = stopSignal();
  const knowledge = loadKnowledge(KNOWLEDGE_DIR);
  const website = await openWebsite(workplace, knowledge, options.port);
  const reader = readerDeps(workplace, sites, knowledge);
  const projection = openProjection(workplace, knowledge, signal);
  log('info', 'serve.ready', {
    address: website.address,
    sites: sites.length,
    elasticsearch: projection !== null,
  });
  try {
    await Promise.all([
      keepReading(reader, signal),
      keepSending(projection, signal),
      options.crawl ? keepCrawling(workplace, reader, sites, signal) : Promise.resolve(),
    ]);
  } finally {
    log('info', 'serve.stop', {});
    dispose();
    await website.close();
    await projection?.close();
    workplace.archive.close();
  }
}
