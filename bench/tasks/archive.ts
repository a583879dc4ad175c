// DATA COUNT: puts so many pages of the press and their articles into a new archive in transactions of 100, then asks it.
// Prints rates, times and sizes last.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { type Archive, openArchive } from '../../archive/open.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { type CorpusArticle, createCorpus, extractedOf } from '../corpus.ts';
import { chance } from '../press/chance.ts';
import { gzippedPages } from '../press/library.ts';
import { quantile } from '../statistics.ts';

const [data = '', count = '0'] = process.argv.slice(2);
const total = Number(count);
const BATCH = 100;
/** Newspapers, and pages of each, whose bytes are put again and again under new addresses. */
const HOSTS = 20;
const BODIES = 25;
const AT = '2024-11-20T05:00:00.000Z';

const corpus = createCorpus(loadKnowledge(KNOWLEDGE_DIR), total);
const bodies = Array.from({ length: HOSTS }, (_, host) =>
  gzippedPages(host + 1, BODIES).map((page) => gunzipSync(page)),
);
const spent = { pages: 0, articles: 0 };

type Batch = { numbers: number[]; articles: CorpusArticle[]; pages: number[] };

const hostOf = (number: number): string => `harian-${number % HOSTS}`;
const urlOf = (number: number): string => `https://${hostOf(number)}.test/berita/${number}/`;

function timed(part: keyof typeof spent, work: () => void): void {
  const started = performance.now();
  work();
  spent[part] += performance.now() - started;
}

function putPages(archive: Archive, { numbers, pages }: Batch): void {
  archive.transaction(() => {
    for (const number of numbers) {
      const url = urlOf(number);
      const site = hostOf(number);
      archive.addCandidates(
        site,
        [{ url, foundBy: 'sitemap', title: null, published: null, modified: null }],
        AT,
      );
      const body =
        bodies[number % HOSTS]?.[Math.floor(number / HOSTS) % BODIES] ?? new Uint8Array();
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      pages.push(
        archive.savePage({
          id: 0,
          site,
          url,
          finalUrl: url,
          fetchedAt: AT,
          status: 200,
          headers,
          body,
          via: 'http',
        }),
      );
    }
  });
}

function putArticles(archive: Archive, { numbers, articles, pages }: Batch): void {
  archive.transaction(() => {
    for (const [index, number] of numbers.entries()) {
      const [article, page] = [articles[index], pages[index]];
      if (article === undefined || page === undefined) continue;
      const url = urlOf(number);
      const { tags, textKey, published } = article;
      const content = {
        url,
        outlet: `${hostOf(number)}.test`,
        pages: [page],
        extracted: extractedOf(article),
        tags,
        localDay: published.slice(0, 10),
        textKey,
      };
      archive.saveArticle(
        { url, page, codeVersion: 'bench', knowledgeVersion: 'bench' },
        content,
        AT,
      );
    }
  });
}

/** Median milliseconds of one of these. */
function medianMs(times: number, work: (index: number) => void): number {
  const taken = Array.from({ length: times }, (_, index) => {
    const started = performance.now();
    work(index);
    return performance.now() - started;
  });
  return quantile(
    taken.toSorted((a, b) => a - b),
    0.5,
  );
}

const archive = openArchive(join(data, ARCHIVE_FILE));
for (let first = 0; first < total; first += BATCH) {
  const numbers = Array.from(
    { length: Math.min(BATCH, total - first) },
    (_, index) => first + index,
  );
  const batch: Batch = { numbers, articles: numbers.map(corpus), pages: [] };
  timed('pages', () => putPages(archive, batch));
  timed('articles', () => putArticles(archive, batch));
}
const dice = chance(1);
const lookUpMs = medianMs(2000, () => archive.articleAt(urlOf(dice.below(total))));
const WORDS = [
  'netralitas asn',
  'bawaslu kampanye',
  '"media sosial"',
  'camat OR lurah',
  'sanksi -tni',
];
const searchMs = medianMs(50, (index) =>
  archive.reports.articles({ query: WORDS[index % WORDS.length], decision: 'seen' }, 1, 20),
);
archive.close();
const database = new DatabaseSync(join(data, ARCHIVE_FILE), { readOnly: true });
const { bytes } = database.prepare('SELECT avg(length(data)) AS bytes FROM bodies').get() ?? {};
database.close();
console.log(
  JSON.stringify({
    pagesPerSecond: total / (spent.pages / 1000),
    articlesPerSecond: total / (spent.articles / 1000),
    kbOfHtml: Number(bytes) / 1000,
    lookUpMs,
    searchMs,
  }),
);
