// A running Chromium → the memory that all its processes hold.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const PAGE = 4096;

/**
 * Resident bytes of its processes, shared pages counted in each: an upper bound. Null where the system does not tell
 * (only Linux has /proc) or the Chromium is gone.
 */
export async function residentBytes(chromium: Browser): Promise<number | null> {
  try {
    const session = await chromium.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.reduce((sum, { id }) => sum + residentOf(id), 0);
  } catch {
    return null;
  }
}

/** Second field of /proc/PID/statm: pages in memory. */
function residentOf(pid: number): number {
  const [, resident] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return Number(resident) * PAGE;
}
