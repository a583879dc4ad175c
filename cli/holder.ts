// This process → the name under which it holds sources and hosts in the archive, and who of the others has died.
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import type { Holder } from '../crawlers/pace.ts';

/** Machine and, in containers, the list of processes that a number counts in: the same number is another process there. */
const PLACE = `${hostname()} ${processList()}`;

function processList(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '-'; // no Linux, no containers
  }
}

/** How the names of a thread of this process begin, for whoever sees it die. */
export const holdersOf = (thread: number): string => `${PLACE} ${process.pid} ${thread} `;

/** 'host pid:[4026531836] 1234 2 6f9619ff': a process that was killed is known by its number, so nobody waits for it. */
export function processHolder(): Holder {
  const id = `${holdersOf(threadId)}${randomUUID().slice(0, 8)}`;
  return { id, isDead: (holder) => holder !== id && isDead(holder) };
}

/** Only of processes that this one can see; a number that is used again is taken for alive. */
function isDead(holder: string): boolean {
  if (!holder.startsWith(`${PLACE} `)) return false;
  const pid = Number(holder.slice(PLACE.length).trim().split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
