// A page in a real Chromium → what is wrong with it: wider than the window, shifting, said on the console, found by axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** Gathers what the tab says from now on: errors on the console, and dialogs, which only injected scripts open. */
export async function listen(tab: Page): Promise<string[]> {
  const faults: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404'))
      faults.push(`${tab.url()}: ${message.text()}`);
  });
  tab.on('dialog', (dialog) => faults.push(`${tab.url()}: ${dialog.message()}`));
  await tab.addInitScript(watchShifts);
  return faults;
}

/** Runs in the page: adds up the shifts of its layout that nobody caused by a click. */
function watchShifts(): void {
  const seen = globalThis as unknown as { shift: number }; // a name of our own in the page
  seen.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if ('value' in entry && typeof entry.value === 'number') seen.shift += entry.value;
    // The types know no layout-shift, browsers do.
  }).observe({ type: 'layout-shift' as 'measure', buffered: true });
}

/** Of the page that is open in a tab that was listened to; `axe` takes most of a second. */
export async function faultsOf(tab: Page, width: number, axe = true): Promise<string[]> {
  const faults: string[] = [];
  const wide = await tab.locator('body').evaluate((body) => body.scrollWidth);
  if (wide > width) faults.push(`${wide} px wide`);
  const shift = Number(await tab.evaluate('shift'));
  if (shift > 0.01) faults.push(`its layout shifts by ${shift}`);
  if (!axe) return faults;
  // The page's own policy lets no script in from elsewhere; a test's are evaluated past it.
  await tab.evaluate(AXE);
  const found = (await tab.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' | ')))`,
  )) as string[]; // what the expression gives
  return [...faults, ...found];
}
