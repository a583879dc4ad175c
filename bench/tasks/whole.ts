// DATA SITES: one round that stores, extracts and tags every page; nothing is grouped and nothing proven. Prints { kept } last.
import { setTimeout as pause } from 'node:timers/promises';
import { openWorkplace } from '../../cli/deps.ts';
import { readPending, readerDeps } from '../../cli/reading.ts';
import { openRounds } from '../../cli/rounds.ts';
import { readSourceList } from '../../cli/sources.ts';
import { crawlRound } from '../../crawlers/crawl.ts';

/** As in a crawl. */
const READ_EVERY = 200;

const [data = '', folder = ''] = process.argv.slice(2);
const { sites } = readSourceList(folder);
const workplace = openWorkplace(data);
const { archive, log } = workplace;
archive.saveSites(sites, new Date().toISOString());
const crawler = openRounds(workplace);
const reader = readerDeps(workplace, sites);
const crawled = new AbortController();

async function readAlongside(): Promise<void> {
  while (!crawled.signal.aborted) {
    await readPending(reader, crawled.signal);
    await pause(READ_EVERY, undefined, { signal: crawled.signal }).catch(() => {});
  }
}

const reading = readAlongside();
const { signal } = new AbortController();
await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
  signal,
  settle: async () => {
    await readPending(reader);
  },
});
crawled.abort();
await reading;
await crawler.close();
const { kept } = archive.summary().all;
archive.close();
console.log(JSON.stringify({ kept }));
