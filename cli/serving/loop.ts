// What 'serve' repeats until it is stopped, each job in a loop of its own; one that fails ends them all.
import { setTimeout as pause } from 'node:timers/promises';
import { ArchiveError } from '../../archive/errors.ts';
import type { Log } from '../../schemas/log.ts';

/**
 * Does `work` again and again, `everyMs` milliseconds after it was done, until the signal. Where another process
 * writes for too long, the next turn does what was left. Whatever else it throws is a bug and ends the process.
 */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  work: () => unknown,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      unlessBusy(error);
    }
    await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** Does `work` once, as soon as no other process writes for too long; null where the signal came first. */
export async function onceFree<T>(signal: AbortSignal, work: () => T): Promise<T | null> {
  while (!signal.aborted) {
    try {
      return work();
    } catch (error) {
      unlessBusy(error);
    }
    await pause(FREE_AGAIN, undefined, { signal }).catch(() => {});
  }
  return null;
}
const FREE_AGAIN = 200;

/** Another process wrote for longer than a writer waits: the next turn does what was left. */
export function unlessBusy(error: unknown): void {
  if (!(error instanceof ArchiveError && error.kind === 'busy')) throw error;
}

export type Job = (signal: AbortSignal) => Promise<void>;

export type Together = {
  /** The names of the jobs that run now; kept up to date. */
  running?: Set<string>;
  /** Called once, when all are asked to end: with the error where one of them has failed. */
  ending?: (error: unknown) => void;
};

/**
 * Starts the jobs with a signal of their own, and ends when all have ended: after `signal`, or after one of them has
 * failed, whose error is thrown. None is left running over an archive that is closed.
 */
export async function together(
  signal: AbortSignal,
  jobs: Record<string, Job>,
  { running = new Set(), ending = () => {} }: Together = {},
): Promise<void> {
  const broken = new AbortController();
  const until = AbortSignal.any([signal, broken.signal]);
  const end = (): void => ending(broken.signal.aborted ? broken.signal.reason : null);
  if (until.aborted) end();
  else until.addEventListener('abort', end, { once: true });
  const all = Object.entries(jobs).map(async ([name, job]) => {
    running.add(name);
    try {
      await job(until);
    } catch (error) {
      broken.abort(error);
      throw error;
    } finally {
      running.delete(name);
    }
  });
  await Promise.allSettled(all);
  await Promise.all(all);
}

/** Milliseconds after which a thread that was asked to end does so, whatever still runs. */
const STOP_WITHIN = 6_000;

/**
 * Ends the thread (the process, where it is the first) some seconds from now if it has not ended by itself, and says
 * what still ran. Nothing is lost by it: what is under way is in the archive as a whole or not at all, and is done
 * again after the next start.
 */
// oxlint-disable-next-line max-params -- what runs, who is told, how it ends, and when
export function endSoon(
  running: ReadonlySet<string>,
  log: Log,
  exit: 0 | 1,
  afterMs = STOP_WITHIN,
): void {
  const end = (): void => {
    log('warn', 'serve.cut', { running: [...running], afterMs });
    process.exit(exit);
  };
  // a thread with nothing left to do does not wait for it
  setTimeout(end, afterMs).unref();
}
