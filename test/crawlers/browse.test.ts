// Pages that need JavaScript, through a real Chromium that has no network of its own.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openBrowser } from '../../crawlers/browse.ts';
import { findChromium } from '../../crawlers/chromium.ts';
import { page, respond, type Route } from './press-server.ts';
import { siteAt, type Rig } from './rig.ts';
import { crawlRig, serve } from './stage.ts';

const chromium = findChromium(process.env['PANTAU_CHROMIUM'] ?? null, process.env);
if (chromium === null) {
  const message =
    'NOT RUN: pages through Chromium. Install one (apt-get install chromium) or set PANTAU_CHROMIUM.';
  if (process.env['PANTAU_REQUIRE_ALL'] === '1') throw new Error(message);
  console.warn(message);
}

const script = (body: string): string =>
  `<!doctype html><html><head><title>t</title></head><body><main></main>${body}</body></html>`;
const js = (code: string): Route => respond(200, { 'content-type': 'text/javascript' }, code);

const browserRig = (): Rig => crawlRig({ chromium, quietWithinMs: 4000, limits: {} });

const body = ({ ledger }: Rig): string => new TextDecoder().decode(ledger.pages.at(-1)?.body);

describe.skipIf(chromium === null)('a page in Chromium', () => {
  test('is kept as its scripts leave it, with scripts and data fetched one by one', async () => {
    const server = await serve(
      {
        '/a': script(
          '<img src="/a.jpg"><link rel="stylesheet" href="/a.css"><script src="/a.js"></script>',
        ),
        '/a.js': js(
          `fetch('/a.json').then(r => r.json()).then(d => { document.querySelector('main').textContent = d.isi })`,
        ),
        '/a.json': respond(200, { 'content-type': 'application/json' }, '{"isi":"Netralitas ASN"}'),
      },
      ['/a'],
    );
    const made = browserRig();
    const report = await made.round([siteAt(server.origin, { browser: true })]);
    expect(report.sites[0]).toMatchObject({ fetched: 1, failed: {}, skipped: {}, retried: {} });
    expect(body(made)).toContain('<main>Netralitas ASN</main>');
    expect(made.ledger.pages[0]).toMatchObject({
      via: 'browser',
      status: 200,
      url: `${server.origin}/a`,
    });
    expect(server.paths()).toEqual(['/robots.txt', '/feed', '/a', '/a.js', '/a.json']);
    expect(server.peak()).toBe(1);
  });

  test('reaches nothing but its own site: no private address, no other port, no socket', async () => {
    const inside = await serve({ '/': page('inside') });
    const server = await serve(
      {
        '/a': script(`<script>
        const to = '${inside.origin}/';
        const frame = document.createElement('iframe'); frame.src = to; document.body.append(frame);
        new WebSocket(to.replace('http', 'ws'));
        navigator.sendBeacon(to);
        Promise.allSettled([fetch(to), fetch(to, { method: 'POST' }), fetch('http://169.254.169.254/'),
          new Promise(done => { const i = new Image(); i.onerror = done; i.src = to }),
        ]).then(r => { document.querySelector('main').textContent = 'ends: ' + r.map(x => x.status).join() })
      </script>`),
      },
      ['/a'],
    );
    const made = browserRig();
    await made.round([siteAt(server.origin, { browser: true })]);
    expect(body(made)).toContain('ends: rejected,rejected,rejected,fulfilled');
    expect(inside.asked).toEqual([]);
  });

  test('a script that leads on is followed on the site, with robots.txt asked, and not off it', async () => {
    const server = await serve(
      {
        '/robots.txt': respond(200, {}, 'User-agent: *\nDisallow: /tertutup'),
        '/a': script(`<script>location.href = '/b'</script>`),
        '/b': script(
          `<p>isi</p><script>setTimeout(() => { location.href = '/tertutup' }, 50)</script>`,
        ),
      },
      ['/a'],
    );
    const made = browserRig();
    const report = await made.round([siteAt(server.origin, { browser: true })]);
    expect(report.sites[0]).toMatchObject({ fetched: 1 });
    expect(made.ledger.pages[0]?.finalUrl).toBe(`${server.origin}/b`);
    expect(server.paths()).not.toContain('/tertutup');
  });

  test('faults of the document end as without Chromium', async () => {
    const server = await serve({ '/a': respond(404) }, ['/a']);
    const made = browserRig();
    const report = await made.round([siteAt(server.origin, { browser: true })]);
    expect(report.sites[0]).toMatchObject({ fetched: 0, failed: { 'status-404': 1 } });
  });

  test('a page that is never quiet is kept as it stands when the time is up', async () => {
    const server = await serve(
      {
        '/a': script(`<p>isi</p><script>setInterval(() => fetch('/tick'), 20)</script>`),
        '/tick': respond(200),
      },
      ['/a'],
    );
    const made = crawlRig({ chromium, quietWithinMs: 500, limits: {} });
    await made.round([siteAt(server.origin, { browser: true })]);
    expect(body(made)).toContain('<p>isi</p>');
  });
});

describe('a machine without a Chromium', () => {
  test('its pages are skipped as no-browser, others go on, and they are due again once there is one', async () => {
    const [needs, plain] = [
      await serve({ '/a': page('a') }, ['/a']),
      await serve({ '/a': page('a') }, ['/a']),
    ];
    const sites = [
      siteAt(needs.origin, { id: 'needs', browser: true }),
      siteAt(plain.origin, { id: 'plain' }),
    ];
    const without = crawlRig();
    const first = await without.round(sites);
    expect(first.sites).toMatchObject([
      { site: 'needs', found: 1, fetched: 0, skipped: { 'no-browser': 1 } },
      { site: 'plain', fetched: 1 },
    ]);
    expect(without.logged.map(({ event }) => event)).toContain('browser.missing');
    expect((await without.round(sites)).sites[0]).toMatchObject({ found: 0, skipped: {} });
    const browser = {
      render: (answer: unknown) => Promise.resolve({ ok: true, value: answer }),
      look: () => Promise.reject(new Error('nobody looks')),
      starts: () => 0,
      close: async () => {},
    };
    const crawler = {
      ...without.crawler,
      browser: browser as NonNullable<Rig['crawler']['browser']>,
    };
    const later = await without.round(sites, {}, crawler);
    expect(later.sites).toMatchObject([{ fetched: 1, skipped: {} }, { fetched: 0 }]);
  });

  test.skipIf(process.platform !== 'linux').for([
    [1, 3],
    [undefined, 1],
  ] as const)(
    'a Chromium of more than %s bytes is replaced: %i for three pages',
    async ([mostBytes, starts]) => {
      const server = await serve({ '/a': page('a'), '/b': page('b'), '/c': page('c') }, [
        '/a',
        '/b',
        '/c',
      ]);
      const made = browserRig();
      const browser = openBrowser({ web: made.crawler.web, executable: chromium ?? '', mostBytes });
      const sites = [siteAt(server.origin, { browser: true })];
      const report = await made.round(sites, {}, { ...made.crawler, browser });
      await browser.close();
      expect([report.sites[0]?.fetched, browser.starts()]).toEqual([3, starts]);
    },
  );

  test('a Chromium that cannot start fails the page as browser, to be tried again', async () => {
    const server = await serve({ '/a': page('a') }, ['/a']);
    const made = crawlRig({ chromium: '/bin/false' });
    const report = await made.round([siteAt(server.origin, { browser: true })]);
    expect(report.sites[0]).toMatchObject({
      fetched: 0,
      retried: { browser: 2 },
      failed: { browser: 1 },
    });
  });
});

test.for([
  ['a configured path', process.execPath, {}, process.execPath],
  ['a configured path that is not there', '/nowhere/chromium', {}, null],
] as const)('findChromium: %s', ([, configured, env, want]) => {
  expect(findChromium(configured, env)).toBe(want);
});

test('findChromium: one that the system has', () => {
  const found = findChromium(null, {});
  if (found !== null) expect(existsSync(found)).toBe(true);
});
