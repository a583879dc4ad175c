// A process of its own: one round over the newspapers of a file, reading and sending on as it goes. Killed by the tests.
// node round.ts SITES.json DATA; Elasticsearch by ELASTICSEARCH_URL and PANTAU_INDEX_PREFIX.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openWorkplace } from '../../cli/deps.ts';
import { readerDeps } from '../../cli/reading.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { openProjection } from '../../cli/projection.ts';
import { openRounds, runRound } from '../../cli/rounds.ts';
import { Site } from '../../schemas/site.ts';

const [sitesFile = '', data = ''] = process.argv.slice(2);
const sites = z.array(Site).parse(JSON.parse(readFileSync(sitesFile, 'utf8')));
const workplace = openWorkplace(data);
const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const projection = await openProjection(workplace, knowledge);
const crawler = openRounds(workplace);
const done = new AbortController();

async function sendAlongside(): Promise<void> {
  if (projection === null) return;
  while (!done.signal.aborted) {
    await projection.project();
    await pause(300, undefined, { signal: done.signal }).catch(() => {});
  }
}

const sending = sendAlongside();
const reader = readerDeps(workplace, sites, knowledge);
const report = await runRound(workplace, crawler, reader, {
  verb: 'test',
  sites,
  signal: new AbortController().signal,
  retryDelaysMs: [100, 200],
});
done.abort();
await sending;
const sent = await projection?.project();
await projection?.close();
await crawler.close();
workplace.archive.close();
process.stdout.write(JSON.stringify({ report, sent: sent?.state ?? null }));
