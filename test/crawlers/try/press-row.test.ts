// Every make of the press row, tried as an address of which nothing is known and by its entry.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../crawlers/chromium.ts';
import { parseSite } from '../../../crawlers/sites.ts';
import { entryText } from '../../../crawlers/try/entry.ts';
import { type Press, startPress } from '../../../demo/press.ts';
import type { Site } from '../../../schemas/site.ts';
import { checkOf, doubts, trial, tryAddress } from './trial.ts';

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(() => press.close());

const entryOf = (id: string): Site => {
  const site = press.sites.find((each) => each.id === id);
  if (site === undefined) throw new Error(`no newspaper ${id}`);
  return site;
};

/** What a trial of the bare address finds; `doubts` besides 'alive', since the row's last edition is old. */
const MAKES = [
  {
    id: 'warta-pesut',
    name: 'Warta Pesut',
    region: '64',
    ways: ['wordpress /wp-json/wp/v2/posts', 'feed /feed/', 'sitemap /sitemap_index.xml'],
    preset: 'wordpress',
    doubts: [],
  },
  {
    id: 'tao-toba-news',
    name: 'Tao Toba News',
    region: null,
    ways: ['feed /feeds/posts/default'],
    preset: 'blogger',
    doubts: ['region and owner warning'],
  },
  {
    id: 'harian-phinisi',
    name: 'Harian Phinisi',
    region: null,
    ways: ['sitemap /sitemap-news.xml'],
    preset: 'generic',
    doubts: ['region and owner warning'],
  },
  {
    id: 'honai-pagi',
    name: 'Honai Pagi',
    region: '91',
    ways: ['listing /'],
    preset: null,
    doubts: ['listing warning'],
  },
  {
    id: 'lawu-ekspres',
    name: 'Lawu Ekspres',
    region: '33',
    ways: ['feed /rss'],
    preset: 'promedia',
    doubts: [],
  },
  {
    id: 'pos-rangkiang',
    name: 'Pos Rangkiang',
    region: '13',
    ways: ['feed /feed/', 'sitemap /sitemap.xml'],
    preset: 'wordpress',
    doubts: [],
  },
  {
    id: 'kantor-berita-nusa',
    name: 'Kantor Berita Nusa',
    region: null,
    ways: ['feed /rss/terkini.xml', 'sitemap /sitemap.xml'],
    preset: 'antara',
    doubts: ['region and owner warning'],
  },
  {
    id: 'radar-rafflesia',
    name: 'Radar Rafflesia',
    region: null,
    ways: ['sitemap /sitemap.xml'],
    preset: null,
    doubts: ['region and owner warning'],
  },
  {
    id: 'jurnal-pala',
    name: 'Jurnal Pala',
    region: null,
    ways: ['feed /rss'],
    preset: 'tribun',
    doubts: ['region and owner warning'],
  },
];

test.for(MAKES)('$id by its address alone', async ({ id, name, region, ways, preset, ...more }) => {
  const report = await tryAddress(entryOf(id).home);
  const { findings, samples } = report;
  expect(report.usable).toBe(true);
  expect(report.notRun.filter((check) => check !== 'alive')).toEqual([]);
  expect(doubts(report).filter((doubt) => doubt !== 'alive warning')).toEqual(more.doubts);
  expect([findings.name, findings.region, findings.preset]).toEqual([name, region, preset]);
  expect(findings.discover.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`)).toEqual(
    ways,
  );
  expect(samples).toHaveLength(10);

  const text = entryText(report, '2026-11-24');
  const entry = parseSite(text, `${report.site.id}.yaml`);
  expect(entry).toMatchObject({
    ok: true,
    value: { name, region, verified: false, loopback: true },
  });

  const truth = press.manifest().sites.find(({ site }) => site === id)?.articles ?? [];
  for (const { outcome, url, title, characters } of samples) {
    if (outcome !== 'article') continue;
    const article = truth.find((each) => each.url === url);
    if (article === undefined) continue; // an AMP copy
    expect([url, title]).toEqual([url, article.title]);
    expect(characters).toBeGreaterThan(article.text.length * 0.25);
  }
});

test.for(['warta-pesut', 'harian-phinisi', 'honai-pagi', 'jurnal-pala', 'kantor-berita-nusa'])(
  '%s by its entry: what it says answers',
  async (id) => {
    const report = await trial(entryOf(id));
    expect(report.usable).toBe(true);
    expect(doubts(report).filter((doubt) => doubt !== 'alive warning')).toEqual([]);
    expect(report.findings.discover).toEqual(entryOf(id).discover);
  },
);

test('WordPress: posts a month, and the clock of the region', async () => {
  const report = await trial(entryOf('warta-pesut'));
  expect(checkOf(report, 'wordpress').reason).toMatch(/about one post a month.*, \d+ in all/);
  expect(checkOf(report, 'clock').reason).toBe('WordPress shows UTC+8');
});

test.for([
  ['lawu-ekspres', /\?page=(2|all)/],
  ['radar-rafflesia', /\/15/],
  ['jurnal-pala', /\?page=all/],
] as const)('%s goes on over further pages', async ([id, pattern]) => {
  expect(checkOf(await trial(entryOf(id)), 'further pages').reason).toMatch(pattern);
});

test('robots.txt: its delay is told, and no forbidden article is asked for', async () => {
  const report = await trial(entryOf('kantor-berita-nusa'));
  expect(checkOf(report, 'robots').reason).toContain('0.05 s');
  const forbidden = press
    .manifest()
    .sites.flatMap(({ addresses }) => addresses)
    .filter(({ ending }) => ending.kind === 'skipped' && ending.reason === 'robots')
    .map(({ url }) => new URL(url).pathname);
  const asked = press.requests().map(({ path }) => path);
  expect(forbidden.length).toBeGreaterThan(5);
  expect(asked.filter((path) => forbidden.includes(path))).toEqual([]);
  expect(press.stand('kantor-berita-nusa').peak()).toBe(1);
});

describe('articles that only JavaScript shows', () => {
  test('without a Chromium: not usable, and what to install', async () => {
    const report = await tryAddress(entryOf('sasando-kini').home);
    expect(report.usable).toBe(false);
    const check = checkOf(report, 'javascript');
    expect(check.status).toBe('failed');
    expect(check.reason).toMatch(/^(\d+) of \1 pages are empty without JavaScript$/);
    expect(check.next).toContain('Install Chromium');
  });

  const chromium = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);
  test.skipIf(chromium === null)('with one: usable, with browser: true', async () => {
    const report = await tryAddress(entryOf('sasando-kini').home, {
      crawler: { chromium, limits: {} },
    });
    expect(report.usable).toBe(true);
    expect(checkOf(report, 'javascript').status).toBe('warning');
    expect(report.findings.browser).toBe(true);
    expect(report.samples.filter(({ outcome }) => outcome === 'article').length).toBeGreaterThan(6);
    expect(entryText(report, '2026-11-24')).toContain('browser: true');
  });
});
