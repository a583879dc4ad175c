// The press row of the demo, crawled over real HTTP, in a real Chromium: every page in both languages and both themes,
// on a phone and on a desk.
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkplace } from '../../cli/deps.ts';
import { loadKnowledge } from '../../cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../cli/paths.ts';
import { openWebsite } from '../../cli/web.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { fullRound, newPlace } from '../e2e/press-run.ts';
import { chromiumFor } from './chromium.ts';
import { goAnAnalystsWay } from './analyst.ts';
import { CHROMIUM_ARGS, faultsOf, listen } from './faults.ts';

const executablePath = await chromiumFor(import.meta.url);

/** A crawl of 390 pages and a hundred looks at pages, on a busy machine. */
const LONG = 300_000;

const PATHS = [
  '',
  '?wilayah=64&pemilihan=pilkada-2024&tahapan=kampanye&jenis=dugaan',
  '?nilai=bagian&skala=bulan&panel=sama',
  'peta?pemilihan=pilkada-2024',
  'bandingkan?banding=64,33,73',
  'bandingkan?menurut=pemilihan',
  'jenis',
  'artikel?q=netralitas+OR+"media+sosial"&hal=2',
  'artikel?hal=9',
  'sumber',
  'sumber/warta-pesut?tahun=2024',
  'metode',
  'tinjau',
  'perkara',
  'pantauan',
  'api',
];

const LOOKS = [
  { width: 390, colorScheme: 'light', language: 'id', axe: true },
  { width: 1440, colorScheme: 'dark', language: 'en', axe: true },
  { width: 768, colorScheme: 'light', language: 'en', axe: false },
] as const;

describe.skipIf(executablePath === null)('the demo in a browser', () => {
  let press: Press;
  let browser: Browser;
  beforeAll(async () => {
    press = await startPress({ basePort: 0 });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser.close();
    await press.close();
  });

  test('every page as it was crawled', { timeout: LONG }, async () => {
    const place = newPlace(press.sites);
    await fullRound(place);
    const workplace = openWorkplace(place.data, { ...process.env, PANTAU_LOG_LEVEL: 'silent' });
    const website = await openWebsite(workplace, loadKnowledge(KNOWLEDGE_DIR), 0);
    const { rows } = workplace.archive.reports.articles({ coverage: 'dugaan' }, 1, 2);
    const articles = rows.map(({ id }) => `artikel/${id}`);
    expect(articles).toHaveLength(2);
    for (const { width, colorScheme, language, axe } of LOOKS) {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ viewport, colorScheme });
      const tab = await context.newPage();
      const faults = await listen(tab);
      for (const path of [...PATHS, ...articles]) {
        const address = new URL(path, website.address);
        if (language === 'en') address.searchParams.set('bahasa', 'en');
        const answer = await tab.goto(address.href);
        if (answer?.status() !== 200) faults.push(`/${path}: ${answer?.status()}`);
        faults.push(...(await faultsOf(tab, width, axe)).map((fault) => `/${path}: ${fault}`));
      }
      expect({ width, faults }).toEqual({ width, faults: [] });
      await context.close();
    }
    const tab = await browser.newPage();
    await goAnAnalystsWay(tab, website.address, workplace.archive, {
      province: '64',
      name: 'Kalimantan Timur',
      least: 3,
    });
    await tab.close();
    await website.close();
    workplace.archive.close();
  });
});
