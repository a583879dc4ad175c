// One round over sources: crawl and read side by side, and the account of it in the archive.
import { setTimeout as pause } from 'node:timers/promises';
import { type Crawler, type RoundOptions, crawlRound, openCrawler } from '../crawlers/crawl.ts';
import { findChromium } from '../crawlers/chromium.ts';
import type { Visit } from '../crawlers/discover/visit.ts';
import type { RoundReport, SiteReport } from '../crawlers/report.ts';
import type { Purpose } from '../crawlers/schedule.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Site } from '../schemas/site.ts';
import { type Workplace, nowText } from './deps.ts';
import { processHolder } from './holder.ts';
import { groupPending } from './grouping.ts';
import { type Planner, createPlanner, electionLimit } from './planning.ts';
import { openProofOrSay } from './proving/open.ts';
import { refreshHealth } from './health.ts';
import { type ReaderDeps, readPending } from './reading.ts';
import { packageVersion } from './version.ts';

/** Milliseconds between looks for pages to read while the crawl goes on. */
const READ_EVERY = 200;

/** Gate, connections and memory of robots.txt: one for the process, for all its rounds. */
export function openRounds({ archive, config }: Workplace, leaseMs?: number): Crawler {
  return openCrawler({
    ledger: archive,
    now: Date.now,
    concurrency: config.concurrency,
    version: packageVersion(),
    contact: config.contact,
    chromium: findChromium(config.chromium, process.env),
    holder: processHolder(),
    leaseMs,
  });
}

/** Plans the next rounds by the entry, the rhythm, and the rules of the settings for the election calendar. */
export const plannerOf = (
  { archive, config }: Workplace,
  crawler: Crawler,
  knowledge: Knowledge | null,
): Planner =>
  createPlanner({
    archive,
    crawler,
    limit: knowledge === null ? () => null : electionLimit(config.schedule, knowledge),
    now: Date.now,
  });

export type Round = {
  /** What runs, for the list of runs: 'crawl', 'demo'. */
  verb: string;
  sites: Site[];
  signal: AbortSignal;
  retryDelaysMs?: RoundOptions['retryDelaysMs'];
  /** For the rules of the election calendar. */
  knowledge?: Knowledge;
};

/** A run of one round: what these sources name, what is due, and every page that came, read side by side; then grouped. */
export async function runRound(
  workplace: Workplace,
  crawler: Crawler,
  reader: ReaderDeps,
  { verb, knowledge, ...round }: Round,
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
    const planner = plannerOf(workplace, crawler, knowledge ?? null);
    const report = await crawlSites(workplace, crawler, reader, { run, ...round, planner, signal });
    broken.signal.throwIfAborted();
    reader.rest?.();
    await groupPending(workplace, round.signal);
    await openProofOrSay(workplace, crawler, round.sites)?.capture(round.signal);
    archive.endRun(run, nowText(), report.stopped);
    refreshHealth(workplace, round.sites, { all: false, now: Date.now() });
    return report;
  } finally {
    crawled.abort();
    await reading;
  }
}

export type SiteRounds = Omit<Round, 'verb' | 'knowledge'> & {
  run: number;
  planner: Planner;
  /**
   * Set: the round ends when the next one is due, and leaves to it what it could not fetch. 'visits' reads no lists;
   * it and 'backfill' are no rounds in the account.
   */
  purpose?: Purpose | 'backfill';
  wanted?: RoundOptions['wanted'];
  /** With purpose 'backfill': when it ends, UTC ms, and what reads the lists. */
  endAt?: number;
  readLists?: (visit: Visit) => Promise<void>;
};

/** One round of these sources under a run that is open; counted per source and day, and the next one planned. */
export async function crawlSites(
  { archive, log }: Workplace,
  crawler: Crawler,
  reader: ReaderDeps,
  { run, planner, signal, ...round }: SiteRounds,
): Promise<RoundReport> {
  const { sites, purpose, retryDelaysMs, wanted, endAt, readLists } = round;
  const taken = new Map<string, { site: Site; round: number; startedAt: number }>();
  const visits = purpose === 'visits';
  const begin = (site: Site): number | undefined => {
    if (purpose === 'backfill') return endAt;
    if (visits) return Date.parse(archive.scheduleOf(site.id)?.nextDue ?? '') || undefined;
    const startedAt = Date.now();
    const id = archive.startRound(run, site.id, new Date(startedAt).toISOString());
    taken.set(site.id, { site, round: id, startedAt });
    const next = planner.begun(site, startedAt);
    return purpose === undefined ? undefined : next;
  };
  const report = await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
    signal,
    purpose: purpose ?? 'round',
    discover: readLists ?? !visits,
    onTaken: begin,
    settle: async () => {
      await readPending(reader, signal);
    },
    ...(retryDelaysMs === undefined ? {} : { retryDelaysMs }),
    ...(wanted === undefined ? {} : { wanted }),
  });
  for (const account of report.sites) {
    const mine = taken.get(account.site);
    if (mine === undefined) continue;
    const error = incomplete(account, report.stopped);
    archive.endRound(mine.round, nowText(), error);
    const how = report.stopped !== null ? 'stopped' : error === null ? 'done' : 'failed';
    planner.ended(mine.site, mine.startedAt, how);
  }
  return report;
}

/** Reads what comes while a crawl goes on, until `done`. */
export async function readAlongside(reader: ReaderDeps, done: AbortSignal): Promise<void> {
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
