// Addresses that a site may not lead us to: private ones by name, by literal, by redirect, by a name that flips.
import { Agent } from 'undici';
import { describe, expect, test } from 'vitest';
import { fetchOne, type Answer } from '../../crawlers/fetch.ts';
import { openWeb, policyOf, type Web } from '../../crawlers/web.ts';
import type { FetchError } from '../../schemas/page.ts';
import type { Result } from '../../schemas/result.ts';
import { memoryLedger } from '../contracts/memory-ledger.ts';
import { LIMITS, outcome } from './faults.ts';
import { page, respond, startServer } from './press-server.ts';

describe('the guards of a site that is not on loopback', () => {
  const policy = policyOf({ home: 'http://press.test', hosts: [], loopback: false, delay: 0 });
  const answers = (...addresses: string[]) => {
    let asked = 0;
    const resolve = (): Promise<{ address: string; family: number }[]> => {
      const address = addresses[Math.min(asked, addresses.length - 1)] ?? '';
      asked += 1;
      return Promise.resolve(
        address.split(' ').map((each) => ({ address: each, family: each.includes(':') ? 6 : 4 })),
      );
    };
    return { resolve, asked: () => asked };
  };
  const guardedWeb = (resolve: ReturnType<typeof answers>['resolve']): Web =>
    openWeb({
      ledger: memoryLedger(),
      now: () => Date.now(),
      concurrency: 5,
      version: '0',
      contact: 'x',
      resolve,
    });
  const ask = (web: Web, url: string): Promise<Result<Answer, FetchError>> =>
    fetchOne(web, { url, policy, limits: LIMITS, signal: new AbortController().signal });

  test.for([
    '127.0.0.1',
    '10.0.0.8',
    '169.254.169.254',
    '100.64.0.1',
    '192.168.1.1',
    '172.31.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '10.0.0.1 fe80::1',
  ])('a name that resolves to %s is not connected to', async (address) => {
    const web = guardedWeb(answers(address).resolve);
    expect(outcome(await ask(web, 'http://press.test/a'))).toBe('private-address');
    await web.close();
  });

  test.for([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[2606:4700::1]/',
  ])('the literal %s is refused without a look-up', async (url) => {
    const dns = answers('93.184.216.34');
    const web = guardedWeb(dns.resolve);
    expect(outcome(await ask(web, url))).toBe('private-address');
    expect(dns.asked()).toBe(0);
    await web.close();
  });

  test('a name that flips to loopback after the first look-up reaches no server', async () => {
    const server = await startServer({ '/a': page('inside') });
    const dns = answers('203.0.113.9 127.0.0.1', '127.0.0.1');
    const web = guardedWeb(dns.resolve);
    const url = `http://press.test:${server.port}/a`;
    const here = policyOf({ home: url, hosts: [], loopback: false, delay: 0 });
    const task = { url, policy: here, limits: LIMITS, signal: new AbortController().signal };
    expect(outcome(await fetchOne(web, task))).toBe('private-address');
    expect(outcome(await fetchOne(web, task))).toBe('private-address');
    expect(server.asked).toEqual([]);
    await web.close();
    await server.close();
  });

  test.for([
    ['http://127.0.0.1/admin', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://[::ffff:10.0.0.1]/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data/', 'private-address'],
    ['http://other.test/', 'foreign-host'],
  ] as const)('a redirect to %s ends as %s', async ([location, ending]) => {
    const server = await startServer({ '/a': respond(302, { location }) });
    const url = `http://press.test:${server.port}/a`;
    const here = policyOf({ home: url, hosts: [], loopback: false, delay: 0 });
    const web = guardedWeb(answers('127.0.0.1').resolve);
    // stands for the public address that the name has in the world: this test's server is on loopback
    const toServer = new Agent({
      connect: {
        lookup: (_host, options, done) =>
          options.all
            ? done(null, [{ address: '127.0.0.1', family: 4 }])
            : done(null, '127.0.0.1', 4),
      },
    });
    const open = { ...web, agent: () => toServer };
    const signal = new AbortController().signal;
    expect(outcome(await fetchOne(open, { url, policy: here, limits: LIMITS, signal }))).toBe(
      ending,
    );
    expect(server.paths()).toEqual(['/a']);
    await Promise.all([web.close(), toServer.close()]);
    await server.close();
  });
});
