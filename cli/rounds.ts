// One round over sources: crawl and read side by side, and the account of it in the archive.
import { setTimeout as pause } from 'node:timers/promises';
import { type Crawler, type RoundOptions, crawlRound, openCrawler } from '../crawlers/crawl.ts';
import { findChromium } from '../crawlers/chromium.ts';
import type { RoundReport, SiteReport } from '../crawlers/report.ts';
import type { Site } from '../schemas/site.ts';
import { type Workplace, nowText } from './deps.ts';
import { processHolder } from './holder.ts';
import { groupPending } from './grouping.ts';
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
    chromium: findChromium(config.chromium, process.env),
    holder: processHolder(),
  });
}

export type Round = {
  /** What runs, for the list of runs: 'crawl', 'demo'. */
  verb: string;
  sites: Site[];
  signal: AbortSignal;
  retryDelaysMs?: RoundOptions['retryDelaysMs'];
};

/** A run of one round: what these sources name, what is due, and every page that came, read side by side; then grouped. */
export async function runRound(
  workplace: Workplace,
  crawler: Crawler,
  reader: ReaderDeps,
  { verb, ...round }: Round,
): Promise<RoundReport> {
  const { archive } = workplace;
  const started = nowText();
  archive.saveSites(round.sites, started);
  const run = archive.startRun(verb, started);
  const crawled = new AbortController();
  const broken = new AbortController();
  const reading = readAlongside(reader, crawled.signal).catch((error: unknown) => {
    broken.abort(error);
  });
  const signal = AbortSignal.any([round.signal, broken.signal]);
  try {
    const report = await crawlSites(workplace, crawler, reader, { run, ...round, signal });
    broken.signal.throwIfAborted();
    await groupPending(workplace, round.signal);
    archive.endRun(run, nowText(), report.stopped);
    return report;
  } finally {
    crawled.abort();
    await reading;
  }
}

/** One round of these sources under a run that is open; counted per source and day. */
export async function crawlSites(
  { archive, log }: Workplace,
  crawler: Crawler,
  reader: ReaderDeps,
  { run, sites, signal, retryDelaysMs }: Omit<Round, 'verb'> & { run: number },
): Promise<RoundReport> {
  const rounds = new Map<string, number>();
  const report = await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
    signal,
    onTaken: (site) => rounds.set(site, archive.startRound(run, site, nowText())),
    settle: async () => {
      await readPending(reader, signal);
    },
    ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
  });
  for (const site of report.sites) {
    const round = rounds.get(site.site);
    if (round !== undefined) archive.endRound(round, nowText(), incomplete(site, report.stopped));
  }
  return report;
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
