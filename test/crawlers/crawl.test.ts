// Whole rounds against servers on loopback: what is found, how each address ends, what is left for later.
import { describe, expect, test } from 'vitest';
import { memoryLedger } from '../contracts/memory-ledger.ts';
import { page, respond } from './press-server.ts';
import { siteAt } from './rig.ts';
import { crawlRig, fine, inTurn, serve } from './stage.ts';

describe('a round', () => {
  test('reads the feed and fetches each article once', async () => {
    const server = await serve({ '/a': page('a'), '/b': page('b') }, [
      '/a',
      '/b',
      '/b?utm_source=x',
    ]);
    const { round, ledger } = crawlRig();
    const report = await round([siteAt(server.origin)]);
    expect(report.stopped).toBeNull();
    expect(report.sites).toMatchObject([
      { site: 'warta', found: 2, fetched: 2, failed: {}, skipped: {}, left: null },
    ]);
    expect(server.paths()).toEqual(['/robots.txt', '/feed', '/a', '/b']);
    expect(ledger.pages.map(({ url, status, via }) => [url, status, via])).toEqual([
      [`${server.origin}/a`, 200, 'http'],
      [`${server.origin}/b`, 200, 'http'],
    ]);
    expect(new TextDecoder().decode(ledger.pages[0]?.body)).toBe(page('a'));
  });

  test('robots.txt forbids a folder, a feed, or where a redirect leads', async () => {
    const server = await serve(
      {
        '/robots.txt': respond(200, {}, 'User-agent: *\nDisallow: /x/\nDisallow: /feed-2'),
        '/a': fine,
        '/to-x': respond(302, { location: '/x/b' }),
      },
      ['/a', '/x/a', '/to-x'],
    );
    const { round, ledger } = crawlRig();
    const report = await round([
      siteAt(server.origin, {
        discover: [
          { kind: 'feed', url: `${server.origin}/feed-2` },
          { kind: 'feed', url: `${server.origin}/feed` },
        ],
      }),
    ]);
    expect(report.sites[0]).toMatchObject({
      found: 3,
      fetched: 1,
      skipped: { robots: 2 },
      failed: {},
      discovery: [{ answer: 'robots' }, { answer: '200' }],
    });
    expect(server.paths().filter((path) => path.startsWith('/x') || path === '/feed-2')).toEqual(
      [],
    );
    expect(ledger.entries.get(`${server.origin}/x/a`)?.outcome).toEqual({
      kind: 'skipped',
      reason: 'robots',
    });
  });

  test.for([
    { name: '500', robots: respond(500), left: 'robots.txt: status-500' },
    { name: 'no answer', robots: () => {}, left: 'robots.txt: timeout' },
  ])(
    'robots.txt: $name leaves the whole site for the next round, the others go on',
    async ({ robots, left }) => {
      const [ill, well] = [
        await serve({ '/robots.txt': robots, '/a': fine }, ['/a']),
        await serve({ '/a': fine }, ['/a']),
      ];
      const { round, logged } = crawlRig();
      const report = await round([
        siteAt(ill.origin, { id: 'ill' }),
        siteAt(well.origin, { id: 'well' }),
      ]);
      expect(report.sites).toMatchObject([
        { site: 'ill', fetched: 0, left, discovery: [] },
        { site: 'well', fetched: 1, left: null },
      ]);
      expect(ill.paths()).toEqual(['/robots.txt']);
      expect(logged.map(({ event }) => event)).toContain('robots.failed');
    },
  );

  test('one source failing stops neither the other sources nor the other sites', async () => {
    const server = await serve(
      {
        '/a': fine,
        '/gone.xml': respond(410),
        '/page.xml': page('no feed'),
        '/slow.xml': () => {},
      },
      ['/a'],
    );
    const dead = siteAt('http://127.0.0.1:1', { id: 'dead' });
    const at = (path: string) => ({ kind: 'feed' as const, url: server.origin + path });
    const { round, ledger } = crawlRig();
    const report = await round([
      dead,
      siteAt(server.origin, {
        discover: [at('/gone.xml'), at('/page.xml'), at('/slow.xml'), at('/feed')],
      }),
    ]);
    expect(report.sites[1]).toMatchObject({
      fetched: 1,
      discovery: [
        { answer: 'status-410' },
        { answer: 'unreadable' },
        { answer: 'timeout' },
        { answer: '200', listed: 1, added: 1 },
      ],
    });
    expect(report.sites[0]).toMatchObject({ left: 'robots.txt: connect' });
    expect(ledger.discoveries.map(({ answer }) => answer)).toEqual([
      'status-410',
      'unreadable',
      'timeout',
      '200',
    ]);
  });

  test('every ending is counted once, and stands in the ledger', async () => {
    const server = await serve(
      {
        '/a': fine,
        '/500-then-fine': inTurn(respond(500), fine),
        '/429-then-fine': inTurn(respond(429), fine),
        '/503-then-fine': inTurn(respond(503, { 'retry-after': '1' }), fine),
        '/always-500': respond(500),
        '/403': respond(403),
        '/pdf': respond(200, { 'content-type': 'application/pdf' }, '%PDF'),
        '/loop': respond(302, { location: '/loop' }),
        '/away': respond(302, { location: 'http://other.test/' }),
        '/reset': (response) => void response.socket?.destroy(),
      },
      [
        '/a',
        '/500-then-fine',
        '/429-then-fine',
        '/503-then-fine',
        '/always-500',
        '/404',
        '/403',
        '/pdf',
        '/loop',
        '/away',
        '/reset',
      ],
    );
    const { round, ledger } = crawlRig();
    const report = await round([siteAt(server.origin)]);
    expect(report.sites[0]).toMatchObject({
      found: 11,
      fetched: 4,
      gone: 0,
      skipped: {},
      failed: {
        'status-500': 1,
        'status-404': 1,
        'status-403': 1,
        'content-type': 1,
        redirects: 1,
        'foreign-host': 1,
        reset: 1,
      },
      retried: { 'status-500': 3, 'status-429': 1, 'status-503': 1, reset: 2 },
      left: null,
    });
    const waiting = [...ledger.entries.values()].filter(({ state }) => state === 'due');
    expect(waiting).toEqual([]);
    expect(server.paths().filter((path) => path === '/always-500').length).toBe(3);
  });

  test('a redirected page is kept under the address that answered; the one that was asked is its alias', async () => {
    const server = await serve({ '/lama': respond(301, { location: '/baru' }), '/baru': fine }, [
      '/lama',
    ]);
    const { round, ledger } = crawlRig();
    await round([siteAt(server.origin)]);
    expect(ledger.pages).toMatchObject([
      { url: `${server.origin}/baru`, finalUrl: `${server.origin}/baru` },
    ]);
    expect(ledger.entries.get(`${server.origin}/lama`)?.outcome).toEqual({
      kind: 'skipped',
      reason: 'alias',
      detail: `${server.origin}/baru`,
    });
  });

  test('404 or 410 of a page kept before: it is gone, not failed', async () => {
    const server = await serve({ '/a': inTurn(fine, respond(410)) });
    let edition = 1;
    server.routes.set('/sitemap.xml', (response) =>
      response.end(
        `<urlset><url><loc>${server.origin}/a</loc><lastmod>${edition === 1 ? '2020-01-01' : '2099-01-01'}T00:00:00Z</lastmod></url></urlset>`,
      ),
    );
    const site = siteAt(server.origin, {
      discover: [{ kind: 'sitemap', url: `${server.origin}/sitemap.xml` }],
    });
    const { round, ledger } = crawlRig();
    await round([site]);
    edition = 2;
    const report = await round([site]);
    expect(report.sites[0]).toMatchObject({ found: 1, fetched: 0, gone: 1, failed: {} });
    expect(ledger.entries.get(`${server.origin}/a`)?.goneStatus).toBe(410);
    expect(ledger.pages.length).toBe(1);
  });

  test('a host that asks to wait for long is left with what is due, not hammered', async () => {
    const server = await serve({ '/a': respond(503, { 'retry-after': '3600' }), '/b': fine }, [
      '/a',
      '/b',
    ]);
    const { round, ledger } = crawlRig();
    const report = await round([siteAt(server.origin)]);
    expect(report.sites[0]).toMatchObject({ fetched: 0, retried: { 'status-503': 1 } });
    expect(report.sites[0]?.left).toContain('asks to wait until');
    expect(server.paths()).toEqual(['/robots.txt', '/feed', '/a']);
    expect(ledger.entries.get(`${server.origin}/b`)).toMatchObject({ state: 'due', attempts: 0 });
  });

  test.for([
    { name: 'is down', status: 502, left: 'status-502', due: 15 },
    { name: 'refuses us', status: 403, left: 'status-403', due: 5 },
  ])('a site that $name is left after ten addresses', async ({ status, left, due }) => {
    const paths = Array.from({ length: 15 }, (_, at) => `/${at}`);
    const server = await serve(
      Object.fromEntries(paths.map((path) => [path, respond(status)])),
      paths,
    );
    const { round, ledger } = crawlRig();
    const report = await round([siteAt(server.origin)], { retryDelaysMs: [60_000, 60_000] });
    expect(report.sites[0]?.left).toBe(
      `10 addresses failed one after the other, the last with ${left}`,
    );
    expect([...ledger.entries.values()].filter(({ state }) => state === 'due').length).toBe(due);
    expect(server.asked.length).toBe(12);
  });

  test('what is added while it runs is fetched in the same round', async () => {
    const server = await serve({ '/a': fine, '/a?page=2': fine, '/late': fine }, ['/a']);
    const ledger = memoryLedger();
    const add = (path: string): number =>
      ledger.addCandidates(
        'warta',
        [
          {
            url: server.origin + path,
            foundBy: 'part',
            title: null,
            published: null,
            modified: null,
          },
        ],
        new Date().toISOString(),
      );
    const saving = {
      ...ledger,
      savePage: (kept: Parameters<typeof ledger.savePage>[0]) => {
        if (kept.url.endsWith('/a')) add('/a?page=2');
        return ledger.savePage(kept);
      },
    };
    let settled = 0;
    const { round } = crawlRig({}, saving);
    const report = await round([siteAt(server.origin)], {
      settle: () => {
        settled += 1;
        if (settled === 1) add('/late');
        return Promise.resolve();
      },
    });
    expect(report.sites[0]).toMatchObject({ found: 1, fetched: 3 });
    expect(server.paths().slice(2)).toEqual(['/a', '/a?page=2', '/late']);
  });
});
