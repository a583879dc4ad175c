// Sources whose turn has come → rounds, for as long as 'serve' runs.
import { once } from 'node:events';
import type { Crawler } from '../../crawlers/crawl.ts';
import { type Purpose, startSchedule } from '../../crawlers/schedule.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText } from '../deps.ts';
import type { ReaderDeps } from '../reading.ts';
import { unlessBusy } from './loop.ts';
import { crawlSites, plannerOf } from '../rounds.ts';

export type Crawling = {
  crawler: Crawler;
  sites: Site[];
  knowledge: Knowledge;
  /** Milliseconds between looks for what is due, besides that of each full minute. */
  lookEvery?: number;
};

export async function keepCrawling(
  workplace: Workplace,
  reader: ReaderDeps,
  { crawler, sites, knowledge, lookEvery }: Crawling,
  signal: AbortSignal,
): Promise<void> {
  const { archive, log } = workplace;
  archive.saveSites(sites, nowText());
  const planner = plannerOf(workplace, crawler, knowledge);
  const run = archive.startRun('serve', nowText());
  const readOne = async (site: Site, purpose: Purpose, nextDue: string | null): Promise<void> => {
    const { stopped } = await crawlSites(workplace, crawler, reader, {
      run,
      sites: [site],
      signal,
      planner,
      purpose,
      // another process that saw the same turn may have been first, and be done
      wanted: () => (archive.scheduleOf(site.id)?.nextDue ?? null) === nextDue,
    });
    if (stopped !== null && !signal.aborted) log('error', 'crawl.end', { site: site.id, stopped });
  };
  const schedule = startSchedule({
    sites,
    ledger: archive,
    now: Date.now,
    holder: crawler.holder,
    log,
    run: (site, purpose, nextDue) => readOne(site, purpose, nextDue).catch(unlessBusy),
  });
  const timer = lookEvery === undefined ? undefined : setInterval(schedule.tick, lookEvery);
  if (!signal.aborted) await once(signal, 'abort');
  clearInterval(timer);
  await schedule.stop();
  archive.endRun(run, nowText(), null);
}
