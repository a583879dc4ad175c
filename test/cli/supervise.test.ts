// The thread of the jobs of `serve`: one that dies is started again, one that a person must mend ends the process.
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { supervise } from '../../cli/serving/supervise.ts';

/** Threads with these texts one after the other, the last again and again; what was logged, and how many started. */
function rig(texts: string[]) {
  const logged: Record<string, unknown>[] = [];
  const stop = new AbortController();
  let started = 0;
  const start = (): Worker => {
    const text = texts[Math.min(started, texts.length - 1)] ?? '';
    started += 1;
    return new Worker(text, { eval: true });
  };
  const end = supervise(
    {
      start,
      log: (_level, event, facts) => logged.push({ event, ...facts }),
      now: () => 0,
      again: { first: 1, most: 4 },
    },
    stop.signal,
  );
  return { end, stop, logged, started: () => started };
}

const UNTIL_STOPPED = `const { parentPort } = require('node:worker_threads');
  parentPort.on('message', () => process.exit(0));`;
const DIES = `throw new Error('a bug')`;
const EXITS = `process.exit(1)`;
const RUNS_OUT = `const all = []; for (;;) all.push(new Array(1000).fill(Math.random()));`;

test('the signal ends the thread, and that is no death', async () => {
  const { end, stop, logged } = rig([UNTIL_STOPPED]);
  stop.abort();
  await end;
  expect(logged).toEqual([]);
});

test('one that dies is started again after a pause that grows', async () => {
  const { end, stop, logged, started } = rig([DIES, EXITS, DIES, DIES, UNTIL_STOPPED]);
  await expect.poll(started, { timeout: 60_000 }).toBe(5);
  stop.abort();
  await end;
  expect(logged.map(({ event, afterMs }) => [event, afterMs])).toEqual(
    [1, 2, 4, 4].map((ms) => ['serve.restart', ms]),
  );
  expect(logged[0]?.['error']).toContain('a bug');
  expect(logged[1]?.['error']).toBe('it ended with code 1');
});

test('one that runs out of memory takes nobody with it', async () => {
  const logged: unknown[] = [];
  const stop = new AbortController();
  let started = 0;
  const start = (): Worker => {
    started += 1;
    return started === 1
      ? new Worker(RUNS_OUT, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } })
      : new Worker(UNTIL_STOPPED, { eval: true });
  };
  const log = (_level: unknown, _event: unknown, facts: Record<string, unknown>): void => {
    logged.push(facts['error']);
  };
  const end = supervise({ start, log, now: () => 0, again: { first: 1, most: 1 } }, stop.signal);
  await expect.poll(() => started, { timeout: 60_000 }).toBe(2);
  stop.abort();
  await end;
  expect(String(logged[0])).toContain('memory');
});

test('what a person must mend ends it', async () => {
  const text = `require('node:worker_threads').parentPort
    .postMessage({ kind: 'refused', text: 'The disk is full.', exit: 1 });`;
  const { end, logged } = rig([text]);
  await expect(end).rejects.toThrow('The disk is full.');
  expect(logged).toEqual([]);
});
