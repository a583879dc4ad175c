// A test file in; the Chromium that it drives out, or a line at the end of the run that it was left out.
import { findChromium } from '../../crawlers/chromium.ts';
import { reportNotRun } from '../elasticsearch/not-run.ts';

/** `testFile`: its import.meta.url. Null where there is none; throws instead where PANTAU_REQUIRE_ALL=1, as in CI. */
export async function chromiumFor(testFile: string): Promise<string | null> {
  const found = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);
  if (found === null)
    await reportNotRun(testFile, 'Chromium', 'apt-get install chromium, or set PANTAU_CHROMIUM');
  return found;
}
