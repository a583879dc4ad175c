// The pages of the dashboard over a filled archive, asked over HTTP: views that nobody has asked for, then again.
import { filledArchive } from '../archives.ts';
import type { Measure, Sample, Side } from '../measure.ts';
import { PAGES, newViews } from '../pages.ts';
import { type Serving, cpuSeconds, openServe, untilIdle } from '../serving.ts';
import { quantile } from '../statistics.ts';

const TIMES = 24;

export const dashboard: Measure = {
  name: 'dashboard',
  about: `pages of the dashboard over HTTP: ${TIMES} views asked the first time and again; median and slowest`,
  pages: 200_000,
  runs: 3,
  columns: [
    { key: 'first', label: 'first, ms', digits: 0 },
    { key: 'slowest', label: 'slowest, ms', digits: 0 },
    { key: 'cpu', label: 'first, CPU ms', digits: 0 },
    { key: 'again', label: 'again, ms', digits: 0 },
  ],
  prepare: async ({ pages, sides, say }) => {
    const candidates = [];
    const serving: Serving[] = [];
    for (const [index, side] of sides.entries()) {
      const served = await openServe(side, await filledArchive(side, pages, say));
      serving.push(served);
      say('  waiting until nothing is left in the background');
      await untilIdle(served.address);
      const viewOf = newViews();
      for (const [page, path] of Object.entries(await pagesOf(served)))
        candidates.push({
          name: nameOf(page, side, index),
          comparedWith: page,
          run: () => askAll(served.address, path, viewOf),
        });
    }
    return {
      candidates,
      close: async () => {
        for (const { stop } of serving) await stop();
      },
    };
  },
};

const nameOf = (page: string, side: Side, index: number): string =>
  index === 0 ? page : `${page}, ${side.name}`;

async function pagesOf({ address }: Serving): Promise<Record<string, string>> {
  const list = await ask(new URL('/artikel', address));
  const article = /href="(\/artikel\/[0-9a-f]{16})/.exec(list)?.[1];
  if (article === undefined) throw new Error('the list of articles names none');
  return { ...PAGES, article };
}

async function askAll(
  address: string,
  path: string,
  viewOf: (path: string) => string,
): Promise<Sample> {
  const views = Array.from({ length: TIMES }, () => new URL(viewOf(path), address));
  const before = await cpuSeconds(address);
  const first = await timesOf(views);
  const cpu = (((await cpuSeconds(address)) - before) * 1000) / TIMES;
  const again = await timesOf(views);
  return {
    first: quantile(first, 0.5),
    slowest: first.at(-1) ?? NaN,
    cpu,
    again: quantile(again, 0.5),
  };
}

/** Milliseconds, sorted. */
async function timesOf(views: readonly URL[]): Promise<number[]> {
  const taken: number[] = [];
  for (const view of views) {
    const started = performance.now();
    await ask(view);
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b);
}

async function ask(url: URL): Promise<string> {
  const answer = await fetch(url);
  if (answer.status !== 200) throw new Error(`${url.pathname} answered ${answer.status}`);
  return answer.text();
}
