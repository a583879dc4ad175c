// A process id → its resident memory now. Linux only: it is read from /proc.
import { readFileSync } from 'node:fs';

/** Megabytes; null where the process has ended. */
export function residentMb(pid: number): number | null {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : (Number(found[1]) * 1024) / 1e6;
  } catch {
    return null; // it has just ended
  }
}
