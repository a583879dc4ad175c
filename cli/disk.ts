// What the archive takes and what the disk has → how long that lasts, and what is dropped to make it last.
import { existsSync, statfsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Workplace } from './deps.ts';

export type DiskForecast = {
  /** Bytes in use, and bytes that may be: the budget, or all that the disk still has. */
  used: number;
  limit: number;
  /** The limit is the operator's, not the disk's. */
  budget: boolean;
  /** Bytes that a day adds; null before two days are known. */
  aDay: number | null;
  /** Days until it is full, and from when raw pages are dropped; null where it does not grow, or nobody knows. */
  daysLeft: number | null;
};

const GIGABYTE = 1_000_000_000;
/** Shares of the budget: dropping begins at the first and ends at the second. */
const BEGIN = 0.8;
const END = 0.75;
const BATCH = 200;
const DAY = 86_400_000;

export function forecast({ archive, config, data }: Workplace): DiskForecast {
  const { used, aDay } = archive.disk.use();
  const free = used + freeBytes(data);
  const wanted = config.diskBudget === null ? Infinity : config.diskBudget * GIGABYTE;
  const limit = Math.min(wanted, free);
  const daysLeft =
    aDay === null || aDay <= 0 ? null : Math.max(0, Math.floor((limit - used) / aDay));
  return { used, limit, budget: wanted <= free, aDay, daysLeft };
}

/** All there is, where the archive lies in memory and the folder does not exist. */
function freeBytes(folder: string): number {
  if (!existsSync(folder)) return Infinity;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** One line for a person. */
export function sayForecast(
  { used, limit, budget, aDay, daysLeft }: DiskForecast,
  now: number,
): string {
  const of = `${(used / GIGABYTE).toFixed(2)} of ${(limit / GIGABYTE).toFixed(1)} GB that ${budget ? 'the budget allows' : 'the disk has'}`;
  if (aDay === null) return `${of}; growth is known after two days of 'serve'`;
  const pace = `${(aDay / 1_000_000).toFixed(1)} MB a day`;
  if (daysLeft === null) return `${of}; it does not grow`;
  if (daysLeft > 3650) return `${of}; ${pace}, room for over ten years`;
  const day = new Date(now + daysLeft * DAY).toISOString().slice(0, 10);
  return `${of}; ${pace}, full in ${daysLeft} days (${day})`;
}

/** Notes today's use, and drops raw pages where the budget is four fifths used. Other work goes on between batches. */
export async function keepWithinBudget(
  { archive, config, log }: Workplace,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  archive.disk.noteUse(new Date(now).toISOString().slice(0, 10));
  if (config.diskBudget === null) return;
  const budget = config.diskBudget * GIGABYTE;
  if (archive.disk.use().used < BEGIN * budget) return;
  const total = { pages: 0, bytes: 0 };
  while (!signal.aborted && archive.disk.use().used > END * budget) {
    const { pages, bytes } = archive.disk.dropBodies(BATCH);
    if (pages === 0) break;
    total.pages += pages;
    total.bytes += bytes;
    await nextTurn();
  }
  if (total.pages > 0) log('info', 'disk.dropped', total);
  const { used } = archive.disk.use();
  if (used > BEGIN * budget && !signal.aborted)
    log('warn', 'disk.full', {
      used,
      budget,
      next: 'raise diskBudget: nothing is left that may be dropped',
    });
}
