// A data folder → `pantau serve` over it, without crawling, on a free port; and how long it took to answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { OPTIONS, mainOf } from './child.ts';
import type { Side } from './measure.ts';

export type Serving = {
  address: string;
  /** From the call to the first answer, milliseconds. */
  answeredMs: number;
  stop: () => Promise<void>;
};

const LONGEST_MS = 60_000;

export async function openServe({ root }: Side, data: string): Promise<Serving> {
  const started = performance.now();
  const main = mainOf(root);
  const args = [...OPTIONS, main, 'serve', '--no-crawl', '--port', '0', '--data', data];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PANTAU_LOG_LEVEL: 'info', ELASTICSEARCH_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(10_000, undefined, { ref: false }).then(kill)]);
    process.off('exit', kill);
  };
  const address = await Promise.race([
    addressOf(child.stderr),
    pause(LONGEST_MS, null, { ref: false }),
  ]);
  if (address === null) {
    await stop();
    throw new Error('serve did not say its address');
  }
  await (await fetch(new URL('/healthz', address))).text();
  return { address, answeredMs: performance.now() - started, stop };
}

/** The address in the log event serve.ready; null where the log ends without one. */
async function addressOf(log: NodeJS.ReadableStream): Promise<string | null> {
  let found: string | null = null;
  const lines = createInterface({ input: log });
  for await (const line of lines) {
    found = /"address":"([^"]+)"/.exec(line)?.[1] ?? null;
    if (found !== null) break;
  }
  log.resume();
  return found;
}

/** Seconds without work after which nothing is left in the background, and the longest wait for it. */
const QUIET_FOR = 5;
const LONGEST_QUIET = 15 * 60;
/** Seconds of CPU in a second that are no work: timers, and the question itself. */
const IDLE = 0.2;

/** Waits until the process has no work of its own left, such as grouping what was filled in. */
export async function untilIdle(address: string): Promise<void> {
  let [quiet, before] = [0, await cpuSeconds(address)];
  for (let waited = 0; quiet < QUIET_FOR && waited < LONGEST_QUIET; waited += 1) {
    await pause(1000);
    const now = await cpuSeconds(address);
    quiet = now - before < IDLE ? quiet + 1 : 0;
    before = now;
  }
}

/** User and system, of all threads, since the process began. */
export async function cpuSeconds(address: string): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', address))).text();
  const [, seconds] = /^pantau_process_cpu_seconds_total ([\d.e+-]+)/m.exec(metrics) ?? [];
  return Number(seconds);
}
