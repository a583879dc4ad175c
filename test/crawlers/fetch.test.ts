// Faults of servers → the one ending of each, with nothing hanging and nothing over the caps.
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchOne, type Answer, type FetchTask } from '../../crawlers/fetch.ts';
import { openWeb, policyOf, type Web } from '../../crawlers/web.ts';
import type { FetchError } from '../../schemas/page.ts';
import type { Result } from '../../schemas/result.ts';
import { memoryLedger } from '../contracts/memory-ledger.ts';
import { FAULTS, LIMITS, outcome } from './faults.ts';
import { respond, startServer, type TestServer } from './press-server.ts';
import { CERTIFICATE, KEY } from './self-signed.ts';

/** A loaded machine takes its time. */
const PATIENT = { timeout: 20_000 };

describe('fetchOne', () => {
  let server: TestServer;
  let web: Web;
  const ask = (
    target: string,
    task: Partial<FetchTask> = {},
  ): Promise<Result<Answer, FetchError>> =>
    fetchOne(web, {
      url: target.startsWith('/') ? server.origin + target : target,
      policy: policyOf({ home: server.origin, hosts: [], loopback: true, delay: 0 }),
      limits: LIMITS,
      signal: new AbortController().signal,
      html: true,
      ...task,
    });

  beforeAll(async () => {
    server = await startServer(Object.fromEntries(FAULTS.map(([path, route]) => [path, route])));
    web = openWeb({
      ledger: memoryLedger(),
      now: () => Date.now(),
      concurrency: 50,
      version: '0',
      contact: 'x',
    });
  });
  afterAll(async () => {
    await web.close();
    await server.close();
  });

  test.for(FAULTS.map(([path, , ending]) => ({ path, ending })))(
    '$path ends as $ending',
    async ({ path, ending }) => {
      expect(outcome(await ask(path))).toBe(ending);
    },
  );

  test('after all that, a request is answered as before', async () => {
    expect(outcome(await ask('/fine'))).toBe('200');
  });

  test.for([
    { name: 'a closed port', address: 'http://127.0.0.1:1/', ending: 'connect' },
    { name: 'https on an http port', address: 'https', ending: 'tls' },
    { name: 'a name that does not exist', address: 'http://nowhere.invalid/', ending: 'dns' },
  ])('$name ends as $ending', async ({ address, ending }) => {
    const url = address === 'https' ? server.origin.replace('http', 'https') : address;
    const policy = policyOf({ home: url, hosts: [], loopback: true, delay: 0 });
    expect(outcome(await ask(url, { policy, limits: { ...LIMITS, headersMs: 5000 } }))).toBe(
      ending,
    );
  });

  test('a certificate that nobody vouches for ends as tls', async () => {
    const secure = createTlsServer({ key: KEY, cert: CERTIFICATE }, (_request, response) =>
      response.end('<p>'),
    );
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`;
    const policy = policyOf({ home: url, hosts: [], loopback: true, delay: 0 });
    expect(outcome(await ask(url, { policy }))).toBe('tls');
    secure.close();
  });

  test('a redirect is followed to its end, and the end is named', async () => {
    const result = await ask('/moved');
    expect(result).toMatchObject({ ok: true, value: { finalUrl: `${server.origin}/fine` } });
  });

  test('a redirect target is asked about before it is visited', async () => {
    const refusal: FetchError = { kind: 'redirects', detail: 'no' };
    const before = server.asked.length;
    const result = await ask('/moved', {
      mayVisit: (url) => Promise.resolve(url.pathname === '/fine' ? refusal : null),
    });
    expect(result).toEqual({ ok: false, error: refusal });
    expect(server.paths().slice(before)).toEqual(['/moved']);
  });

  test('what it sends: honest name, language, no cookies', async () => {
    server.routes.set('/cookies', respond(302, { 'set-cookie': 'a=1', location: '/fine' }));
    await ask('/cookies');
    const { headers } = server.asked.at(-1) ?? {};
    expect(headers).toMatchObject({
      'user-agent': 'Pantau/0 (+x)',
      'accept-language': 'id,en;q=0.5',
    });
    expect(headers).not.toHaveProperty('cookie');
  });

  test('a contact cannot add a header', async () => {
    const other = openWeb({
      ledger: memoryLedger(),
      now: () => 0,
      concurrency: 1,
      version: '0',
      contact: 'a\r\nx: y (é)',
    });
    expect(other.userAgent).toMatch(/^Pantau\/0 \(\+[\x20-\x7e]*\)$/);
    await other.close();
  });

  test('conditional GET: 304 with the validators, 200 without', async () => {
    server.routes.set('/feed', (response, request) => {
      const fresh =
        request.headers['if-none-match'] === '"v1"' &&
        request.headers['if-modified-since'] === 'then';
      response.writeHead(fresh ? 304 : 200, { etag: '"v1"' }).end(fresh ? undefined : '<rss/>');
    });
    const plain = { html: false };
    expect(outcome(await ask('/feed', plain))).toBe('200');
    expect(
      outcome(await ask('/feed', { ...plain, validators: { etag: '"v1"', lastModified: 'then' } })),
    ).toBe('304');
    expect(
      outcome(await ask('/feed', { ...plain, validators: { etag: '"v2"', lastModified: null } })),
    ).toBe('200');
  });

  test('truncate keeps what fits', async () => {
    const result = await ask('/is-much', { truncate: true });
    expect(result).toMatchObject({ ok: true, value: { status: 200 } });
    expect(result.ok && result.value.body.length).toBe(LIMITS.bytes);
  });

  test('an abort ends it at once, as a rejection', async () => {
    const controller = new AbortController();
    const asked = ask('/no-answer', {
      signal: controller.signal,
      limits: { ...LIMITS, headersMs: 60_000 },
    });
    await expect.poll(() => server.paths().at(-1), PATIENT).toBe('/no-answer');
    controller.abort();
    await expect(asked).rejects.toThrow('abort');
  });
});
