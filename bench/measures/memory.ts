// A long crawl of 200 hosts: peak memory, and how it grows after the first tenth.
import { mainOf, node, run } from '../child.ts';
import { CPU, type Measure, PEAK, RATE, type Side, perThousand } from '../measure.ts';
import { type Press, openPress } from '../press/open.ts';
import { residentMb } from '../resident.ts';

const HOSTS = 200;
/** Part of the pages after which growth is counted. */
const START = 0.1;

export const memory: Measure = {
  name: 'memory',
  about:
    '`pantau crawl` of 200 hosts without delay; growth of resident memory after the first tenth of the pages',
  pages: 50_000,
  runs: 1,
  columns: [
    PEAK,
    { key: 'early', label: 'peak MB in the first tenth', digits: 0 },
    { key: 'growth', label: 'growth %', digits: 0 },
    CPU,
    RATE,
  ],
  prepare: async ({ pages, sides, scratch }) => {
    if (process.platform !== 'linux') return 'memory over time is read from /proc: Linux only';
    const press = await openPress({ hosts: HOSTS, pages, latencyMs: 0 });
    const sites = scratch();
    press.writeSites(sites, 0);
    const candidates = sides.map((side) => ({
      name: side.name,
      run: () => crawl(side, press, [sites, scratch()], pages),
    }));
    return { candidates, close: press.close };
  },
};

async function crawl({ root }: Side, press: Press, [sites, data]: [string, string], pages: number) {
  press.forget();
  let served = 0;
  let early = 0;
  const program = node(mainOf(root), 'crawl', '--json', '--data', data, '--sites', sites);
  const watch = (pid: number): void => {
    press.count().then(
      (count) => (served = count),
      () => {}, // closed meanwhile: the crawl is over
    );
    if (served < pages * START) early = Math.max(early, residentMb(pid) ?? 0);
  };
  const used = await run({ ...program, watch });
  return { ...perThousand(used, pages), early, growth: (used.peakMb / early - 1) * 100 };
}
