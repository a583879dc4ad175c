// Whole rounds against a server on loopback.
import { afterEach, describe, expect, test } from 'vitest';
import { page, rss, startServer, type Route, type TestServer } from './press-server.ts';
import { rig, siteAt, type Rig } from './rig.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((part) => part.close()));
});

async function serve(routes: Record<string, Route>): Promise<TestServer> {
  const server = await startServer(routes);
  open.push(server);
  return server;
}

function crawlRig(...args: Parameters<typeof rig>): Rig {
  const made = rig(...args);
  open.push(made);
  return made;
}

describe('a round', () => {
  test('reads the feed and fetches each article once', async () => {
    const server = await serve({ '/a': page('a'), '/b': page('b') });
    server.routes.set('/feed', (response) =>
      response.end(rss(server.origin, ['/a', '/b', '/b?utm_source=x'])),
    );
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
    expect(server.asked[2]?.headers['user-agent']).toBe(
      'Pantau/0.1.0 (+mailto:redaksi@example.org)',
    );
  });
});
