// How fast the projection is: `ES_JAVA_OPTS='-Xms1g -Xmx1g' npx node test/search/benchmark.ts [ROUNDS]`. Starts its own
// Elasticsearch; each round sends 20,000 documents of about 3 KB into a new index. The first is slow: Java warms up.
import { connect } from '../../search/client.ts';
import { project } from '../../search/project.ts';
import { launchElasticsearch } from '../elasticsearch/server.ts';
import { article } from './articles.ts';
import { createFeed } from './feed.ts';
import { gazetteer } from './gazetteer.ts';

const DOCUMENTS = 20_000;
const WORDS =
  'Bawaslu Kota Bontang mengimbau aparatur sipil negara menjaga netralitas selama tahapan pemilihan kepala daerah dan tidak menghadiri kampanye pasangan calon';

/** About 2.4 KB, different for each number. */
function textOf(number: number): string {
  const words = WORDS.split(' ');
  const said: string[] = [];
  for (let n = 0; n < 320; n += 1)
    said.push(
      n % 9 === 0
        ? String((number * 31 + n) % 5000)
        : (words[(number + n * n) % words.length] ?? ''),
    );
  return said.join(' ');
}

const server = await launchElasticsearch(process.env);
if ('missing' in server) throw new Error(server.missing);
const client = connect({ url: server.url, apiKey: null });
const feed = createFeed();
for (let n = 0; n < DOCUMENTS; n += 1) feed.put(article(`a${n}`, { text: textOf(n) }));
const deps = { log: () => {}, now: Date.now, wait: async () => {} };
for (let round = 1; round <= Number(process.argv[2] ?? 4); round += 1) {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const report = await project(feed, { client, prefix: `round${round}`, gazetteer }, deps);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cost = (user + system) / 1e6 / (DOCUMENTS / 1000);
  process.stdout.write(
    `${report.state} ${report.counts.articles.written} documents, ${Math.round(DOCUMENTS / seconds)}/s, ${cost.toFixed(3)} CPU s per 1,000 here\n`,
  );
}
await client.close();
await server.stop();
