// The whole way over real HTTP: what the manifest of the press row promises is what the archive holds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../crawlers/chromium.ts';
import { type Press, startPress } from '../../demo/press.ts';
import type { PressManifest } from '../../demo/manifest.ts';
import type { Article } from '../../schemas/article.ts';
import { articleIdOf } from '../../archive/fingerprint.ts';
import { type Place, articlesOf, fullRound, newPlace, reading } from './press-run.ts';

const browser = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env) !== null;

let press: Press;
beforeAll(async () => {
  press = await startPress({ basePort: 0 });
});
afterAll(async () => {
  await press.close();
});

type Counts = PressManifest['counts'];

const failedAtFetch = (failed: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(failed).map(([reason, n]) => [`fetch/${reason}`, n]));

const countsOf = ({ found, fetched, kept, skipped, failed }: Counts): object => ({
  found,
  fetched,
  kept,
  skipped,
  failed: failedAtFetch(failed),
  open: 0,
});

const articlePaths = (manifest: PressManifest): Set<string> =>
  new Set(
    manifest.sites.flatMap(({ addresses }) =>
      addresses.map(({ url }) => new URL(url).host + new URL(url).pathname + new URL(url).search),
    ),
  );

/** Of 299. */
const MISREAD_TEXTS = 0;

type Wanted = PressManifest['sites'][number]['articles'][number];

/** What of an article was read as something else than its newspaper printed. */
function differences({ extracted }: Article, wanted: Wanted): string[] {
  const got = {
    text: extracted.text,
    title: extracted.title,
    authors: extracted.authors.join(', '),
    published: extracted.published?.at ?? null,
    advertorial: extracted.advertorial,
  };
  const expected = { ...wanted, authors: wanted.authors.join(', ') };
  return (['text', 'title', 'authors', 'published', 'advertorial'] as const)
    .filter((field) => got[field] !== expected[field])
    .map((field) => `${wanted.url}: ${field}`);
}

const misread = (place: Place, manifest: PressManifest): string[] =>
  reading(place, (archive) =>
    manifest.sites.flatMap(({ articles }) =>
      articles.flatMap((wanted) => {
        const article = archive.article(articleIdOf(wanted.url));
        return article === null ? [] : differences(article, wanted);
      }),
    ),
  );

describe('one crawl of the press row', () => {
  test('finds, keeps, skips and fails what the manifest says; a second finds nothing to do; the second edition is seen', async () => {
    const place = newPlace(press.sites);
    await fullRound(place);
    const manifest = press.manifest({ browser });
    const summary = reading(place, (archive) => archive.summary());
    for (const site of manifest.sites) {
      const got = summary.sites.find((account) => account.site === site.site);
      const {
        articles: _articles,
        site: _site,
        name: _name,
        ...counts
      } = got ?? { articles: 0, site: '', name: '' };
      expect(counts, site.site).toEqual(countsOf(site.counts));
    }
    const first = articlesOf(place);
    const kept = new Set(
      Object.values(first).map((article) => ('url' in article ? article.url : '')),
    );
    const missing = manifest.sites.flatMap(({ articles }) =>
      articles.filter(({ relevant, url }) => relevant && !kept.has(url)).map(({ url }) => url),
    );
    expect(missing).toEqual([]);
    const wrong = misread(place, manifest);
    expect(wrong.filter((line) => !line.endsWith(': text'))).toEqual([]);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(MISREAD_TEXTS);

    const before = new Map(
      press.requests().map(({ site, path, count }) => [`${site} ${path}`, count]),
    );
    const changes = reading(place, (archive) => archive.status().heads.changes);
    const again = await fullRound(place);
    const answers = again.report.sites.flatMap(({ discovery }) => discovery);
    expect(answers.filter(({ answer, kind }) => answer === '200' && kind === 'feed')).toEqual([]);
    expect(answers.filter(({ answer }) => answer === '304').length).toBeGreaterThan(0);
    const articles = articlePaths(manifest);
    const asked = press
      .requests()
      .filter(({ site, path, count }) => count !== before.get(`${site} ${path}`));
    const hosts = new Map(press.sites.map(({ id, home }) => [id, new URL(home).host]));
    expect(asked.filter(({ site, path }) => articles.has(`${hosts.get(site)}${path}`))).toEqual([]);
    expect(reading(place, (archive) => archive.status().heads.changes)).toBe(changes);
    expect(articlesOf(place)).toEqual(first);

    press.advance();
    await fullRound(place);
    const second = articlesOf(place);
    const newer = Object.entries(second).filter(
      ([id, article]) => JSON.stringify(article) !== JSON.stringify(first[id]),
    );
    expect(newer.length).toBeGreaterThan(0);
    const edition = press.manifest({ browser });
    const texts = new Map(
      Object.values(second).map((article) => ['url' in article ? article.url : '', article]),
    );
    for (const article of edition.sites.flatMap((site) => site.articles)) {
      expect(texts.has(article.url), article.url).toBe(true);
    }
  }, 180_000);
});
