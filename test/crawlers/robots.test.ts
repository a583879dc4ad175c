// robots.txt, as sites write it and as servers fail to give it.
import { afterEach, describe, expect, test } from 'vitest';
import { createRobots, parseRobots } from '../../crawlers/robots.ts';
import { policyOf } from '../../crawlers/web.ts';
import { respond, startServer, type Route, type TestServer } from './press-server.ts';
import { rig, siteAt, type Rig } from './rig.ts';

const ROBOTS = 'https://x.id/robots.txt';
const allows = (text: string, path: string): boolean =>
  parseRobots(ROBOTS, text).allows(`https://x.id${path}`);

test.for([
  { name: 'nothing', text: '', path: '/a', allowed: true },
  { name: 'a folder', text: 'User-agent: *\nDisallow: /admin/', path: '/admin/a', allowed: false },
  { name: 'beside it', text: 'User-agent: *\nDisallow: /admin/', path: '/a', allowed: true },
  { name: 'all', text: 'User-agent: *\nDisallow: /', path: '/a', allowed: false },
  { name: 'empty rule', text: 'User-agent: *\nDisallow:', path: '/a', allowed: true },
  {
    name: 'our own group goes before *',
    text: 'User-agent: *\nDisallow: /\n\nUser-agent: Pantau\nDisallow: /x',
    path: '/a',
    allowed: true,
  },
  {
    name: 'our group in capitals, with version',
    text: 'USER-AGENT: PANTAU/9\ndisallow: /a',
    path: '/a',
    allowed: false,
  },
  { name: 'another robot', text: 'User-agent: GPTBot\nDisallow: /', path: '/a', allowed: true },
  {
    name: 'two names, one group',
    text: 'User-agent: x\nUser-agent: pantau\nDisallow: /a',
    path: '/a',
    allowed: false,
  },
  {
    name: 'two groups of ours are one',
    text: 'User-agent: pantau\nDisallow: /b\nUser-agent: pantau\nDisallow: /a',
    path: '/a',
    allowed: false,
  },
  {
    name: 'longest rule wins',
    text: 'User-agent: *\nDisallow: /a\nAllow: /a/b',
    path: '/a/b/c',
    allowed: true,
  },
  {
    name: 'star and end',
    text: 'User-agent: *\nDisallow: /*?share=*$',
    path: '/a?share=x',
    allowed: false,
  },
  { name: 'end mark', text: 'User-agent: *\nDisallow: /*.pdf$', path: '/a.pdf?x', allowed: true },
  { name: 'escapes', text: 'User-agent: *\nDisallow: /caf%c3%a9', path: '/café', allowed: false },
  {
    name: 'byte order mark',
    text: '\uFEFFUser-agent: *\nDisallow: /a',
    path: '/a',
    allowed: false,
  },
  { name: 'carriage returns', text: 'User-agent: *\rDisallow: /a\r', path: '/a', allowed: false },
  {
    name: 'comments',
    text: 'User-agent: * # all\n# Disallow: /\nDisallow: /b # b',
    path: '/b',
    allowed: false,
  },
  {
    name: 'an HTML page',
    text: '<!doctype html><html><body>404: Disallow: /</body></html>',
    path: '/a',
    allowed: true,
  },
])('$name', ({ text, path, allowed }) => {
  expect(allows(text, path)).toBe(allowed);
});

test('addresses of another origin are not its to forbid', () => {
  const rules = parseRobots(ROBOTS, 'User-agent: *\nDisallow: /');
  expect(rules.allows('https://www.x.id/a')).toBe(true);
});

test.for([
  ['Crawl-delay: 5', 5],
  ['Crawl-delay: 0.5', 0.5],
  ['Crawl-delay: 86400', 300],
  ['Crawl-delay: 1e999', 300],
  ['Crawl-delay: -1', null],
  ['Crawl-delay: banyak', null],
  ['Crawl-delay:', null],
  ['', null],
] as const)('%s asks for %s s', ([line, seconds]) => {
  expect(parseRobots(ROBOTS, `User-agent: *\n${line}\nDisallow: /a`).crawlDelay).toBe(seconds);
});

test('sitemaps are named', () => {
  const { sitemaps } = parseRobots(ROBOTS, 'Sitemap: https://x.id/s.xml\nUser-agent: *\nDisallow:');
  expect(sitemaps).toEqual(['https://x.id/s.xml']);
});

test('a hostile file is read in bounded time', () => {
  const line = `Disallow: /${'*a'.repeat(1000)}\n`;
  const text = `User-agent: *\n${line.repeat(Math.floor((500 * 1024) / line.length))}`;
  const started = performance.now();
  parseRobots(ROBOTS, text).allows(`https://x.id/${'a'.repeat(500)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe('of a server', () => {
  const open: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const part of open.splice(0)) await part.close();
  });
  const serve = async (robots: Route): Promise<{ server: TestServer; made: Rig }> => {
    const server = await startServer({ '/robots.txt': robots });
    const made = rig();
    open.push(server, made);
    return { server, made };
  };
  const ask = async (robots: Route): Promise<string> => {
    const { server, made } = await serve(robots);
    const policy = policyOf(siteAt(server.origin));
    const rules = await made.crawler.robots(
      new URL(server.origin),
      policy,
      AbortSignal.timeout(5000),
    );
    return rules.ok ? String(rules.value.allows(`${server.origin}/a`)) : rules.error.kind;
  };
  const FORBID = 'User-agent: *\nDisallow: /a';

  test.for([
    { name: '200', robots: respond(200, {}, FORBID), says: 'false' },
    {
      name: '200 in another type',
      robots: respond(200, { 'content-type': 'application/pdf' }, FORBID),
      says: 'false',
    },
    { name: '404', robots: respond(404, {}, FORBID), says: 'true' },
    { name: '403', robots: respond(403), says: 'true' },
    { name: '429', robots: respond(429), says: 'status' },
    { name: '500', robots: respond(500), says: 'status' },
    { name: 'no answer', robots: () => {}, says: 'timeout' },
    {
      name: 'redirect',
      robots: ((response, request) =>
        respond(302, { location: `${request.url}?b` })(response, request)) as Route,
      says: 'true',
    },
    {
      name: '10 MB: its head counts',
      robots: respond(200, {}, `${FORBID}\n${'# x\n'.repeat(2_500_000)}`),
      says: 'false',
    },
  ])('$name: $says', async ({ robots, says }) => {
    expect(await ask(robots)).toBe(says);
  });

  test('is asked once a day, and after a failure again soon', async () => {
    let now = Date.parse('2024-11-05T00:00:00Z');
    const server = await startServer({ '/robots.txt': respond(200, {}, FORBID) });
    const made = rig({ now: () => now });
    open.push(server, made);
    const robots = createRobots(made.crawler.web);
    const policy = policyOf(siteAt(server.origin));
    const read = () => robots(new URL(`${server.origin}/x`), policy, AbortSignal.timeout(5000));
    await Promise.all([read(), read()]);
    now += 23 * 3600_000;
    await read();
    expect(server.asked.length).toBe(1);
    now += 2 * 3600_000;
    server.routes.set('/robots.txt', respond(500));
    expect((await read()).ok).toBe(false);
    now += 60_000;
    expect((await read()).ok).toBe(false);
    expect(server.asked.length).toBe(2);
    now += 10 * 60_000;
    server.routes.set('/robots.txt', respond(404));
    expect((await read()).ok).toBe(true);
    expect(server.asked.length).toBe(3);
  });
});
