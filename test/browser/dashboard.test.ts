// The dashboard in a real Chromium: nothing on the console, nothing wider than the window, the same without JavaScript.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workplace, openWorkplace } from '../../cli/deps.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { type Website, openWebsite } from '../../cli/web.ts';
import { AT, by, candidate, content, extracted, page, site } from '../archive/make.ts';
import { chromiumFor } from './chromium.ts';

const executablePath = await chromiumFor(import.meta.url);

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const LONG = 'PenanggulanganBencanaDanPemberdayaanMasyarakat'.repeat(3);

describe.skipIf(executablePath === null)('the dashboard in a browser', () => {
  let folder = '';
  let workplace: Workplace;
  let website: Website;
  let browser: Browser;
  let article = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pantau-browser-'));
    workplace = openWorkplace(folder, { ...process.env, PANTAU_LOG_LEVEL: 'silent' });
    workplace.archive.saveSites([site()], AT);
    for (let n = 0; n < 30; n++) {
      workplace.archive.addCandidates('natmed', [candidate(n)], AT);
      const stored = workplace.archive.savePage(page(n));
      const day = `2024-${String((n % 12) + 1).padStart(2, '0')}-05`;
      const title = n === 0 ? `${LONG} ${LONG}` : `Bawaslu Bontang imbau ASN netral ${n}`;
      const kept = content(n, [stored], { localDay: day, extracted: extracted({ title }) });
      article = workplace.archive.saveArticle(by(n, stored), kept, AT).id;
    }
    website = await openWebsite(workplace, loadKnowledge(KNOWLEDGE_DIR), 0);
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ARGS });
  });
  afterAll(async () => {
    await browser.close();
    await website.close();
    workplace.archive.close();
    rmSync(folder, { recursive: true });
  });

  const paths = (): string[] => [
    '',
    'artikel?q=netral&wilayah=64',
    `artikel/${article}`,
    'sumber',
    'tidak-ada',
  ];

  test.for([
    { width: 390, colorScheme: 'light', javaScriptEnabled: true },
    { width: 1280, colorScheme: 'dark', javaScriptEnabled: true },
    { width: 768, colorScheme: 'light', javaScriptEnabled: false },
  ] as const)(
    'at $width px, $colorScheme, JavaScript $javaScriptEnabled',
    async ({ width, ...options }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
      const tab = await context.newPage();
      const faults: string[] = [];
      tab.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404'))
          faults.push(message.text());
      });
      tab.on('pageerror', (error) => faults.push(error.message));
      for (const path of paths()) {
        await tab.goto(website.address + path);
        const box = await tab.locator('html').boundingBox();
        const wide = await tab.locator('body').evaluate((body) => body.scrollWidth);
        expect([path, wide]).toEqual([path, box?.width]);
      }
      await tab.goto(website.address);
      const chart = tab.locator('.chart img').first();
      // A phone is sent a chart of its own.
      expect(await chart.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(
        width === 390 ? 400 : 960,
      );
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('an analyst gets from the start page to the articles of a region by its name', async () => {
    const tab = await browser.newPage();
    await tab.goto(website.address);
    await tab.getByRole('link', { name: 'Kota Bontang' }).first().click();
    expect(tab.url()).toContain('wilayah=64.74');
    await tab
      .getByRole('link', { name: /imbau ASN netral/ })
      .first()
      .click();
    expect(await tab.locator('article mark').first().textContent()).toBe('imbau');
    await tab.close();
  });
});
