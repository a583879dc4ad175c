// FOLDER COUNT: fills the archive of a data folder with so many articles of the corpus, over the real source list, and
// groups them: measured is an archive at rest. Says on stderr what storing and grouping them costs as it grows.
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { groupPending } from '../../cli/grouping.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { readSourceList } from '../../cli/sources.ts';
import { createCorpus, extractedOf } from '../corpus.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const total = Number(count);
const BATCH = 500;
/** Grouped after so many, and the cost said. */
const STEP = 5_000;
const MONTHS = 30;

const archive = openArchive(join(folder, ARCHIVE_FILE));
const { sites } = readSourceList();
const corpus = createCorpus(loadKnowledge(KNOWLEDGE_DIR), total);
archive.saveSites(sites, '2023-09-01T00:00:00.000Z');

/** Each source completed a round in each month, but one in twenty of them. */
function addRounds(): void {
  for (let month = 0; month < MONTHS; month += 1) {
    const at = new Date(Date.UTC(2023, 8 + month, 3)).toISOString();
    const run = archive.startRun('crawl', at);
    for (const [index, { id }] of sites.entries()) {
      const round = archive.startRound(run, id, at);
      archive.endRound(round, at, (index + month) % 20 === 0 ? 'timeout' : null);
    }
    archive.endRun(run, at, null);
  }
}

function add(number: number): void {
  const article = corpus(number);
  const site = sites[(number * 31) % sites.length] ?? sites[0];
  if (site === undefined) throw new Error('the source list is empty');
  const { host } = new URL(site.home);
  const url = `https://${host}/berita/${number}`;
  const fetchedAt = new Date(Date.parse(article.published) + 3_600_000).toISOString();
  const found = {
    url,
    foundBy: 'feed',
    title: article.title,
    published: article.published,
    modified: null,
  } as const;
  archive.addCandidates(site.id, [found], fetchedAt);
  const page = archive.savePage({
    id: 0,
    site: site.id,
    url,
    finalUrl: url,
    fetchedAt,
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode(`<h1>${article.title}</h1>`),
    via: 'http',
  });
  archive.saveArticle(
    { url, page, codeVersion: 'bench', knowledgeVersion: 'bench' },
    {
      url,
      outlet: host.replace(/^www\./, ''),
      pages: [page],
      extracted: extractedOf(article),
      tags: article.tags,
      localDay: article.published.slice(0, 10),
      textKey: article.textKey,
    },
    fetchedAt,
  );
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

archive.transaction(addRounds);
for (let first = 0; first < total; first += STEP) {
  const last = Math.min(first + STEP, total);
  const started = cpuMs();
  for (let from = first; from < last; from += BATCH)
    archive.transaction(() => {
      for (let n = from; n < Math.min(from + BATCH, last); n += 1) add(n);
    });
  const stored = cpuMs();
  await groupPending({ archive });
  const each = (ms: number): string => (ms / (last - first)).toFixed(2);
  console.error(
    `${last} articles: ${each(stored - started)} ms CPU to store one, ${each(cpuMs() - stored)} to group it`,
  );
}
archive.close();
