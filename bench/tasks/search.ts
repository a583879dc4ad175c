// DATA: asks a filled archive the questions of its users. Prints the median and the 95th percentile, ms, by question last.
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { ARCHIVE_FILE } from '../../cli/paths.ts';
import { quantile } from '../statistics.ts';

const TIMES = 20;
const archive = openArchive(join(process.argv[2] ?? '', ARCHIVE_FILE), { readOnly: true });
const { reports } = archive;
/** A day after the last of the corpus, another one for each question: a filter that leaves all and is new. */
const seen = (nth: number) =>
  ({ decision: 'seen', to: new Date(Date.UTC(2027, 0, nth)).toISOString().slice(0, 10) }) as const;

const WORDS = ['netralitas asn', 'bawaslu', 'camat OR lurah', 'pelanggaran sanksi', 'kampanye'];
const word = (nth: number): string => `${WORDS[nth % WORDS.length]} -kata${nth}`;

const QUESTIONS: Record<string, (nth: number) => unknown> = {
  lookUp: () => archive.articleAt('https://natmed.id/berita/1'),
  words: (nth) => reports.articles({ ...seen(nth), query: word(nth) }, 1, 20),
  phrase: (nth) =>
    reports.articles({ ...seen(nth), query: `"media sosial" kampanye -kata${nth}` }, 1, 20),
  filtered: (nth) => {
    const filter = { ...seen(nth), region: '64', election: 'pilkada-2024' } as const;
    return reports.articles({ ...filter, query: word(nth) }, 1, 20);
  },
  facets: (nth) => reports.facets({ ...seen(nth), query: 'bawaslu' }),
  trend: (nth) => reports.trend(seen(nth)),
};

const answer: Record<string, number> = {};
let asked = 0;
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const taken = Array.from({ length: TIMES }, () => {
    const started = performance.now();
    ask((asked += 1));
    return performance.now() - started;
  });
  const sorted = taken.toSorted((a, b) => a - b);
  answer[name] = quantile(sorted, 0.5);
  answer[`${name}95`] = quantile(sorted, 0.95);
}
archive.close();
console.log(JSON.stringify(answer));
