// The chaos press, 40 hosts or more → one real round over it: crawled, archived, read; and how each kind ended.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import type { Summary } from '../../archive/summary.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { readPending, readerDeps } from '../../cli/reading.ts';
import { crawlRound, openCrawler } from '../../crawlers/crawl.ts';
import type { SiteReport } from '../../crawlers/report.ts';
import { Config } from '../../schemas/config.ts';
import { LIMITS } from '../crawlers/faults.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { ARTICLES, type FromPress, type Source } from './press.ts';

/** Reading has the same cores, and may hold the crawl up for a moment. */
const PATIENCE = { headersMs: 6_000, totalMs: 9_000 };

export type Ended = { kind: string; expected: string; ending: string };
export type Chaos = {
  ended: Ended[];
  hosts: number;
  /** Of the hosts that do nothing wrong: articles kept, of how many, and seconds until the last was fetched. */
  well: { kept: number; of: number; seconds: number };
  /** Of this process during the round, all its threads. */
  cpuSeconds: number;
  /** Longest time in which it could do nothing else, ms. */
  stallMs: number;
};

type Press = { sources: Source[]; moments: () => Promise<number[]>; close: () => void };

async function openPress(kinds: readonly Kind[]): Promise<Press> {
  const names = kinds.map(({ name }) => name);
  const child = fork(join(import.meta.dirname, 'press.ts'), names);
  const first = await heard(child);
  return {
    sources: 'sources' in first ? first.sources : [],
    moments: async () => {
      child.send('moments');
      const said = await heard(child);
      return 'moments' in said ? said.moments : [];
    },
    close: () => child.disconnect(),
  };
}

/** The next message; what press.ts sends is of this type. */
const heard = async (child: ChildProcess): Promise<FromPress> => {
  const [message] = (await once(child, 'message')) as [FromPress];
  return message;
};

/** A round over the hosts of these kinds and those that are well; `kinds` [] measures the latter alone. */
export async function runChaos(kinds: readonly Kind[] = KINDS): Promise<Chaos> {
  const press = await openPress(kinds);
  const { sources } = press;
  const data = mkdtempSync(join(tmpdir(), 'pantau-chaos-'));
  const archive = openArchive(join(data, 'pantau.sqlite'));
  try {
    const stalls = monitorEventLoopDelay({ resolution: 1 });
    stalls.enable();
    const before = process.cpuUsage();
    const reports = await round(archive, data, sources);
    const { user, system } = process.cpuUsage(before);
    stalls.disable();
    const accounts = new Map(archive.summary().sites.map((account) => [account.site, account]));
    const ended = sources.flatMap(({ site, kind: name }) => {
      const kind = kinds.find((one) => one.name === name);
      if (kind === undefined) return [];
      const ending = endingOf(accounts.get(site.id), reports.get(site.id), kind);
      return [{ kind: kind.name, expected: kind.ending, ending }];
    });
    return {
      ended,
      hosts: sources.length,
      well: wellDone(archive, sources, await press.moments()),
      cpuSeconds: (user + system) / 1e6,
      stallMs: stalls.max / 1e6,
    };
  } finally {
    archive.close();
    press.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function round(
  archive: Archive,
  data: string,
  sources: readonly Source[],
): Promise<Map<string, SiteReport>> {
  const sites = sources.map(({ site }) => site);
  const log = (): void => {};
  const now = (): number => Date.now();
  archive.saveSites(sites, new Date().toISOString());
  const crawler = openCrawler({
    ledger: archive,
    now,
    concurrency: sources.length,
    version: '0',
    contact: 'mailto:redaksi@example.org',
    limits: {
      page: { ...LIMITS, ...PATIENCE },
      robots: PATIENCE,
      feed: PATIENCE,
      sitemap: PATIENCE,
    },
  });
  const reader = readerDeps(
    { archive, log, data, config: Config.parse({}) },
    sites,
    loadKnowledge(KNOWLEDGE_DIR),
  );
  try {
    const { sites: reports } = await crawlRound(sites, { ledger: archive, log, now }, crawler, {
      signal: new AbortController().signal,
      settle: async () => {
        await readPending(reader);
      },
      retryDelaysMs: [30, 60],
      patienceMs: 30_000,
    });
    await readPending(reader);
    return new Map(reports.map((report) => [report.site, report]));
  } finally {
    await crawler.close();
  }
}

/** Of what its kind lists; where that is nothing, of its good article, or else of the source. */
function endingOf(
  account: Summary['sites'][number] | undefined,
  report: SiteReport | undefined,
  kind: Kind,
): string {
  const { skipped = {}, failed = {}, kept = 0 } = account ?? {};
  const others = [
    ...Object.keys(skipped).map((reason) => `skipped ${reason}`),
    ...Object.keys(failed).map((reason) => `failed ${reason}`),
  ];
  if (others.length > 0) return others.join(' and ');
  if (kept > (kind.listed.length > 0 ? 1 : 0)) return 'kept';
  if (report === undefined) return 'no report';
  if (report.left !== null) return `left ${report.left}`;
  return `answered ${report.discovery.at(-1)?.answer ?? 'nothing'}`;
}

function wellDone(
  archive: Archive,
  sources: readonly Source[],
  moments: readonly number[],
): Chaos['well'] {
  const ids = new Set(sources.filter(({ kind }) => kind === null).map(({ site }) => site.id));
  const accounts = archive.summary().sites.filter(({ site }) => ids.has(site));
  return {
    kept: accounts.reduce((sum, { kept }) => sum + kept, 0),
    of: ids.size * ARTICLES,
    seconds: (Math.max(...moments) - Math.min(...moments)) / 1000,
  };
}
