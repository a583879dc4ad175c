// Sources whose turn has come → rounds, for as long as 'serve' runs.
import { once } from 'node:events';
import type { Crawler } from '../../crawlers/crawl.ts';
import { type Purpose, startSchedule } from '../../crawlers/schedule.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText } from '../deps.ts';
import type { ReaderDeps } from '../reading.ts';
import { onceFree, unlessBusy } from './loop.ts';
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
  const run = await onceFree(signal, () => {
    archive.saveSites(sites, nowText());
    return archive.startRun('serve', nowText());
  });
  if (run === null) return;
  const planner = plannerOf(workplace, crawler, knowledge);
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
    ledger: {
      ...archive,
      // called by a timer: an overlap that cannot be counted now is counted at the next look
      overlapped: (site, nextDue) => {
        try {
          archive.overlapped(site, nextDue);
        } catch (error) {
          unlessBusy(error);
        }
      },
    },
    now: Date.now,
    holder: crawler.holder,
    log,
    run: (site, purpose, nextDue) => readOne(site, purpose, nextDue).catch(unlessBusy),
  });
  const timer = lookEvery === undefined ? undefined : setInterval(schedule.tick, lookEvery);
  if (!signal.aborted) await once(signal, 'abort');
  clearInterval(timer);
  await schedule.stop();
  try {
    archive.endRun(run, nowText(), null);
  } catch (error) {
    unlessBusy(error); // the list of runs then says that it has not ended
  }
}
