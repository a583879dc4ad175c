// A process of its own: the crawling and reading of `serve`, with short leases and looks. Killed by the tests.
// node crawler-process.ts SITES.json DATA
import { readFileSync } from 'node:fs';
import { openWorkplace } from '../../cli/deps.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { readerDeps } from '../../cli/reading.ts';
import { openRounds } from '../../cli/rounds.ts';
import { keepCrawling } from '../../cli/serving/crawling.ts';
import { keepReading } from '../../cli/serving/reading.ts';
import { stopSignal } from '../../cli/signals.ts';
import type { Site } from '../../schemas/site.ts';

const [sitesFile = '', data = ''] = process.argv.slice(2);
// not parsed: the intervals of the test are shorter than an entry may ask for
const sites = JSON.parse(readFileSync(sitesFile, 'utf8')) as Site[];
const workplace = openWorkplace(data);
const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const { signal } = stopSignal();
const crawler = openRounds(workplace, 2000);
const reader = readerDeps(workplace, sites, knowledge);
process.stdout.write('ready\n');
await Promise.all([
  keepReading(workplace, reader, signal),
  keepCrawling(workplace, reader, { crawler, sites, knowledge, lookEvery: 200 }, signal),
]);
await crawler.close();
workplace.archive.close();
