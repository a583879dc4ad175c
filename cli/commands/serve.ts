// The dashboard, and beside it a thread with scheduler, reading, Elasticsearch and all else, until SIGTERM or Ctrl-C.
import { Worker } from 'node:worker_threads';
import { nowText, openWorkplace } from '../deps.ts';
import { holdersOf } from '../holder.ts';
import { loadKnowledge } from '../knowledge.ts';
import { noteSettings } from '../noted.ts';
import { KNOWLEDGE_DIR } from '../paths.ts';
import type { JobOptions } from '../serving/jobs.ts';
import { endSoon, onceFree } from '../serving/loop.ts';
import { supervise } from '../serving/supervise.ts';
import { stopSignal } from '../signals.ts';
import { readSourceList } from '../sources.ts';
import { openWebsite } from '../web.ts';

type Options = { data: string; sites?: string; port?: number; crawl: boolean };

const THREAD = new URL('../serving/thread.ts', import.meta.url);
/** Milliseconds after which the process ends whatever runs: the thread ends itself before. */
const STOP_WITHIN = 8_000;

export async function serve(options: Options): Promise<void> {
  const { sites, faults } = readSourceList(options.sites);
  const workplace = openWorkplace(options.data);
  const { log, config, archive } = workplace;
  for (const fault of faults) log('error', 'site.fault', { fault });
  noteSettings(archive, config);
  const { signal, dispose } = stopSignal();
  const website = await openWebsite(workplace, loadKnowledge(KNOWLEDGE_DIR), options.port);
  log('info', 'serve.ready', {
    address: website.address,
    sites: sites.length,
    elasticsearch: config.elasticsearch !== null,
  });
  const running = new Set(['jobs', 'closing']);
  signal.addEventListener('abort', () => endSoon(running, log, 0, STOP_WITHIN), { once: true });
  const { data, port, crawl } = options;
  const workerData: JobOptions = { data, sites: options.sites, port, crawl };
  const start = (): Worker => new Worker(THREAD, { workerData });
  const died = (thread: number): Promise<unknown> =>
    onceFree(signal, () => archive.leaveDead(holdersOf(thread), nowText()));
  try {
    await supervise({ start, died, log, now: () => performance.now() }, signal);
  } finally {
    running.delete('jobs');
    log('info', 'serve.stop', {});
    dispose();
    await website.close();
    archive.close();
  }
}
