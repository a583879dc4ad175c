// DATA: sends all of an archive to the Elasticsearch of ELASTICSEARCH_URL. Prints { written, seconds, cpuSeconds } last.
import { openWorkplace } from '../../cli/deps.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { openProjection } from '../../cli/projection.ts';

const [data = ''] = process.argv.slice(2);
const workplace = openWorkplace(data);
const projection = await openProjection(workplace, loadKnowledge(KNOWLEDGE_DIR));
if (projection === null) throw new Error('ELASTICSEARCH_URL is not set');
const [started, cpu] = [performance.now(), process.cpuUsage()];
const report = await projection.project();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
await projection.close();
workplace.archive.close();
if (report.state !== 'done') throw new Error(report.reason ?? report.state);
console.log(
  JSON.stringify({
    written: report.counts.articles.written,
    seconds,
    cpuSeconds: (user + system) / 1e6,
  }),
);
