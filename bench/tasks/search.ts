// DATA: asks a filled archive the questions of its users. Prints the median and the 95th percentile, ms, by question last.
import { join } from 'node:path';
import { openArchive } from '../../archive/open.ts';
import { ARCHIVE_FILE } from '../../cli/paths.ts';
import { quantile } from '../statistics.ts';

const TIMES = 20;
const archive = openArchive(join(process.argv[2] ?? '', ARCHIVE_FILE), { readOnly: true });
const { reports } = archive;
const seen = { decision: 'seen' } as const;

const QUESTIONS: Record<string, () => unknown> = {
  lookUp: () => archive.articleAt('https://natmed.id/berita/1'),
  words: () => reports.articles({ ...seen, query: 'netralitas asn' }, 1, 20),
  phrase: () => reports.articles({ ...seen, query: '"media sosial" kampanye' }, 1, 20),
  filtered: () =>
    reports.articles({ ...seen, query: 'bawaslu', region: '64', election: 'pilkada-2024' }, 1, 20),
  facets: () => reports.facets({ ...seen, query: 'bawaslu' }),
  trend: () => reports.trend(seen),
};

const answer: Record<string, number> = {};
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const taken = Array.from({ length: TIMES }, () => {
    const started = performance.now();
    ask();
    return performance.now() - started;
  });
  const sorted = taken.toSorted((a, b) => a - b);
  answer[name] = quantile(sorted, 0.5);
  answer[`${name}95`] = quantile(sorted, 0.95);
}
archive.close();
console.log(JSON.stringify(answer));
