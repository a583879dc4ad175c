// A backlog in the archive → worked off in transactions that stay short, however slow the machine.
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** Taken in one transaction, at first and at most. */
const FEW = 1;
const MOST = 100;
/** Milliseconds that a transaction should take: nobody waits longer for the write lock. */
const AIM_MS = 50;

/** Between two transactions of a backlog. */
export type Between = () => Promise<unknown>;

/** Milliseconds in which somebody else who waits for the write lock gets it: SQLite looks every 25 to 100. */
const ROOM_MS = 10;

/** For a thread beside one that answers people: what these write must not wait until the backlog is done. */
export const leaveRoom: Between = () => pause(ROOM_MS);

/**
 * Calls `step` with how many it may take, one transaction each time, until it takes none or the signal comes. Other work
 * of the thread gets its turn in between. Returns how many were taken.
 */
export async function inShortSteps(
  step: (limit: number) => number,
  signal?: AbortSignal,
  between: Between = () => turn(),
): Promise<number> {
  let limit = FEW;
  for (let all = 0; ;) {
    const started = performance.now();
    const taken = step(limit);
    all += taken;
    if (taken === 0 || signal?.aborted === true) return all;
    const took = performance.now() - started;
    if (took > AIM_MS) limit = Math.max(1, limit >> 1);
    else if (took < AIM_MS / 4) limit = Math.min(MOST, limit * 2);
    await between();
  }
}
