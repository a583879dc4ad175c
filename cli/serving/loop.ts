// What 'serve' repeats until it is stopped, each job in a loop of its own.
import { setTimeout as pause } from 'node:timers/promises';

/** Does `work` again and again, `everyMs` milliseconds after it was done, until the signal. What it throws is a bug and ends the process. */
export async function repeat(
  everyMs: number,
  signal: AbortSignal,
  work: () => Promise<unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(everyMs, undefined, { signal }).catch(() => {});
  }
}
