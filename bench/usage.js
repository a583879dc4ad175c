// Loaded into a child before its program (--import): at its end it writes what the whole process used.
// Not TypeScript, so that Node does not load its stripper for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['BENCH_USAGE'];

/** The kernel's own mark; maxRSS of a child would begin with what its parent had when it forked. */
function peakBytes() {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found !== null) return Number(found[1]) * 1024;
  } catch {
    // no /proc on this system
  }
  return process.resourceUsage().maxRSS * 1024;
}

if (file !== undefined && isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage(); // all its threads
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
    writeFileSync(file, JSON.stringify({ cpuSeconds, peakBytes: peakBytes() }));
  });
}
