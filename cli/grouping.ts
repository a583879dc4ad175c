// The archive's changes → which articles carry the same text and tell the same story, in the archive.
import { followChanges } from '../pipeline/group/follow.ts';
import type { Workplace } from './deps.ts';
import { type Between, inShortSteps } from './steps.ts';

/** Groups what is not grouped yet; returns how many changes it took. Other work of the process gets its turn between batches. */
export function groupPending(
  { archive }: Pick<Workplace, 'archive'>,
  signal?: AbortSignal,
  between?: Between,
): Promise<number> {
  const follower = followChanges(archive, archive.groups);
  return inShortSteps((limit) => follower.follow(limit), signal, between);
}
