// The jobs of `serve`: one that fails ends them all, and its error is what the process ends with.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { archiveError } from '../../archive/errors.ts';
import { repeat, together } from '../../cli/serving/loop.ts';

const untilAborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

test('a job that fails ends the others before the error is thrown', async () => {
  const ended: string[] = [];
  const jobs = [
    async (signal: AbortSignal): Promise<void> => {
      await untilAborted(signal);
      ended.push('other');
    },
    (): Promise<void> => Promise.reject(new Error('a bug')),
  ];
  await expect(together(new AbortController().signal, jobs)).rejects.toThrow('a bug');
  expect(ended).toEqual(['other']);
});

test('the signal ends all of them', async () => {
  const stop = new AbortController();
  const running = together(stop.signal, [untilAborted, untilAborted]);
  stop.abort();
  await expect(running).resolves.toBeUndefined();
});

test('another process that writes for too long costs a turn, not the process', async () => {
  const stop = new AbortController();
  let turns = 0;
  await repeat(1, stop.signal, () => {
    turns += 1;
    if (turns === 3) stop.abort();
    return Promise.reject(archiveError('busy', 'x.sqlite', 'database is locked'));
  });
  expect(turns).toBe(3);
});
