// Thirty-six pages in the manner of twelve Indonesian makes of site, each read with the make's preset and without any site
// entry: the text must be the article's to the word.
import { expect, test } from 'vitest';
import { extractPage } from '../../../pipeline/extract/extract.ts';
import { Site } from '../../../schemas/site.ts';
import { ARTICLES, type Fixture, type Make } from './pages/fixture.ts';
import { antara, detik, kompas, tribun } from './pages/makes/agencies.ts';
import { disway, pikiranRakyat, promedia, rmol } from './pages/makes/networks.ts';
import { blogger, handmade } from './pages/makes/small.ts';
import { jnews, newspaper, wpberita } from './pages/makes/wordpress.ts';

const MAKES: Make[] = [
  jnews,
  newspaper,
  wpberita,
  tribun,
  antara,
  detik,
  kompas,
  promedia,
  pikiranRakyat,
  disway,
  rmol,
  blogger,
  handmade,
];
const PER_MAKE = 3;

const cases = MAKES.flatMap((make, at) =>
  Array.from({ length: PER_MAKE }, (_, variant) => {
    const article = ARTICLES[(at * PER_MAKE + variant) % ARTICLES.length];
    if (article === undefined) throw new Error('no article');
    return {
      name: `${make.name} ${variant + 1} (${article.id})`,
      make,
      fixture: make.build(article, variant),
    };
  }),
);

function siteOf(make: Make, url: string): Site {
  return Site.parse({
    id: 'contoh',
    name: 'Contoh',
    home: new URL('/', url).href,
    region: null,
    discover: [{ kind: 'feed', url: new URL('/feed', url).href }],
    extract: make.preset === null ? [] : [{ preset: make.preset }],
  });
}

const read = ({ url, html }: Fixture, site: Site | null): ReturnType<typeof extractPage> =>
  extractPage(
    {
      url,
      body: new TextEncoder().encode(html),
      contentType: 'text/html; charset=UTF-8',
      fetchedAt: '2026-03-01T00:00:00Z',
    },
    site,
  );

const reading = (
  { expected }: Fixture,
  article: ReturnType<typeof extractPage>,
): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.keys(expected).map((key) => [key, article[key as keyof typeof article]]),
  ),
  published:
    expected.published.length === 10 ? article.published?.at.slice(0, 10) : article.published?.at,
});

test.for(cases)('$name, by its preset', ({ make, fixture }) => {
  const article = read(fixture, siteOf(make, fixture.url));
  expect(article.text).toBe(fixture.expected.text);
  expect(reading(fixture, article)).toEqual(fixture.expected);
  expect(article.kind).toBe('article');
});

test.for(cases)('$name, by the judge of blocks', ({ fixture }) => {
  const article = read(fixture, null);
  expect(article.text).toBe(fixture.expected.text);
  expect(reading(fixture, article)).toEqual(fixture.expected);
});
