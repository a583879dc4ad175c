// Politeness as the server sees it: never two requests at once to a host, never sooner than its delay.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { memoryLedger, type MemoryLedger } from '../contracts/memory-ledger.ts';
import type { PoliteServer, Visit } from './polite-server.ts';
import { siteAt } from './rig.ts';
import { crawlRig } from './stage.ts';

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

async function startPolite(parts: PoliteServer) {
  const worker = new Worker(new URL('polite-server.ts', import.meta.url), { workerData: parts });
  workers.push(worker);
  const [origins] = (await once(worker, 'message')) as [string[]];
  return {
    origins,
    visits: async (): Promise<Visit[]> => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage('visits');
      const [visits] = (await once(worker, 'message')) as [Visit[]];
      return visits;
    },
  };
}

/** A busy machine blurs when the server sees a request; over all of them it evens out. */
const BLUR_MS = 60;

/** No host saw two requests at once, nor more of them in its time than the delay allows. */
function expectPolite(visits: Visit[], delayMs: number): void {
  expect(Math.max(...visits.map(({ open }) => open))).toBe(1);
  for (const own of Map.groupBy(visits, ({ host }) => host).values()) {
    const span = (own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0);
    expect(span).toBeGreaterThan((own.length - 1) * delayMs - BLUR_MS);
  }
}

/** A ledger that also keeps when each request was sent: exact, where the server's view is blurred. */
function stampedLedger(): { ledger: MemoryLedger; shortestGap: () => number } {
  const ledger = memoryLedger();
  const stamps: { host: string; at: number }[] = [];
  const claimHost: MemoryLedger['claimHost'] = (host, delayMs, claim, sendsAt) => {
    const wait = ledger.claimHost(host, delayMs, claim, sendsAt);
    if (wait <= 0) stamps.push({ host, at: Date.parse(sendsAt) });
    return wait;
  };
  // later than was said when the host was taken
  const saveLastRequest = (host: string, at: string): void => {
    const last = stamps.findLast((stamp) => stamp.host === host);
    if (last !== undefined) last.at = Date.parse(at);
    ledger.saveLastRequest(host, at);
  };
  const shortestGap = (): number =>
    Math.min(
      ...[...Map.groupBy(stamps, ({ host }) => host).values()].flatMap((own) =>
        own.slice(1).map(({ at }, index) => at - (own[index]?.at ?? 0)),
      ),
    );
  return { ledger: { ...ledger, claimHost, saveLastRequest }, shortestGap };
}

test('each host at its pace, discovery, redirects and pages together, hosts side by side', async () => {
  const hosts = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];
  const { origins, visits } = await startPolite({ hosts, pages: 6, answerMs: 20 });
  const { ledger, shortestGap } = stampedLedger();
  const { round } = crawlRig({ limits: {} }, ledger);
  const started = performance.now();
  const report = await round(
    origins.map((origin, at) => siteAt(origin, { id: `s${at}`, delay: 0.12 })),
  );
  const took = performance.now() - started;
  expect(report.sites.map(({ fetched }) => fetched)).toEqual([6, 6, 6, 6]);
  const seen = await visits();
  expect(seen.length).toBe(4 * 9);
  expectPolite(seen, 120);
  expect(shortestGap()).toBeGreaterThanOrEqual(120);
  // side by side: not the four times eight delays that one after the other would take
  expect(took).toBeLessThan(4 * 8 * 120);
});

test('across a restart, and with two rounds of one process on the same host', async () => {
  const { origins, visits } = await startPolite({ hosts: ['127.0.0.2'], pages: 4, answerMs: 5 });
  const site = siteAt(origins[0] ?? '', { delay: 0.15 });
  const { ledger, shortestGap } = stampedLedger();
  const controller = new AbortController();
  const first = crawlRig({ limits: {} }, ledger);
  const cutShort = first.round([site], { signal: controller.signal });
  await expect.poll(() => ledger.pages.length, { interval: 5, timeout: 20_000 }).toBe(1);
  controller.abort();
  await cutShort;
  const second = crawlRig({ limits: {} }, ledger);
  const twin = siteAt(origins[0] ?? '', { id: 'twin', delay: 0.15 });
  const reports = await Promise.all([second.round([site]), second.round([twin])]);
  expect(reports.map(({ sites }) => sites[0]?.left)).toEqual([null, null]);
  expect(ledger.pages.length).toBe(4);
  expectPolite(await visits(), 150);
  expect(shortestGap()).toBeGreaterThanOrEqual(150);
});
