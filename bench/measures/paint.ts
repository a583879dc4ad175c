// The pages of the dashboard over a filled archive in a real Chromium: when something is seen, and what it weighs.
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../crawlers/chromium.ts';
import { filledArchive } from '../archives.ts';
import type { Measure, Sample } from '../measure.ts';
import { PAGES, newViews } from '../pages.ts';
import { openServe, untilIdle } from '../serving.ts';
import { quantile } from '../statistics.ts';

const TIMES = 7;
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
/** Charts are part of the pages that show them. */
const LOOKED_AT = Object.entries(PAGES).filter(([, path]) => !path.startsWith('/grafik'));

export const paint: Measure = {
  name: 'paint',
  about: `pages in Chromium, ${TIMES} new views each, nothing cached: first contentful paint; what comes over the wire`,
  pages: 200_000,
  runs: 1,
  columns: [
    { key: 'paint', label: 'first paint, ms', digits: 0 },
    { key: 'slowest', label: 'slowest, ms', digits: 0 },
    { key: 'kb', label: 'KB', digits: 0 },
    { key: 'unpacked', label: 'unpacked, KB', digits: 0 },
  ],
  prepare: async ({ pages, sides: [side], say }) => {
    const executablePath = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);
    if (executablePath === null)
      return 'there is no Chromium: apt-get install chromium, or set PANTAU_CHROMIUM';
    if (side === undefined) return 'there is no side to measure';
    const served = await openServe(side, await filledArchive(side, pages, say));
    await untilIdle(served.address);
    const browser = await chromium.launch({ executablePath, args: ARGS });
    const viewOf = newViews();
    const candidates = LOOKED_AT.map(([name, path]) => ({
      name,
      comparedWith: name,
      run: () =>
        lookAt(
          browser,
          Array.from({ length: TIMES }, () => new URL(viewOf(path), served.address).href),
        ),
    }));
    return {
      candidates,
      close: async () => {
        await browser.close();
        await served.stop();
      },
    };
  },
};

/** Runs in the page, once it has loaded: the paint may be noted a moment later. */
const SEEN = `new Promise((resolve) => {
  const sizes = () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(({ transferSize, decodedBodySize }) => [transferSize, decodedBodySize]);
  new PerformanceObserver((list) => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    if (first !== undefined) resolve({ paint: first.startTime, sizes: sizes() });
  }).observe({ type: 'paint', buffered: true });
})`;

type Seen = { paint: number; sizes: [number, number][] };

async function lookAt(browser: Browser, addresses: readonly string[]): Promise<Sample> {
  const all: Seen[] = [];
  for (const address of addresses) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const tab = await context.newPage();
    await tab.goto(address, { waitUntil: 'load' });
    all.push(await tab.evaluate<Seen>(SEEN));
    await context.close();
  }
  const sorted = (numbers: number[]): number[] => numbers.sort((a, b) => a - b);
  const paints = sorted(all.map(({ paint: at }) => at));
  const kb = (which: 0 | 1): number =>
    quantile(
      sorted(all.map(({ sizes }) => sizes.reduce((sum, size) => sum + size[which], 0))),
      0.5,
    ) / 1000;
  return {
    paint: quantile(paints, 0.5),
    slowest: paints.at(-1) ?? NaN,
    kb: kb(0),
    unpacked: kb(1),
  };
}
