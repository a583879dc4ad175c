// The chaos press, 40 hosts or more → one real round over it: crawled, archived, read; and how each kind ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import type { Summary } from '../../archive/summary.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { readPending, readerDeps } from '../../cli/reading.ts';
import { crawlRound, openCrawler } from '../../crawlers/crawl.ts';
import type { SiteReport } from '../../crawlers/report.ts';
import { Config } from '../../schemas/config.ts';
import { Site } from '../../schemas/site.ts';
import { LIMITS } from '../crawlers/faults.ts';
import { type TestServer, respond, rss, startServer } from '../crawlers/press-server.ts';
import { ARTICLE, articlePage } from './article.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';

/** Hosts that do nothing wrong; with those of the kinds there are more than 40. */
const WELL = 20;
/** Articles of a host that does nothing wrong. */
const ARTICLES = 8;
/** Seconds between requests to a host: short, so that what others do shows. */
const DELAY = 0.15;

/** Servers and crawler share one process here, and tagging may hold it up for a moment. */
const PATIENCE = { headersMs: 6_000, totalMs: 9_000 };

export type Ended = { kind: string; expected: string; ending: string };
export type Chaos = {
  ended: Ended[];
  hosts: number;
  /** Of the hosts that do nothing wrong: articles kept, of how many, and seconds until the last was fetched. */
  well: { kept: number; of: number; seconds: number };
};

const article = (number: number): string =>
  articlePage({ ...ARTICLE, title: `${ARTICLE.title} ${number}` });
const goodPaths = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `/baik/berita-${at + 1}`);

type Host = { site: Site; server: TestServer; kind: Kind | null };

/** `number` gives the host an address of its own on loopback. */
async function openHost(number: number, kind: Kind | null): Promise<Host> {
  const server = await startServer({}, `127.1.${Math.floor(number / 200)}.${(number % 200) + 1}`);
  const { origin } = server;
  const paths = goodPaths(kind === null ? ARTICLES : 1);
  for (const [at, path] of paths.entries()) server.routes.set(path, article(at + 1));
  server.routes.set('/fine', article(99));
  const listed = [...(kind?.listed ?? []), ...paths];
  server.routes.set(
    '/feed',
    respond(200, { 'content-type': 'application/rss+xml' }, rss(origin, listed)),
  );
  for (const [path, route] of Object.entries(kind?.routes(origin) ?? {}))
    server.routes.set(path, route);
  const site = Site.parse({
    id: `kacau-${number}`,
    name: `Kacau ${number}`,
    home: origin,
    region: '64.74',
    discover: [{ kind: 'feed', url: `${origin}/feed` }],
    loopback: true,
    delay: DELAY,
    ...kind?.site?.(origin),
  });
  return { site, server, kind };
}

/** A round over the hosts of these kinds and those that are well; `kinds` [] measures the latter alone. */
export async function runChaos(kinds: readonly Kind[] = KINDS): Promise<Chaos> {
  const hosts = await Promise.all(
    [...Array.from({ length: WELL }, () => null), ...kinds].map((kind, number) =>
      openHost(number, kind),
    ),
  );
  const data = mkdtempSync(join(tmpdir(), 'pantau-chaos-'));
  const archive = openArchive(join(data, 'pantau.sqlite'));
  try {
    const reports = await round(archive, data, hosts);
    const accounts = new Map(archive.summary().sites.map((account) => [account.site, account]));
    return {
      ended: hosts.flatMap(({ site, kind }) =>
        kind === null
          ? []
          : [
              {
                kind: kind.name,
                expected: kind.ending,
                ending: endingOf(accounts.get(site.id), reports.get(site.id), kind),
              },
            ],
      ),
      hosts: hosts.length,
      well: wellDone(archive, hosts),
    };
  } finally {
    archive.close();
    for (const { server } of hosts) await server.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function round(
  archive: Archive,
  data: string,
  hosts: readonly Host[],
): Promise<Map<string, SiteReport>> {
  const sites = hosts.map(({ site }) => site);
  const log = (): void => {};
  const now = (): number => Date.now();
  archive.saveSites(sites, new Date().toISOString());
  const crawler = openCrawler({
    ledger: archive,
    now,
    concurrency: hosts.length,
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

function wellDone(archive: Archive, hosts: readonly Host[]): Chaos['well'] {
  const well = hosts.filter(({ kind }) => kind === null);
  const moments = well.flatMap(({ server }) => server.asked.map(({ at }) => at));
  const ids = new Set(well.map(({ site }) => site.id));
  const accounts = archive.summary().sites.filter(({ site }) => ids.has(site));
  return {
    kept: accounts.reduce((sum, { kept }) => sum + kept, 0),
    of: well.length * ARTICLES,
    seconds: (Math.max(...moments) - Math.min(...moments)) / 1000,
  };
}
