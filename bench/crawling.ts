// The data folder and the source entries of a task → one round over them, read or not, and what it came to.
import { openWorkplace } from '../cli/deps.ts';
import { readPending, readerDeps } from '../cli/reading.ts';
import { openRounds, readAlongside } from '../cli/rounds.ts';
import { readSourceList } from '../cli/sources.ts';
import { crawlRound } from '../crawlers/crawl.ts';

export type Crawled = { fetched: number; kept: number };

/** Stores every page; with `reads` each is extracted and tagged too. Nothing is grouped and nothing proven. */
export async function crawlOnce(data: string, folder: string, reads: boolean): Promise<Crawled> {
  const { sites } = readSourceList(folder);
  const workplace = openWorkplace(data);
  const { archive, log } = workplace;
  archive.saveSites(sites, new Date().toISOString());
  const crawler = openRounds(workplace);
  const reader = reads ? readerDeps(workplace, sites) : null;
  const crawled = new AbortController();
  const reading = reader === null ? null : readAlongside(reader, crawled.signal);
  const settle = async (): Promise<void> => {
    if (reader !== null) await readPending(reader);
  };
  const report = await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
    signal: new AbortController().signal,
    settle,
  });
  crawled.abort();
  await reading;
  await crawler.close();
  const { kept } = archive.summary().all;
  archive.close();
  return { fetched: report.sites.reduce((sum, { fetched }) => sum + fetched, 0), kept };
}
