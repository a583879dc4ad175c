// A part that a test file needs and this machine lacks → a line at the end of the run, or a failure.
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

/**
 * Says that the tests of a file (its import.meta.url) are left out because `part` is missing; `reason` tells what to install. The run prints
 * it last. Throws instead where PANTAU_REQUIRE_ALL=1, as in CI.
 */
export async function reportNotRun(testFile: string, part: string, reason: string): Promise<void> {
  const file = relative(join(import.meta.dirname, '..', '..'), fileURLToPath(testFile));
  if (process.env['PANTAU_REQUIRE_ALL'] === '1')
    throw new Error(`${file} needs ${part}: ${reason} (PANTAU_REQUIRE_ALL=1)`);
  const body = JSON.stringify({ file, part, reason });
  await fetch(`${inject('testServices')}/not-run`, { method: 'POST', body });
}
