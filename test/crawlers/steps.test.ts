// Long work in slices: the same result, and others have their turn meanwhile.
import { expect, test } from 'vitest';
import { feedOf, parseFeed } from '../../crawlers/discover/feed.ts';
import { sitemapOf, parseSitemap } from '../../crawlers/discover/sitemap.ts';
import { inSlices, mapped } from '../../crawlers/steps.ts';

const items = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
const FEED = `<rss><channel>${items(20_000)
  .map((at) => `<item><title>Berita ${at}</title><link>https://x.id/${at}</link></item>`)
  .join('')}</channel></rss>`;
const SITEMAP = `<urlset>${items(50_000)
  .map((at) => `<url><loc>https://x.id/${at}</loc><lastmod>2024-11-05</lastmod></url>`)
  .join('')}</urlset>`;

test.for([
  ['a feed', () => feedOf(FEED, 480), () => parseFeed(FEED, 480)],
  ['a sitemap', () => sitemapOf(SITEMAP, 480), () => parseSitemap(SITEMAP, 480)],
] as const)(
  '%s of many entries lets others work, with the same result',
  async ([, steps, whole]) => {
    let turns = 0;
    const work = { over: false };
    const others = (async () => {
      while (!work.over) {
        turns += 1;
        await new Promise(setImmediate);
      }
    })();
    const result = await inSlices<unknown>(steps());
    work.over = true;
    await others;
    expect(result).toEqual(whole());
    expect(turns).toBeGreaterThan(3);
  },
);

test('what is thrown within reaches who waits', async () => {
  const failing = mapped(items(1000), (at) => {
    if (at === 900) throw new Error('at 900');
    return at;
  });
  await expect(inSlices(failing)).rejects.toThrow('at 900');
});
