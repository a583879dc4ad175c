// The second round on the same ledger, and the sitemaps of a round.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { respond, rss, type Handler } from './press-server.ts';
import { siteAt } from './rig.ts';
import { crawlRig, fine, inTurn, serve } from './stage.ts';

describe('a second round on the same ledger', () => {
  test('fetches no article again and gets 304 where that is offered', async () => {
    const conditional =
      (type: string, body: () => string | Uint8Array): Handler =>
      (response, request) => {
        const fresh = request.headers['if-none-match'] === '"1"';
        response
          .writeHead(fresh ? 304 : 200, { etag: '"1"', 'content-type': type })
          .end(fresh ? undefined : body());
      };
    const server = await serve(
      Object.fromEntries(['/a', '/b', '/c', '/d', '/e'].map((path) => [path, fine])),
    );
    const loc = (path: string, tag = 'url'): string =>
      `<${tag}><loc>${server.origin}${path}</loc><lastmod>2024-11-01T00:00:00Z</lastmod></${tag}>`;
    server.routes.set(
      '/feed',
      conditional('text/xml', () => rss(server.origin, ['/a'])),
    );
    server.routes.set(
      '/sitemap.xml',
      conditional('text/xml', () => `<sitemapindex>${loc('/s1.xml.gz', 'sitemap')}</sitemapindex>`),
    );
    server.routes.set(
      '/s1.xml.gz',
      conditional('application/gzip', () => gzipSync(`<urlset>${loc('/b')}</urlset>`)),
    );
    server.routes.set(
      '/daftar',
      conditional(
        'text/html',
        () => '<a class="k" href="/c">C</a><a rel="next" href="/daftar-2">2</a>',
      ),
    );
    server.routes.set(
      '/daftar-2',
      conditional('text/html', () => '<a class="k" href="/d">D</a>'),
    );
    server.routes.set('/wp-json/wp/v2/posts', (response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'x-wp-totalpages': '1' }).end(
        JSON.stringify([
          {
            link: `${server.origin}/e`,
            modified_gmt: '2024-11-01T00:00:00',
            date_gmt: '2024-11-01T00:00:00',
            date: '2024-11-01T08:00:00',
          },
        ]),
      ),
    );
    const site = siteAt(server.origin, {
      discover: [
        { kind: 'feed', url: `${server.origin}/feed` },
        { kind: 'sitemap', url: `${server.origin}/sitemap.xml` },
        {
          kind: 'listing',
          url: `${server.origin}/daftar`,
          links: '.k',
          next: '[rel=next]',
          pages: 3,
        },
        { kind: 'wordpress', url: `${server.origin}/wp-json/wp/v2/posts` },
      ],
    });
    const made = crawlRig();
    const first = await made.round([site]);
    expect(first.sites[0]).toMatchObject({ found: 5, fetched: 5, failed: {} });
    const before = server.asked.length;
    const second = await made.round([site]);
    expect(second.sites[0]).toMatchObject({ found: 0, fetched: 0, failed: {} });
    expect(second.sites[0]?.discovery.map(({ kind, answer }) => `${kind} ${answer}`)).toEqual([
      'feed 304',
      'sitemap 304',
      'listing 304',
      'wordpress 200',
    ]);
    const paths = server.paths().slice(before);
    expect(paths.map((path) => path.split('?')[0])).toEqual([
      '/feed',
      '/sitemap.xml',
      '/daftar',
      '/wp-json/wp/v2/posts',
      '/wp-json/wp/v2/posts',
    ]);
    expect(
      paths
        .filter((path) => path.includes('after='))
        .map((path) => new URL(path, server.origin).search.split('&').at(-1)?.split('=')[0]),
    ).toEqual(['after', 'modified_after']);
  });

  test('a listing chain that broke off is read whole next time', async () => {
    const server = await serve({ '/c': fine, '/d': fine });
    const etag =
      (body: string): Handler =>
      (response, request) => {
        const fresh = request.headers['if-none-match'] === '"1"';
        response.writeHead(fresh ? 304 : 200, { etag: '"1"' }).end(fresh ? undefined : body);
      };
    server.routes.set(
      '/daftar',
      etag('<a class="k" href="/c">C</a><a rel="next" href="/daftar-2">2</a>'),
    );
    server.routes.set('/daftar-2', inTurn(respond(500), etag('<a class="k" href="/d">D</a>')));
    const site = siteAt(server.origin, {
      discover: [
        {
          kind: 'listing',
          url: `${server.origin}/daftar`,
          links: '.k',
          next: '[rel=next]',
          pages: 5,
        },
      ],
    });
    const made = crawlRig();
    expect((await made.round([site])).sites[0]).toMatchObject({ found: 1 });
    expect((await made.round([site])).sites[0]).toMatchObject({ found: 1, fetched: 1 });
    expect((await made.round([site])).sites[0]?.discovery).toMatchObject([{ answer: '304' }]);
  });
});

describe('sitemaps', () => {
  test('no cycle, no foreign host, no deeper than three, tags left out, gzip by its bytes', async () => {
    const server = await serve({ '/a': fine, '/b': fine, '/tag-sitemap.xml': fine });
    const file = (...paths: string[]): string =>
      `<sitemapindex>${paths.map((path) => `<sitemap><loc>${path.startsWith('/') ? server.origin + path : path}</loc></sitemap>`).join('')}</sitemapindex>`;
    server.routes.set('/sitemap.xml', (response) =>
      response.end(
        file(
          '/sitemap.xml',
          '/deep-2.xml',
          '/urls.xml',
          '/tag-sitemap.xml',
          'http://other.test/s.xml',
        ),
      ),
    );
    server.routes.set('/deep-2.xml', (response) => response.end(file('/deep-3.xml')));
    server.routes.set('/deep-3.xml', (response) => response.end(file('/deep-4.xml')));
    server.routes.set('/deep-4.xml', (response) =>
      response.end(`<urlset><url><loc>${server.origin}/b</loc></url></urlset>`),
    );
    server.routes.set('/urls.xml', (response) =>
      response.end(gzipSync(`<urlset><url><loc>${server.origin}/a</loc></url></urlset>`)),
    );
    const { round } = crawlRig();
    const report = await round([
      siteAt(server.origin, {
        discover: [{ kind: 'sitemap', url: `${server.origin}/sitemap.xml` }],
      }),
    ]);
    expect(report.sites[0]).toMatchObject({ found: 1, fetched: 1 });
    expect(server.paths()).toEqual([
      '/robots.txt',
      '/sitemap.xml',
      '/deep-2.xml',
      '/deep-3.xml',
      '/urls.xml',
      '/a',
    ]);
    expect(
      report.sites[0]?.discovery.find(({ url }) => url.endsWith('/sitemap.xml'))?.ignored,
    ).toEqual({ twice: 1, 'no-articles': 1, 'foreign-host': 1 });
    expect(report.sites[0]?.discovery.find(({ url }) => url.endsWith('/deep-3.xml'))?.more).toBe(
      true,
    );
  });

  test.for([
    { name: 'a bomb', body: gzipSync(Buffer.alloc(3_000_000, 'a')), answer: 'inflated-too-large' },
    { name: 'broken gzip', body: gzipSync('<urlset/>').subarray(0, 15), answer: 'bad-encoding' },
    { name: 'a page', body: Buffer.from('<html>404</html>'), answer: 'unreadable' },
  ])('$name is $answer', async ({ body, answer }) => {
    const server = await serve({ '/sitemap.xml': respond(200, {}, body) });
    const { round } = crawlRig({ limits: { sitemap: { inflated: 1_000_000 } } });
    const report = await round([
      siteAt(server.origin, {
        discover: [{ kind: 'sitemap', url: `${server.origin}/sitemap.xml` }],
      }),
    ]);
    expect(report.sites[0]?.discovery).toMatchObject([{ answer }]);
  });
});

test('a feed on another host is read where the entry names it, its articles only on the site', async () => {
  const server = await serve({ '/a': fine });
  const service = await serve({});
  service.routes.set('/feed', (response) =>
    response.end(rss(server.origin, ['/a']) + rss(service.origin, ['/b'])),
  );
  const { round } = crawlRig();
  const site = siteAt(server.origin, {
    discover: [{ kind: 'feed', url: `${service.origin}/feed` }],
  });
  const report = await round([site]);
  expect(report.sites[0]).toMatchObject({
    found: 1,
    fetched: 1,
    discovery: [{ answer: '200', ignored: { 'foreign-host': 1 } }],
  });
  expect(service.paths()).toEqual(['/robots.txt', '/feed']);
});

test('an old WordPress that overlooks modified_after is not read to its beginning each round', async () => {
  const server = await serve({ '/a': fine });
  server.routes.set('/posts', (response) =>
    response
      .writeHead(200, { 'x-wp-totalpages': '7' })
      .end(`[{"link":"${server.origin}/a","modified_gmt":"2024-11-01T00:00:00"}]`),
  );
  const site = siteAt(server.origin, {
    discover: [{ kind: 'wordpress', url: `${server.origin}/posts` }],
  });
  const { round, ledger } = crawlRig();
  await round([site]);
  expect(server.asked.filter(({ path }) => path.startsWith('/posts')).length).toBe(7);
  ledger.saveDiscovery({
    site: 'warta',
    url: `${server.origin}/posts`,
    at: '',
    answer: '200',
    listed: 0,
    added: 0,
    validators: { etag: null, lastModified: '2024-11-09T00:00:00' },
  });
  server.asked.length = 0;
  await round([site]);
  expect(server.paths().filter((path) => path.includes('modified_after')).length).toBe(1);
});
