// Every page of the dashboard in a real Chromium, over an empty archive, one article and many: nothing on the console,
// nothing wider than the window, no shift of the layout, no serious fault that axe finds; and the way of an analyst.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workplace, openWorkplace } from '../../cli/deps.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { type Website, openWebsite } from '../../cli/web.ts';
import { AT, by, candidate, content, extracted, page, site, tags } from '../archive/make.ts';
import { chromiumFor } from './chromium.ts';
import { goAnAnalystsWay } from './analyst.ts';
import { CHROMIUM_ARGS, faultsOf, listen } from './faults.ts';

const executablePath = await chromiumFor(import.meta.url);

/** A dozen pages, each read by axe: long on a busy machine. */
const LONG = 180_000;
const EVIL = '"><img src=x onerror=alert(1)><script>alert(1)</script>';

const PATHS = [
  '',
  '?nilai=bagian&skala=minggu',
  'peta',
  'bandingkan',
  'bandingkan?menurut=pemilihan',
  'jenis',
  'artikel?q=netral',
  'artikel?pelanggaran=media_sosial&wilayah=64',
  'sumber',
  'sumber/natmed',
  'metode',
  `?q=${encodeURIComponent(EVIL)}&bahasa=en`,
];

/** Articles of two sources, in the campaign and before it, with acts, some copied, some advertorials. */
function fill(workplace: Workplace, count: number): string {
  const { archive } = workplace;
  archive.saveSites([site(), site({ id: 'lain', name: `Lain ${EVIL}`, region: '64' })], AT);
  let last = '';
  for (let n = 0; n < count; n += 1) {
    const from = n % 3 === 0 ? 'lain' : 'natmed';
    archive.addCandidates(from, [candidate(n)], AT);
    const stored = archive.savePage(page(n, { site: from }));
    const isCampaign = n % 2 === 0;
    const day = `2024-${isCampaign ? '10' : '06'}-${String((n % 27) + 1).padStart(2, '0')}`;
    const kept = content(n, [stored], {
      localDay: n % 11 === 10 ? null : day,
      extracted: extracted({ title: n === 1 ? EVIL : `Bawaslu imbau ASN netral ${n}` }),
      tags: tags({
        coverage: n % 4 === 0 ? 'dugaan' : 'imbauan',
        violations: n % 4 === 0 ? ['media_sosial'] : [],
        stage: isCampaign ? 'kampanye' : null,
        advertorial: n % 13 === 12,
        speakers: [{ name: 'Budi', role: 'Ketua Bawaslu Kota Bontang' }],
      }),
    });
    last = archive.saveArticle(by(n, stored), kept, AT).id;
  }
  return last;
}

describe.skipIf(executablePath === null)('every page in a browser', { timeout: LONG }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser.close();
  });

  describe.for([0, 1, 40])('with %i articles', (count) => {
    let folder = '';
    let workplace: Workplace;
    let website: Website;
    let article = '';
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'pantau-pages-'));
      workplace = openWorkplace(folder, { ...process.env, PANTAU_LOG_LEVEL: 'silent' });
      if (count > 0) article = fill(workplace, count);
      website = await openWebsite(workplace, loadKnowledge(KNOWLEDGE_DIR), 0);
    });
    afterAll(async () => {
      await website.close();
      workplace.archive.close();
      rmSync(folder, { recursive: true });
    });

    test.for([
      { width: 390, colorScheme: 'light' },
      { width: 1440, colorScheme: 'dark' },
    ] as const)('at $width px, $colorScheme', async ({ width, colorScheme }) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const tab = await context.newPage();
      const faults = await listen(tab);
      for (const path of [...PATHS, ...(article === '' ? [] : [`artikel/${article}`])]) {
        await tab.goto(website.address + path);
        faults.push(...(await faultsOf(tab, width)).map((fault) => `/${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
      await context.close();
    });
  });

  test('alleged violations in Kalimantan Timur in the campaign of Pilkada 2024, in four clicks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pantau-pages-'));
    const workplace = openWorkplace(folder, { ...process.env, PANTAU_LOG_LEVEL: 'silent' });
    fill(workplace, 40);
    const website = await openWebsite(workplace, loadKnowledge(KNOWLEDGE_DIR), 0);
    const tab = await browser.newPage();
    await goAnAnalystsWay(tab, website.address, workplace.archive, {
      province: '64',
      name: 'Kalimantan Timur',
      least: 4,
    });
    await tab.close();
    await website.close();
    workplace.archive.close();
    rmSync(folder, { recursive: true });
  });
});
