// A small newspaper on loopback, crawled into an archive in memory and read there, on a clock that the test sets.
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../archive/open.ts';
import { crawlRound, openCrawler } from '../../crawlers/crawl.ts';
import type { RoundReport } from '../../crawlers/report.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { type ReaderDeps, readPending } from '../../cli/reading.ts';
import { createProcessor } from '../../pipeline/process.ts';
import { rss, type Route, type TestServer } from '../crawlers/press-server.ts';
import { siteAt } from '../crawlers/rig.ts';
import { serve } from '../crawlers/stage.ts';

const process = createProcessor(loadKnowledge(KNOWLEDGE_DIR));

const body = (more: string): string =>
  Array.from(
    { length: 5 },
    (_, n) =>
      `<p>Bawaslu Kota Bontang mengimbau aparatur sipil negara menjaga netralitas pada Pilkada 2024, kata ketua badan itu pada hari ke-${n}${more}.</p>`,
  ).join('');

/** An article that calls itself `canonical`; `more` is said in each of its paragraphs. */
export const story = (canonical: string | null, more = ''): string =>
  `<!doctype html><html><head><title>Bawaslu imbau ASN netral</title>${canonical === null ? '' : `<link rel="canonical" href="${canonical}">`}</head><body><article><h1>Bawaslu imbau ASN netral</h1><div class="entry-content">${body(more)}</div></article></body></html>`;

export type Pages = (origin: string) => Record<string, Route>;

export type SmallCrawl = {
  archive: Archive;
  server: TestServer;
  /** The address of a path. */
  at: (path: string) => string;
  /** One round: the feed, what is due, and everything read between. */
  round: () => Promise<RoundReport>;
};

/** A site whose feed names these paths. `now` in UTC ms. */
export async function smallCrawl(
  pages: Pages,
  named: string[],
  now: () => number = Date.now,
): Promise<SmallCrawl> {
  const server = await serve({}, named);
  for (const [path, route] of Object.entries(pages(server.origin))) server.routes.set(path, route);
  const archive = openArchive(':memory:');
  const crawler = openCrawler({
    ledger: archive,
    now,
    concurrency: 5,
    version: '0',
    contact: 'x@example.org',
  });
  onTestFinished(async () => {
    await crawler.close();
    archive.close();
  });
  const site = siteAt(server.origin);
  const nowText = (): string => new Date(now()).toISOString();
  archive.saveSites([site], nowText());
  const reader: ReaderDeps = {
    archive,
    process,
    sites: new Map([[site.id, site]]),
    codeVersion: '1',
    knowledgeVersion: '1',
    now: nowText,
    log: () => {},
  };
  const round = async (): Promise<RoundReport> => {
    server.routes.set('/feed', (response) => response.end(rss(server.origin, named)));
    return crawlRound([site], { ledger: archive, now, log: () => {} }, crawler, {
      signal: new AbortController().signal,
      retryDelaysMs: [10],
      patienceMs: 500,
      settle: async () => {
        await readPending(reader);
      },
    });
  };
  return { archive, server, at: (path) => server.origin + path, round };
}
