// A thread that does the jobs of 'serve' → kept running until the signal: one that dies is logged and started again.
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Log } from '../../schemas/log.ts';
import { Failure } from '../failure.ts';

export type ToThread = 'stop';
/** What a person must mend before it makes sense to go on. */
export type FromThread = { kind: 'refused'; text: string; exit: 1 | 2 };

/** Milliseconds before a thread that died is started again: at first, doubled each time, at most. */
const AGAIN = { first: 1_000, most: 60_000 };
/** One that ran so long died of something new. */
const RAN_WELL = 600_000;

export type Supervised = {
  start: () => Worker;
  /** A thread of this number has died: what it held is given to others. What it throws ends the process. */
  died: (thread: number) => Promise<unknown>;
  log: Log;
  /** Milliseconds, from any beginning. */
  now: () => number;
  again?: typeof AGAIN;
};

/** Ends when the thread has ended after the signal. Throws Failure where the thread says what a person must mend. */
export async function supervise(
  { start, died, log, now, again = AGAIN }: Supervised,
  signal: AbortSignal,
): Promise<void> {
  for (let wait = again.first; !signal.aborted;) {
    const started = now();
    const thread = start();
    const { threadId } = thread; // it has none any more once it has ended
    const { refused, error } = await untilItEnds(thread, signal);
    if (refused !== null) throw new Failure(refused.text, refused.exit);
    if (signal.aborted) return;
    if (now() - started >= RAN_WELL) wait = again.first;
    log('error', 'serve.restart', { error, afterMs: wait });
    await died(threadId);
    await pause(wait, undefined, { signal }).catch(() => {});
    wait = Math.min(wait * 2, again.most);
  }
}

type Ended = { refused: FromThread | null; error: string | null };

async function untilItEnds(thread: Worker, signal: AbortSignal): Promise<Ended> {
  const ended: Ended = { refused: null, error: null };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const stop = (): void => thread.postMessage('stop' satisfies ToThread);
  thread.on('message', (message: FromThread) => {
    ended.refused = message;
  });
  // a bug, or no memory left; 'exit' follows
  thread.on('error', (error) => {
    ended.error = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  // not events.once, which ends at 'error' and then misses an 'exit' that follows at once
  const code = await new Promise<number>((resolve) => {
    thread.once('exit', resolve);
  });
  signal.removeEventListener('abort', stop);
  ended.error ??= `it ended with code ${code}`;
  return ended;
}
