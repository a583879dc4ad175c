// How a stored page looks, through a real Chromium that has no network of its own.
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../crawlers/chromium.ts';
import { lookAt } from '../../crawlers/look.ts';
import type { Page } from '../../schemas/page.ts';
import { page, respond } from './press-server.ts';
import { siteAt } from './rig.ts';
import { crawlRig, serve } from './stage.ts';

const chromium = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);

/** The smallest picture there is: one grey pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

const stored = (origin: string, html: string): Page => ({
  id: 1,
  site: 'warta',
  url: `${origin}/a`,
  finalUrl: `${origin}/a`,
  fetchedAt: '2024-11-01T01:00:00.000Z',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
  via: 'http',
});

const { signal } = new AbortController();

describe.skipIf(chromium === null)('how a page looks', () => {
  test('is drawn from the stored bytes; style, script and picture come one by one through the gate', async () => {
    const outside = await serve({ '/x.gif': page('x') });
    const server = await serve({
      '/a': page('another text by now'),
      '/a.css': respond(200, { 'content-type': 'text/css' }, 'main { height: 3000px }'),
      '/a.gif': respond(200, { 'content-type': 'image/gif' }, GIF),
      '/a.js': respond(
        200,
        { 'content-type': 'text/javascript' },
        `document.querySelector('main').textContent = 'dibaca'`,
      ),
    });
    const html = `<!doctype html><link rel="stylesheet" href="/a.css"><main>x</main><img src="/a.gif"><img src="${outside.origin}/x.gif"><script src="/a.js"></script>`;
    const { crawler } = crawlRig({ chromium, quietWithinMs: 20_000, limits: {} });
    const look = await lookAt(crawler, siteAt(server.origin), stored(server.origin, html), signal);
    if (!look.ok) throw new Error(look.error.detail);
    expect(new TextDecoder().decode(look.value.html)).toContain('<main>dibaca</main>');
    expect([...look.value.resources.keys()].sort()).toEqual(
      ['/a.css', '/a.gif', '/a.js'].map((path) => `${server.origin}${path}`),
    );
    expect(look.value.picture.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(look.value.cut).toBe(false);
    expect(look.value.refused).toBe(1);
    expect(server.paths()).not.toContain('/a');
    expect(server.peak()).toBe(1);
    expect(outside.asked).toEqual([]);
  });

  test('a page of endless height is cut, and said to be', async () => {
    const server = await serve({});
    const html = '<!doctype html><div style="height: 90000px">panjang</div>';
    const { crawler } = crawlRig({ chromium, quietWithinMs: 20_000, limits: {} });
    const look = await lookAt(crawler, siteAt(server.origin), stored(server.origin, html), signal);
    expect(look).toMatchObject({ ok: true, value: { cut: true, refused: 0 } });
  });
});

test.for([
  [null, 'no Chromium on this machine'],
  ['/bin/false', ''],
] as const)('with Chromium %s there is a reason instead', async ([executable, reason]) => {
  const server = await serve({});
  const { crawler } = crawlRig({ chromium: executable });
  const look = await lookAt(crawler, siteAt(server.origin), stored(server.origin, 'x'), signal);
  expect(look).toMatchObject({ ok: false, error: { kind: 'browser' } });
  expect(look.ok ? '' : look.error.detail).toContain(reason);
});
