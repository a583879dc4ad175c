// The press row over real HTTP: every address of the manifest answers as promised.
import { get as rawGet } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAPERS } from '../../demo/papers.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { Site } from '../../schemas/site.ts';
import { get, siteOf, standsIn, visibleText } from './reader.ts';

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(() => press.close());

const MB = 1024 * 1024;

/** Reads raw bytes until the body ends or `enough` have come. */
const readBytes = (url: string, enough: number): Promise<{ bytes: Buffer; ended: boolean }> =>
  new Promise((resolve, reject) => {
    rawGet(url, (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > enough) response.destroy();
      });
      response.on('close', () =>
        resolve({ bytes: Buffer.concat(chunks), ended: length <= enough }),
      );
    }).on('error', reject);
  });

const addresses = (site: string, word: string): string[] =>
  siteOf(press.manifest(), site)
    .addresses.filter(({ ending }) => ending.kind !== 'kept' && ending.reason === word)
    .map(({ url }) => url);

test('every entry for the source list is valid, on loopback, of another origin', () => {
  for (const site of press.sites) {
    expect(Site.parse(site)).toEqual(site);
    expect(site.loopback).toBe(true);
    expect(site.delay).toBeLessThanOrEqual(0.05);
    for (const { url } of site.discover) expect(url.startsWith(site.home)).toBe(true);
  }
  expect(new Set(press.sites.map(({ home }) => home)).size).toBe(PAPERS.length);
});

describe.for(PAPERS.map(({ id }) => id))('%s', (id) => {
  test('its articles answer, after their trouble, with a page that holds title and text word for word', async () => {
    const { articles } = siteOf(press.manifest(), id);
    expect(articles.length).toBeGreaterThanOrEqual(15);
    const scripted = PAPERS.find((paper) => paper.id === id)?.needsBrowser === true;
    if (scripted || id === 'pos-rangkiang') return; // read through JSON, and by charset, in tests of their own
    for (const article of articles) {
      let response = await get(article.url);
      for (let tries = 0; tries < 2 && response.status >= 429; tries++) {
        await response.arrayBuffer();
        response = await get(article.url);
      }
      expect([article.url, response.status]).toEqual([article.url, 200]);
      const whole = article.parts.find((part) => part.endsWith('=all'));
      const pages = [await response.text()];
      for (const part of whole === undefined ? article.parts : [whole]) {
        pages.push(await (await get(part)).text());
      }
      const read = whole === undefined ? pages.join('\n') : (pages[1] ?? '');
      const text = visibleText(read);
      expect(text).toContain(article.title);
      const paragraphs = article.text.split('\n\n');
      expect([article.url, standsIn(text, paragraphs)]).toEqual([article.url, true]);
      if (article.credit !== null) expect(text).toContain(article.credit);
    }
  });

  test('robots.txt forbids exactly the addresses that are to be skipped for it', async () => {
    const { addresses: all, articles } = siteOf(press.manifest(), id);
    const origin = new URL(articles[0]?.url ?? '').origin;
    const robots = await (await get(`${origin}/robots.txt`)).text();
    const general = robots.split(/user-agent: \*/i)[1] ?? '';
    const folders = [...general.matchAll(/^Disallow: (\S+)$/gm)].map((line) => origin + line[1]);
    for (const { url, ending } of all) {
      const forbidden = folders.some((folder) => url.startsWith(folder));
      expect([url, forbidden]).toEqual([url, 'reason' in ending && ending.reason === 'robots']);
    }
  });

  test('its 404, 410, redirects and wrong types answer as such', async () => {
    for (const url of addresses(id, 'status-404')) expect((await get(url)).status).toBe(404);
    for (const url of addresses(id, 'status-410')) expect((await get(url)).status).toBe(410);
    for (const url of addresses(id, 'content-type')) {
      expect((await get(url)).headers.get('content-type')).toBe('application/pdf');
    }
    for (const url of addresses(id, 'foreign-host')) {
      expect((await get(url)).headers.get('location')).toMatch(/^http:\/\/10\./);
    }
    for (const url of addresses(id, 'redirects')) {
      const there = new URL((await get(url)).headers.get('location') ?? '', url).href;
      expect(new URL((await get(there)).headers.get('location') ?? '', url).href).toBe(url);
    }
  });

  test('its bodies without end have none, its bombs are small and inflate to hundreds of megabytes', async () => {
    for (const url of addresses(id, 'too-large')) {
      expect((await readBytes(url, 8 * MB)).ended).toBe(false);
    }
    for (const url of addresses(id, 'inflated-too-large')) {
      const { bytes } = await readBytes(url, 8 * MB);
      expect(bytes.length).toBeLessThan(MB);
      expect(gunzipSync(bytes).length).toBe(300 * MB);
    }
  });
});

test('troubles come first, as often as promised, and are counted', async () => {
  const fresh = await startPress({ basePort: 0 });
  const article = siteOf(fresh.manifest(), 'lawu-ekspres').articles.find(({ title }) =>
    title.startsWith('ASN Pemkot Pekalongan Dilarang Berfoto'),
  );
  const url = article?.url ?? '';
  const statuses: number[] = [];
  for (let tries = 0; tries < 4; tries++) {
    const response = await get(url);
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  expect(statuses).toEqual([500, 500, 200, 200]);
  const tally = fresh.requests().find(({ path }) => url.endsWith(path));
  expect(tally).toMatchObject({ site: 'lawu-ekspres', count: 4, lastStatus: 200, statuses });
  expect(fresh.stand('lawu-ekspres').peak()).toBe(1);
  await fresh.close();
});

test('a port that is taken is named, and no newspaper stays open', async () => {
  const first = await startPress({ basePort: 0 });
  const taken = Number(new URL(first.sites[0]?.home ?? '').port);
  await expect(startPress({ basePort: taken - 1 })).rejects.toThrow(
    /port \d+ of 127\.0\.0\.1 is not free .*another port/,
  );
  await first.close();
});
