// What sources name → the candidates of a site among it.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectCandidates, type Found } from '../../../crawlers/discover/candidates.ts';
import { siteAt } from '../rig.ts';

describe('candidates', () => {
  const site = siteAt('https://www.x.id', {
    loopback: false,
    delay: 2,
    hosts: ['m.x.id'],
    include: '/20\\d\\d/',
    exclude: '/tag/',
  });
  const found = (href: string, more: Partial<Found> = {}): Found => ({
    href,
    title: null,
    published: null,
    modified: null,
    ...more,
  });
  const select = (entries: Found[], of = site): [string[], object] => {
    const { candidates, ignored } = selectCandidates(of, 'feed', entries, 'https://www.x.id/rss');
    return [candidates.map(({ url }) => url), ignored];
  };

  test('this site’s articles, each once, on the form of its home', () => {
    const hrefs = [
      '/2024/a',
      'http://x.id/2024/a?utm_source=x',
      'https://x.id/2024/a/amp/',
      'https://m.x.id/2024/b',
      'https://y.id/2024/a',
      '/',
      '/2024/foto.jpg',
      '/2024/tag/x',
      '/berita',
      'mailto:a@x.id',
      '',
    ];
    expect(select(hrefs.map((href) => found(href)))).toEqual([
      ['https://www.x.id/2024/a', 'https://www.x.id/2024/a/', 'https://m.x.id/2024/b'],
      { twice: 1, 'foreign-host': 1, home: 1, file: 1, excluded: 2, 'no-address': 2 },
    ]);
  });

  test('what two entries say of one address is put together', () => {
    const { candidates } = selectCandidates(
      site,
      'sitemap',
      [found('/2024/a', { title: 'T' }), found('/2024/a', { title: 'U', published: '2024-11-05' })],
      'https://www.x.id/',
    );
    expect(candidates).toEqual([
      {
        url: 'https://www.x.id/2024/a',
        foundBy: 'sitemap',
        title: 'T',
        published: '2024-11-05',
        modified: null,
      },
    ]);
  });

  test('a date that most entries share is the time of writing, not of a change', () => {
    const stamp = '2024-11-05T10:00:00+07:00';
    const entries = [1, 2, 3, 4, 5].map((n) =>
      found(`/2024/${n}`, { modified: n === 5 ? '2024-01-01' : stamp }),
    );
    const { candidates } = selectCandidates(site, 'sitemap', entries, 'https://www.x.id/');
    expect(candidates.map(({ modified }) => modified)).toEqual([
      null,
      null,
      null,
      null,
      '2024-01-01',
    ]);
  });

  test('every entry is a candidate or counted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom('/2024/a', 'https://x.id/2024/b')),
        ),
        (hrefs) => {
          const [urls, ignored] = select(hrefs.map((href) => found(href)));
          const counted = Object.values(ignored as Record<string, number>).reduce(
            (sum, count) => sum + count,
            0,
          );
          expect(urls.length + counted).toBe(hrefs.length);
          expect(new Set(urls).size).toBe(urls.length);
        },
      ),
    );
  });
});
