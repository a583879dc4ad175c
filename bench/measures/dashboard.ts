// The pages of the dashboard over a filled archive, asked over HTTP.
import { filledArchive } from '../archives.ts';
import type { Measure, Sample } from '../measure.ts';
import { openServe } from '../serving.ts';
import { quantile } from '../statistics.ts';

const TIMES = 15;

/** The address of a page of the dashboard by what it is called here. */
const PAGES: Record<string, string> = {
  overview: '/',
  region: '/?wilayah=64&pemilihan=pilkada-2024',
  map: '/peta',
  compare: '/bandingkan',
  kinds: '/jenis',
  list: '/artikel?hal=3',
  search: '/artikel?q=netralitas+asn',
  both: '/artikel?q=bawaslu&wilayah=64&jenis=imbauan',
  sources: '/sumber',
  method: '/metode',
  chart: '/grafik/tren.svg',
  png: '/grafik/tren.png',
};

export const dashboard: Measure = {
  name: 'dashboard',
  about: `pages of the dashboard over HTTP, each asked ${TIMES} times: median and slowest, ms`,
  pages: 200_000,
  runs: 3,
  columns: [...Object.keys(PAGES), 'article'].flatMap((name) => [
    { key: name, label: name, digits: 0 },
    { key: `${name}Most`, label: 'slowest', digits: 0 },
  ]),
  prepare: async ({ pages, sides, say }) => {
    const candidates = [];
    for (const side of sides) {
      const data = await filledArchive(side, pages, say);
      candidates.push({
        name: side.name,
        run: async () => {
          const { address, stop } = await openServe(side, data);
          try {
            return await askAll(address);
          } finally {
            await stop();
          }
        },
      });
    }
    return { candidates };
  },
};

async function askAll(address: string): Promise<Sample> {
  const sample: Sample = {};
  const list = await ask(new URL('/artikel', address));
  const article = /href="(\/artikel\/[0-9a-f]{16})/.exec(list)?.[1];
  if (article === undefined) throw new Error('the list of articles names none');
  for (const [name, path] of Object.entries({ ...PAGES, article })) {
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const started = performance.now();
      await ask(new URL(path, address));
      taken.push(performance.now() - started);
    }
    const sorted = taken.toSorted((a, b) => a - b);
    sample[name] = quantile(sorted, 0.5);
    sample[`${name}Most`] = sorted.at(-1) ?? NaN;
  }
  return sample;
}

async function ask(url: URL): Promise<string> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url.pathname} answered ${answer.status}`);
  return answer.text();
}
