// The archive's changes → which articles carry the same text and tell the same story, in the archive.
import { setImmediate as turn } from 'node:timers/promises';
import { followChanges } from '../pipeline/group/follow.ts';
import type { Workplace } from './deps.ts';

/** Changes taken in one transaction: short enough that nobody waits for the write lock. */
const BATCH = 100;

/** Groups what is not grouped yet; returns how many changes it took. Other work of the process gets its turn between batches. */
export async function groupPending(
  { archive }: Pick<Workplace, 'archive'>,
  signal?: AbortSignal,
): Promise<number> {
  const follower = followChanges(archive, archive.groups);
  for (let all = 0; ;) {
    const taken = follower.follow(BATCH);
    all += taken;
    if (taken === 0 || signal?.aborted === true) return all;
    await turn();
  }
}
