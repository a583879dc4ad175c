// The archive's changes → a real Elasticsearch that is started for it.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { launchElasticsearch } from '../../test/elasticsearch/server.ts';
import { filledArchive } from '../archives.ts';
import { lastLine, node, run } from '../child.ts';
import { type Measure, PEAK, type Sample, type Side } from '../measure.ts';

/** As SPEED of a load is measured: the defaults of the tests are for a quick start. */
const JAVA = '-Xms1g -Xmx1g';

export const projection: Measure = {
  name: 'project',
  about:
    'archive → new Elasticsearch index, from the cursor; a first load, for Java to warm up, is not counted',
  pages: 20_000,
  runs: 3,
  columns: [
    { key: 'rate', label: 'documents/s', digits: 0 },
    { key: 'cpu', label: 'CPU s/1,000 of ours', digits: 3 },
    { key: 'written', label: 'documents', digits: 0 },
    PEAK,
  ],
  prepare: async ({ pages, sides, say, scratch }) => {
    const server = await launchElasticsearch({ ES_JAVA_OPTS: JAVA, ...process.env });
    if ('missing' in server) return server.missing;
    let load = 0;
    const send = async ({ root }: Side, data: string): Promise<Sample> => {
      load += 1;
      const env = { ELASTICSEARCH_URL: server.url, PANTAU_INDEX_PREFIX: `load${load}` };
      const used = await run({ ...node(join(root, 'bench', 'tasks', 'project.ts'), data), env });
      const { written = 0, seconds = 0, cpuSeconds = 0 } = lastLine(used.stdout);
      return {
        rate: written / seconds,
        cpu: (cpuSeconds / written) * 1000,
        written,
        peak: used.peakMb,
      };
    };
    try {
      const candidates = [];
      for (const side of sides) {
        const data = scratch();
        cpSync(await filledArchive(side, pages, say), data, { recursive: true });
        await send(side, data);
        candidates.push({ name: side.name, run: () => send(side, data) });
      }
      return { candidates, close: server.stop };
    } catch (error) {
      await server.stop();
      throw error;
    }
  },
};
