// The report as HTML in; the same as PDF, printed by a Chromium without scripts and without a network, out.
import { userInfo } from 'node:os';
import type { Browser } from 'playwright-core';

/** A dead proxy: the page loads nothing, and could not. */
const FLAGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-dev-shm-usage',
  '--proxy-server=http://127.0.0.1:1',
];

/** Prints with the Chromium at this path. @throws Error where it does not start or fails */
export function printer(executablePath: string): (html: string) => Promise<Uint8Array> {
  return async (html) => {
    const { chromium } = await import('playwright-core');
    const launch = (chromiumSandbox: boolean): Promise<Browser> =>
      chromium.launch({ executablePath, args: FLAGS, chromiumSandbox });
    // a container may forbid the sandbox to others than root too
    const browser = await (userInfo().uid === 0
      ? launch(false)
      : launch(true).catch(() => launch(false)));
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' });
      const page = await context.newPage();
      await page.setContent(html, { waitUntil: 'load' });
      return await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate:
          '<div style="font:7px sans-serif;width:100%;padding:0 13mm;text-align:right;color:#333">halaman <span class="pageNumber"></span> dari <span class="totalPages"></span></div>',
        tagged: true,
      });
    } finally {
      await browser.close();
    }
  };
}
