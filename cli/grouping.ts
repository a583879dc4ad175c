// The archive's changes → which articles carry the same text and tell the same story, in the archive.
import { setImmediate as turn } from 'node:timers/promises';
import { followChanges } from '../pipeline/group/follow.ts';
import type { Workplace } from './deps.ts';

/** Changes taken in one transaction, at first and at most. */
const FEW = 5;
const MOST = 100;
/** Milliseconds that a transaction should take: nobody waits longer for the write lock. */
const AIM_MS = 200;

/** Groups what is not grouped yet; returns how many changes it took. Other work of the process gets its turn between batches. */
export async function groupPending(
  { archive }: Pick<Workplace, 'archive'>,
  signal?: AbortSignal,
): Promise<number> {
  const follower = followChanges(archive, archive.groups);
  let batch = FEW;
  for (let all = 0; ;) {
    const started = performance.now();
    const taken = follower.follow(batch);
    all += taken;
    if (taken === 0 || signal?.aborted === true) return all;
    const took = performance.now() - started;
    if (took > AIM_MS) batch = Math.max(1, batch >> 1);
    else if (took < AIM_MS / 4) batch = Math.min(MOST, batch * 2);
    await turn();
  }
}
