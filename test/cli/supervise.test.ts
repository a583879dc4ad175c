// The thread of the jobs of `serve`: one that dies is started again, one that a person must mend ends the process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { holdersOf, processHolder } from '../../cli/holder.ts';
import { claimFor } from '../../crawlers/pace.ts';
import { judgeTurn } from '../../crawlers/schedule.ts';
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
      died: () => Promise.resolve(),
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
  const died = (): Promise<void> => Promise.resolve();
  const parts = { start, died, log, now: () => 0, again: { first: 1, most: 1 } };
  const end = supervise(parts, stop.signal);
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

test('what a thread held is free, and its source to be read again, as soon as it is dead', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-supervise-'));
  const path = join(folder, 'pantau.sqlite');
  const archive = openArchive(path);
  onTestFinished(() => {
    archive.close();
    rmSync(folder, { recursive: true });
  });
  const stop = new AbortController();
  // what another process sees, which takes the thread's process for alive
  const claim = () => claimFor({ id: 'other' }, Date.now(), 60_000);
  const own = claimFor(processHolder(), Date.now(), 60_000);
  archive.claimSource('of-this-thread', 'round', own);
  const before: boolean[] = [];
  const died = (thread: number): Promise<void> => {
    before.push(archive.claimSource('natmed', 'round', claim()));
    archive.leaveDead(holdersOf(thread), new Date().toISOString());
    stop.abort();
    return Promise.resolve();
  };
  const start = (): Worker =>
    new Worker(new URL('dying-thread.ts', import.meta.url), { workerData: path });
  await supervise({ start, died, log: () => {}, now: () => 0 }, stop.signal);
  expect(before).toEqual([false]);
  const turn = archive.scheduleOf('natmed');
  expect(judgeTurn(turn, { now: Date.now(), running: false })).toMatchObject({ do: 'round' });
  expect(archive.claimHost('natmed.test', 0, claim(), claim().at)).toBe(0);
  expect(archive.claimSource('natmed', 'round', claim())).toBe(true);
  // nobody else's
  expect(archive.claimSource('of-this-thread', 'round', claim())).toBe(false);
});
