// Sources whose turn has come → rounds, for as long as 'serve' runs.
import { once } from 'node:events';
import { startSchedule } from '../../crawlers/schedule.ts';
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText } from '../deps.ts';
import type { ReaderDeps } from '../reading.ts';
import { crawlSites, openRounds } from '../rounds.ts';

export async function keepCrawling(
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
