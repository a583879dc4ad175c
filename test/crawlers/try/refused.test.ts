// Sites that may not, or will not, be asked: when the trial ends, and what it leaves alone.
import { expect, test } from 'vitest';
import { draftSite } from '../../../crawlers/try/draft.ts';
import { respond } from '../press-server.ts';
import { serve } from '../stage.ts';
import { healthy } from './newspaper.ts';
import { checkOf, trial, tryAddress } from './trial.ts';

test('a server that refuses everyone is asked three times and no more', async () => {
  const refuse = respond(403);
  const server = await serve({ '/robots.txt': respond(404) });
  for (const path of [
    '/',
    '/feed/',
    '/rss',
    '/wp-json/wp/v2/posts',
    '/feeds/posts/default',
    '/sitemap.xml',
  ])
    server.routes.set(path, refuse);
  const report = await tryAddress(server.origin);
  expect(report.usable).toBe(false);
  expect(server.paths().filter((path) => path !== '/robots.txt')).toHaveLength(3);
  expect(checkOf(report, 'samples').reason).toContain('3 times in a row status-403');
});

test('a server that asks to be left alone is left alone', async () => {
  const busy = respond(429, { 'retry-after': '3600' });
  const server = await serve({ '/': busy, '/feed/': busy });
  const report = await tryAddress(server.origin);
  expect(report.usable).toBe(false);
  expect(server.paths()).toEqual(['/robots.txt', '/']);
});

const publicSite = draftSite(new URL('https://kabar-contoh.id/'), false);
const found = (...addresses: string[]) => ({
  deps: { resolve: () => Promise.resolve(addresses.map((address) => ({ address, family: 4 }))) },
});

test('a name that the DNS does not know ends the trial', async () => {
  const report = await trial(publicSite, {
    deps: { resolve: () => Promise.reject(new Error('getaddrinfo ENOTFOUND kabar-contoh.id')) },
  });
  expect(report).toMatchObject({ usable: false, requests: 0 });
  expect(report.checks.map(({ name, status }) => [name, status])).toEqual([['address', 'failed']]);
  expect(checkOf(report, 'address').reason).toContain('does not know kabar-contoh.id');
  expect(report.notRun).toContain('samples');
});

test.for([['10.0.0.7'], ['127.0.0.1', '::1'], []])(
  'a name that leads to %j is not asked',
  async (addresses) => {
    const report = await trial(publicSite, found(...addresses));
    expect(report).toMatchObject({ usable: false, requests: 0 });
    expect(checkOf(report, 'address').reason).toContain('no public address');
  },
);

test('an address on this machine is refused without --loopback', async () => {
  const server = await serve(healthy());
  const report = await trial(draftSite(new URL(server.origin), false));
  expect(report.usable).toBe(false);
  expect(checkOf(report, 'address').next).toContain('--loopback');
  expect(server.asked).toEqual([]);
});

test('a host that does not answer to https is tried without it next', async () => {
  const dead = draftSite(new URL('https://127.0.0.1:9/'), true);
  const report = await trial(dead);
  expect(checkOf(report, 'robots')).toMatchObject({ status: 'failed' });
  expect(checkOf(report, 'robots').next).toContain('site try http://127.0.0.1:9/');
});
