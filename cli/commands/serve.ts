// Scheduler, reading, Elasticsearch and dashboard in one process, until SIGTERM or Ctrl-C.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startSchedule } from '../../crawlers/schedule.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText, openWorkplace } from '../deps.ts';
import { readSourceList } from '../sources.ts';
import { loadKnowledge } from '../knowledge.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import { type Projection, openProjection } from '../projection.ts';
import { type ReaderDeps, readPending, readerDeps } from '../reading.ts';
import { crawlSites, openRounds } from '../rounds.ts';
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

const rest = async (ms: number, signal: AbortSignal): Promise<void> => {
  await pause(ms, undefined, { signal }).catch(() => {});
};

async function keepReading(reader: ReaderDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const counts = await readPending(reader, signal);
    if (counts.pages > 0) reader.log('info', 'process.done', { ...counts });
    await rest(READ_EVERY, signal);
  }
}

/** Elasticsearch that is down is asked again and again; what it missed waits behind its cursor. */
async function keepSending(projection: Projection | null, signal: AbortSignal): Promise<void> {
  if (projection === null) return;
  while (!signal.aborted) {
    await projection.project();
    await rest(SEND_EVERY, signal);
  }
}

async function keepCrawling(
  workplace: Workplace,
  reader: ReaderDeps,
  sites: Site[],
  signal: AbortSignal,
): Promise<void> {
  const { archive, log } = workplace;
  archive.saveSites(sites, nowText());
  const crawler = openRounds(workplace);
  const run = archive.startRun('serve', nowText());
  const schedule = startSchedule({
    sites,
    startedAt: (site) => archive.lastRoundStart(site),
    now: Date.now,
    run: async (site) => {
      const { stopped } = await crawlSites(workplace, crawler, reader, {
        run,
        sites: [site],
        signal,
      });
      if (stopped !== null && !signal.aborted)
        log('error', 'crawl.end', { site: site.id, stopped });
    },
  });
  if (!signal.aborted) await once(signal, 'abort');
  await schedule.stop();
  archive.endRun(run, nowText(), null);
  await crawler.close();
}
