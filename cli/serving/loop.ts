// What 'serve' repeats until it is stopped, each job in a loop of its own; one that fails ends them all.
import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveError } from '../../archive/errors.ts';

/**
 * Does `work` again and again, `everyMs` milliseconds after it was done, until the signal. Where another process
 * writes for too long, the next turn does what was left. Whatever else it throws is a bug and ends the process.
 */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(unlessBusy);
    await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** Another process wrote for longer than a writer waits: the next turn does what was left. */
export function unlessBusy(error: unknown): void {
  if (!(error instanceof ArchiveError && error.kind === 'busy')) throw error;
}

/**
 * Starts the jobs with a signal of their own, and ends when all have ended: after `signal`, or after one of them has
 * failed, whose error is thrown. None is left running over an archive that is closed.
 */
export async function together(
  signal: AbortSignal,
  jobs: ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const broken = new AbortController();
  const ending = AbortSignal.any([signal, broken.signal]);
  const running = jobs.map((job) =>
    job(ending).catch((error: unknown) => {
      broken.abort();
      throw error;
    }),
  );
  await Promise.allSettled(running);
  await Promise.all(running);
}
