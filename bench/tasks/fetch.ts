// DATA SITES: one round that stores every page and reads none. Prints { fetched } last.
import { openWorkplace } from '../../cli/deps.ts';
import { openRounds } from '../../cli/rounds.ts';
import { readSourceList } from '../../cli/sources.ts';
import { crawlRound } from '../../crawlers/crawl.ts';

const [data = '', folder = ''] = process.argv.slice(2);
const { sites } = readSourceList(folder);
const workplace = openWorkplace(data);
const { archive, log } = workplace;
archive.saveSites(sites, new Date().toISOString());
const crawler = openRounds(workplace);
const { signal } = new AbortController();
const report = await crawlRound(sites, { ledger: archive, log, now: Date.now }, crawler, {
  signal,
});
await crawler.close();
archive.close();
console.log(
  JSON.stringify({ fetched: report.sites.reduce((sum, { fetched }) => sum + fetched, 0) }),
);
