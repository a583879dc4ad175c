// The jobs of `serve`: one that fails ends them all, and its error is what the process ends with.
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { archiveError } from '../../archive/errors.ts';
import { onceFree, repeat, together } from '../../cli/serving/loop.ts';

const untilAborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

test('a job that fails ends the others before the error is thrown', async () => {
  const ended: string[] = [];
  const jobs = {
    other: async (signal: AbortSignal): Promise<void> => {
      await untilAborted(signal);
      ended.push('other');
    },
    broken: (): Promise<void> => Promise.reject(new Error('a bug')),
  };
  const told: unknown[] = [];
  const running = together(new AbortController().signal, jobs, {
    ending: (error) => told.push(error),
  });
  await expect(running).rejects.toThrow('a bug');
  expect(ended).toEqual(['other']);
  expect(told).toEqual([new Error('a bug')]);
});

test('the signal ends all of them', async () => {
  const stop = new AbortController();
  const running = new Set<string>();
  const told: unknown[] = [];
  const jobs = { one: untilAborted, other: untilAborted };
  const end = together(stop.signal, jobs, { running, ending: (error) => told.push(error) });
  expect([...running]).toEqual(['one', 'other']);
  stop.abort();
  await expect(end).resolves.toBeUndefined();
  expect([...running]).toEqual([]);
  expect(told).toEqual([null]);
});

const busy = (): never => {
  throw archiveError('busy', 'x.sqlite', 'database is locked');
};

test.for([
  ['at once', busy],
  ['later', () => Promise.resolve().then(busy)],
] as const)(
  'another process that writes for too long costs a turn, thrown %s',
  async ([, work]) => {
    const stop = new AbortController();
    let turns = 0;
    await repeat(1, stop.signal, () => {
      turns += 1;
      if (turns === 3) stop.abort();
      return work();
    });
    expect(turns).toBe(3);
  },
);

test('a start waits for the archive to be free', async () => {
  const { signal } = new AbortController();
  let tries = 0;
  const work = (): string => {
    tries += 1;
    return tries < 3 ? busy() : 'done';
  };
  await expect(onceFree(signal, work)).resolves.toBe('done');
  const bug = (): never => {
    throw new Error('a bug');
  };
  await expect(onceFree(signal, bug)).rejects.toThrow('a bug');
  await expect(onceFree(AbortSignal.abort(), work)).resolves.toBeNull();
});
