// Rounds that end before their end: aborted, or with a ledger that cannot be written.
import { describe, expect, test } from 'vitest';
import { memoryLedger } from '../contracts/memory-ledger.ts';
import { page } from './press-server.ts';
import { siteAt } from './rig.ts';
import { crawlRig, fine, HTML, serve } from './stage.ts';

/** A loaded machine takes its time. */
const PATIENT = { timeout: 20_000 };

describe('the end before the end', () => {
  test('an abort: no request begins after it, what is under way is kept, the rest stays due', async () => {
    let slow: (() => void) | undefined;
    const server = await serve(
      {
        '/a': (response) => void (slow = () => response.writeHead(200, HTML).end(page('a'))),
        '/b': fine,
      },
      ['/a', '/b'],
    );
    const controller = new AbortController();
    const made = crawlRig({ limits: {} });
    const running = made.round([siteAt(server.origin)], { signal: controller.signal });
    await expect.poll(() => server.paths().at(-1), PATIENT).toBe('/a');
    controller.abort();
    slow?.();
    const report = await running;
    expect(report).toMatchObject({
      stopped: 'aborted',
      sites: [{ fetched: 1, failed: {}, retried: {}, left: null }],
    });
    expect(made.ledger.entries.get(`${server.origin}/b`)).toMatchObject({
      state: 'due',
      attempts: 0,
    });
    expect((await made.round([siteAt(server.origin)])).sites[0]).toMatchObject({ fetched: 1 });
  });

  test('an abort ends within seconds where a server never answers, and counts no failed try', async () => {
    const server = await serve({ '/a': () => {} }, ['/a']);
    const controller = new AbortController();
    const made = crawlRig({ limits: {} });
    const running = made.round([siteAt(server.origin)], { signal: controller.signal });
    await expect.poll(() => server.paths().at(-1), PATIENT).toBe('/a');
    const started = performance.now();
    controller.abort();
    expect((await running).stopped).toBe('aborted');
    expect(performance.now() - started).toBeLessThan(8000);
    expect(made.ledger.entries.get(`${server.origin}/a`)).toMatchObject({
      state: 'due',
      attempts: 0,
    });
  });

  test('a signal that has aborted already: nothing is asked', async () => {
    const server = await serve({ '/a': fine }, ['/a']);
    const report = await crawlRig().round([siteAt(server.origin)], { signal: AbortSignal.abort() });
    expect(report.stopped).toBe('aborted');
    expect(server.asked).toEqual([]);
  });

  test.for([
    'savePage',
    'failUrl',
    'addCandidates',
    'due',
    'nextDue',
    'validators',
    'pace',
    'claimHost',
    'freeHost',
    'claimSource',
    'saveDiscovery',
  ] as const)(
    'a disk that is full in %s stops the round with the reason, for all sites',
    async (call) => {
      const servers = [
        await serve({ '/a': fine, '/b': fine }, ['/404', '/a', '/b']),
        await serve({ '/a': fine }, ['/404', '/a']),
      ];
      const ledger = {
        ...memoryLedger(),
        [call]: () => {
          throw new Error('database or disk is full');
        },
      };
      const report = await crawlRig({}, ledger).round(
        servers.map(({ origin }, at) => siteAt(origin, { id: `s${at}` })),
      );
      expect(report.stopped).toContain('database or disk is full');
      const failed = report.sites.flatMap((site) => Object.entries(site.failed));
      expect(failed.filter(([reason]) => reason !== 'status-404')).toEqual([]);
    },
  );
});
