// One round over sources: crawl and read side by side, and the account of it in the archive.
import { setTimeout as pause } from 'node:timers/promises';
import { type Crawler, type RoundOptions, crawlRound, openCrawler } from '../crawlers/crawl.ts';
import type { RoundReport, SiteReport } from '../crawlers/report.ts';
import type { Site } from '../schemas/site.ts';
import { type Workplace, nowText } from './deps.ts';
import { type ReaderDeps, readPending } from './reading.ts';
import { packageVersion } from './version.ts';

/** Milliseconds between looks for pages to read while the crawl goes on. */
const READ_EVERY = 200;

/** Gate, connections and memory of robots.txt: one for the process, for all its rounds. */
export function openRounds({ archive, config }: Workplace): Crawler {
  return openCrawler({
    ledger: archive,
    now: Date.now,
    concurrency: config.concurrency,
    version: packageVersion(),
    contact: config.contact,
  });
}

export type Round = {
  /** What runs, for the list of runs: 'crawl', 'demo', 'serve'. */
  verb: string;
  sites: Site[];
  signal: AbortSignal;
  retryDelaysMs?: RoundOptions['retryDelaysMs'];
};

/** Reads these sources once: what they name, what is due, and every page that came. Counted per source and day. */
export async function runRound(
  { archive, config, log }: Workplace,
  crawler: Crawler,
  reader: ReaderDeps,
  { verb, sites, signal, retryDelaysMs }: Round,
): Promise<RoundReport> {
  const started = nowText();
  archive.saveSites(sites, started);
  const run = archive.startRun(verb, started);
  const rounds = new Map(sites.map(({ id }) => [id, archive.startRound(run, id, started)]));
  const crawled = new AbortController();
  const reading = readAlongside(reader, crawled.signal);
  try {
    const report = await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
      signal,
      concurrency: config.concurrency,
      settle: async () => {
        await readPending(reader, signal);
      },
      ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
    });
    for (const site of report.sites) {
      const round = rounds.get(site.site);
      if (round !== undefined) archive.endRound(round, nowText(), incomplete(site, report.stopped));
    }
    archive.endRun(run, nowText(), report.stopped);
    return report;
  } finally {
    crawled.abort();
    await reading;
  }
}

async function readAlongside(reader: ReaderDeps, done: AbortSignal): Promise<void> {
  while (!done.aborted) {
    await readPending(reader, done);
    await pause(READ_EVERY, undefined, { signal: done }).catch(() => {});
  }
}

/** Why a source's round does not count as completed; null where at least one of its ways to find articles answered. */
function incomplete({ discovery, left }: SiteReport, stopped: string | null): string | null {
  if (stopped !== null) return stopped;
  const answered = discovery.some(({ answer }) => answer === '200' || answer === '304');
  if (answered) return null;
  return (
    left ?? `no source of addresses answered: ${discovery.map(({ answer }) => answer).join(', ')}`
  );
}
