// Sites with something wrong: which check says so, with which next step, and whether the site is usable.
import { expect, test } from 'vitest';
import type { CheckName } from '../../../crawlers/try/report.ts';
import { respond, type Route } from '../press-server.ts';
import { siteAt } from '../rig.ts';
import { HTML, serve } from '../stage.ts';
import {
  ahead,
  article,
  articles,
  feedOf,
  headlines,
  healthy,
  home,
  paths,
  TITLES,
  wordpress,
} from './newspaper.ts';
import { checkOf, trial, tryAddress } from './trial.ts';

test('a healthy site is usable, and nothing but its region is in doubt', async () => {
  const server = await serve(healthy());
  const report = await tryAddress(server.origin);
  expect(report.usable).toBe(true);
  expect(report.checks.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([
    'region and owner',
  ]);
  expect(checkOf(report, 'alive').reason).toMatch(/newest article is of \d{4}-/);
  expect(checkOf(report, 'cost').reason).toMatch(/at most \d+ requests and [\d.]+ [kM]B a day/);
  expect(report.requests + 1).toBe(server.asked.length); // and robots.txt
  expect(server.peak()).toBe(1);
});

const challenge = respond(
  200,
  HTML,
  '<title>Just a moment...</title><p>Checking your browser before accessing</p>',
);

type Fault = {
  what: string;
  routes: () => Record<string, Route>;
  check: CheckName;
  status: 'warning' | 'failed';
  says: RegExp;
  next: RegExp;
  usable: boolean;
};

const FAULTS: Fault[] = [
  {
    what: 'robots.txt forbids everything',
    routes: () => ({ ...healthy(), '/robots.txt': respond(200, {}, 'User-agent: *\nDisallow: /') }),
    check: 'robots',
    status: 'failed',
    says: /forbids Pantau every address/,
    next: /Ask the publisher/,
    usable: false,
  },
  {
    what: 'robots.txt answers 500',
    routes: () => ({ ...healthy(), '/robots.txt': respond(500) }),
    check: 'robots',
    status: 'failed',
    says: /cannot be read \(HTTP 500\), so nothing may be asked/,
    next: /Try again later/,
    usable: false,
  },
  {
    what: 'the home page answers 403, feed and articles are open',
    routes: () => ({ ...healthy(), '/': respond(403) }),
    check: 'home',
    status: 'warning',
    says: /HTTP 403/,
    next: /Ask the publisher/,
    usable: true,
  },
  {
    what: 'no feed and no sitemap: a listing is guessed',
    routes: () => ({ ...articles(), '/': home(`<a href="/tentang">Tentang</a>${headlines}`) }),
    check: 'listing',
    status: 'warning',
    says: /12 links at 'h3 a'/,
    next: /Compare with the page/,
    usable: true,
  },
  {
    what: 'no feed, no sitemap, no headlines',
    routes: () => ({ '/': home() }),
    check: 'listing',
    status: 'failed',
    says: /no way to find articles/,
    next: /Indeks/,
    usable: false,
  },
  {
    what: 'an empty shell without any list',
    routes: () => ({ '/': '<title>x</title><div id="app"></div><script src="/app.js"></script>' }),
    check: 'listing',
    status: 'failed',
    says: /empty without JavaScript/,
    next: /Look in a browser/,
    usable: false,
  },
  {
    what: 'articles are empty shells',
    routes: () => ({
      ...healthy(),
      ...Object.fromEntries(
        paths.map((path) => [
          path,
          '<title>x</title><div id="app"></div><script src="/app.js"></script>',
        ]),
      ),
    }),
    check: 'javascript',
    status: 'failed',
    says: /10 of 10 pages are empty/,
    next: /Install Chromium/,
    usable: false,
  },
  {
    what: 'a challenge page for every article',
    routes: () => ({ ...healthy(), ...Object.fromEntries(paths.map((path) => [path, challenge])) }),
    check: 'wall',
    status: 'failed',
    says: /10 of 10 pages: 10 wall:cloudflare:just-a-moment/,
    next: /not gone round/,
    usable: false,
  },
  {
    what: 'a challenge page for the home page only',
    routes: () => ({ ...healthy(), '/': challenge }),
    check: 'wall',
    status: 'warning',
    says: /the home page is a wall/,
    next: /not gone round/,
    usable: true,
  },
  {
    what: '403 for some articles',
    routes: () => ({
      ...healthy(),
      '/berita/1': respond(403),
      '/berita/3': respond(403),
      '/berita/5': respond(402),
    }),
    check: 'wall',
    status: 'warning',
    says: /3 of 10 pages/,
    next: /exclude/,
    usable: true,
  },
  {
    what: 'a WordPress whose clock was never set',
    routes: () => wordpress((utc) => utc),
    check: 'clock',
    status: 'warning',
    says: /date equals date_gmt in 12 of 12 posts: the site's clock is unset/,
    next: /notes:/,
    usable: true,
  },
  {
    what: 'a feed that is eight hours ahead of the pages',
    routes: () => ({ ...healthy(), '/feed/': feedOf(-8 / 24) }),
    check: 'clock',
    status: 'warning',
    says: /pages are 8 h behind the lists/,
    next: /Look at the time/,
    usable: true,
  },
  {
    what: 'a newspaper that no longer appears',
    routes: () => ({ ...healthy(), '/feed/': feedOf(400) }),
    check: 'alive',
    status: 'warning',
    says: /400 days ago/,
    next: /still appears/,
    usable: true,
  },
  {
    what: 'a forgotten sitemap beside a living feed',
    routes: () => ({
      ...healthy(),
      '/sitemap.xml': (response, request) =>
        response.end(
          `<urlset><url><loc>http://${request.headers.host}/berita/12</loc><lastmod>2021-05-01</lastmod></url></urlset>`,
        ),
    }),
    check: 'sitemap',
    status: 'warning',
    says: /newest of 2021-05-01/,
    next: /leave it out/,
    usable: true,
  },
  {
    what: 'a hijacked home page',
    routes: () => ({
      ...healthy(),
      '/': '<title>SLOT GACOR hari ini maxwin</title><p>daftar sekarang</p>',
    }),
    check: 'home',
    status: 'failed',
    says: /gambling/,
    next: /browser/,
    usable: false,
  },
  {
    what: 'a parked domain',
    routes: () => ({
      '/': '<title>contoh.id</title><p>This domain is for sale. Buy this domain now.</p>',
    }),
    check: 'home',
    status: 'failed',
    says: /parked or for sale/,
    next: /new address/,
    usable: false,
  },
  {
    what: 'a site that has moved to another host',
    routes: () => ({ '/': respond(301, { location: 'http://127.0.0.1:9/baru' }) }),
    check: 'home',
    status: 'failed',
    says: /leads to another host: http:\/\/127\.0\.0\.1:9\/baru/,
    next: /site try http:\/\/127\.0\.0\.1:9\//,
    usable: false,
  },
  {
    what: 'articles that carry no date',
    routes: () => ({
      '/': home(headlines),
      ...Object.fromEntries(
        TITLES.map((title, at) => [
          `/berita/${at + 1}`,
          article(title, '').replace(/<meta property="article:published[^>]*>/, ''),
        ]),
      ),
    }),
    check: 'samples',
    status: 'warning',
    says: /0 dated/,
    next: /extract: date:/,
    usable: true,
  },
];

test.for(FAULTS)('$what', async ({ routes, check, status, says, next, usable }) => {
  const server = await serve(routes());
  const report = await tryAddress(server.origin);
  const made = checkOf(report, check);
  expect([made.status, report.usable]).toEqual([status, usable]);
  expect(made.reason).toMatch(says);
  expect(made.next).toMatch(next);
  if (!usable) expect(report.checks.some(({ status: each }) => each === 'failed')).toBe(true);
});

test('a clock on another zone than the region is named with both', async () => {
  const server = await serve(wordpress(ahead(7)));
  const site = siteAt(server.origin, {
    discover: [{ kind: 'wordpress', url: `${server.origin}/wp-json/wp/v2/posts` }],
  });
  const clock = checkOf(await trial(site), 'clock');
  expect(clock.reason).toBe('WordPress shows UTC+7, the region keeps UTC+8');
  expect(checkOf(await trial({ ...site, region: '33' }), 'clock').status).toBe('ok');
});

test('a way of the entry that is dead is named with what to write instead', async () => {
  const server = await serve(healthy());
  const site = siteAt(server.origin, {
    discover: [{ kind: 'feed', url: `${server.origin}/rss-lama` }],
  });
  const report = await trial(site);
  expect(report.usable).toBe(true);
  expect(checkOf(report, 'feeds')).toMatchObject({
    status: 'warning',
    reason: `${server.origin}/rss-lama of the entry: HTTP 404`,
    next: `In the entry, write ${server.origin}/feed/ instead.`,
  });
});
