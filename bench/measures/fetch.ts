// Fetch → archived (hashed, compressed, in SQLite) beside Scrapy's bare download.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine, node, run } from '../child.ts';
import { CPU, type Measure, PEAK, RATE, expectDone, perThousand } from '../measure.ts';
import { openPress } from '../press/open.ts';

const HOSTS = 50;
const LOST = 0.02;

export const fetching: Measure = {
  name: 'fetch',
  about: 'fetch → archived, nothing read; 50 hosts without delay; Scrapy downloads and drops',
  pages: 3000,
  runs: 3,
  columns: [CPU, RATE, PEAK],
  prepare: async ({ pages, sides, peers, scratch }) => {
    const press = await openPress({ hosts: HOSTS, pages, latencyMs: 0 });
    const sites = scratch();
    press.writeSites(sites, 0);
    const ours = sides.map(({ name, root }) => ({
      name,
      run: async () => {
        const used = await run(node(join(root, 'bench', 'tasks', 'fetch.ts'), scratch(), sites));
        expectDone('pages', lastLine(used.stdout)['fetched'] ?? 0, pages);
        return perThousand(used, pages);
      },
    }));
    const list = join(scratch(), 'urls.txt');
    writeFileSync(list, press.urls.join('\n'));
    const scrapy = async () => {
      const used = await run(peers?.python('scrapy_peer.py', list, '/dev/null', '0') ?? node(''));
      const done = lastLine(used.stdout)['pages'] ?? 0;
      expectDone('pages', done, Math.floor(pages * (1 - LOST)));
      return perThousand(used, done);
    };
    const others = peers === null ? [] : [{ name: 'Scrapy, download only', run: scrapy }];
    return { candidates: [...ours, ...others], close: press.close };
  },
};
