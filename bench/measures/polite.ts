// Fifty hosts at one request a second each: how near to that a crawl comes, and whether it ever comes too soon.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine, node, run } from '../child.ts';
import {
  CPU,
  type Candidate,
  type Measure,
  PEAK,
  type Sample,
  expectDone,
  perThousand,
} from '../measure.ts';
import { type Press, openPress } from '../press/open.ts';
import type { Visit } from '../press/server.ts';
import { quantile } from '../statistics.ts';

const HOSTS = 50;
const DELAY = 1;
const LATENCY_MS = 300;
const [QUICK, SLOW] = ['0 ms', `${LATENCY_MS} ms`];
/** Seconds: a gap below this is too short. */
const TOO_SOON = 0.95;
const LOST = 0.02;

export const polite: Measure = {
  name: 'polite',
  about: '50 hosts at 1 request/s each; at best 50/s. Seen at the server',
  pages: 2000,
  runs: 3,
  columns: [
    { key: 'rate', label: 'pages/s', digits: 1 },
    { key: 'gap', label: 'gap p50 s', digits: 2 },
    { key: 'shortest', label: 'shortest gap s', digits: 3 },
    { key: 'tooSoon', label: `gaps < ${TOO_SOON} s`, digits: 0 },
    CPU,
    PEAK,
  ],
  prepare: async ({ pages, sides, peers, scratch }) => {
    const quick = await openPress({ hosts: HOSTS, pages, latencyMs: 0 });
    const slow = await openPress({ hosts: HOSTS, pages, latencyMs: LATENCY_MS });
    const first = sides[0]?.name ?? '';
    const seen = async (press: Press, crawl: () => Promise<Sample>): Promise<Sample> => {
      press.forget();
      const sample = await crawl();
      return { ...sample, ...paceOf(await press.visits()) };
    };
    const ours = (latency: string, press: Press): Candidate[] => {
      const sites = scratch();
      press.writeSites(sites, DELAY);
      return sides.map(({ name, root }) => ({
        name: `${name}, ${latency}`,
        comparedWith: `${first}, ${latency}`,
        run: () =>
          seen(press, async () => {
            const used = await run(
              node(join(root, 'bench', 'tasks', 'fetch.ts'), scratch(), sites),
            );
            expectDone('pages', lastLine(used.stdout)['fetched'] ?? 0, pages);
            return perThousand(used, pages);
          }),
      }));
    };
    const scrapy = (latency: string, order: string, urls: string[]): Candidate => {
      const press = latency === QUICK ? quick : slow;
      const list = join(scratch(), 'urls.txt');
      writeFileSync(list, urls.join('\n'));
      const crawl = async (): Promise<Sample> => {
        if (peers === null) throw new Error('no peers');
        const used = await run(peers.python('scrapy_peer.py', list, '/dev/null', String(DELAY)));
        const done = lastLine(used.stdout)['pages'] ?? 0;
        expectDone('pages', done, Math.floor(pages * (1 - LOST)));
        return perThousand(used, done);
      };
      return {
        name: `Scrapy, ${latency}, ${order}`,
        comparedWith: `${first}, ${latency}`,
        run: () => seen(press, crawl),
      };
    };
    const others = (): Candidate[] => [
      scrapy(QUICK, 'hosts in turn', quick.urls),
      scrapy(SLOW, 'hosts in turn', slow.urls),
      scrapy(SLOW, 'host by host', slow.urls.toSorted()),
    ];
    return {
      candidates: [...ours(QUICK, quick), ...ours(SLOW, slow), ...(peers === null ? [] : others())],
      close: async () => {
        await quick.close();
        await slow.close();
      },
    };
  },
};

/** The pace at which articles were asked for. */
export function paceOf(visits: readonly Visit[]): Sample {
  const byHost = Map.groupBy(visits, ({ host }) => host);
  const gaps = [...byHost.values()].flatMap((those) => {
    const times = those.map(({ at }) => at / 1000).toSorted((a, b) => a - b);
    return times.slice(1).map((at, index) => at - (times[index] ?? at));
  });
  const sorted = gaps.toSorted((a, b) => a - b);
  const times = visits.map(({ at }) => at / 1000);
  const span = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
  return {
    rate: visits.length / (span + DELAY),
    gap: quantile(sorted, 0.5),
    shortest: sorted[0] ?? NaN,
    tooSoon: gaps.filter((gap) => gap < TOO_SOON).length,
  };
}
