// Letters to a real HTTP receiver: the signature checked by a library that is not ours, answers, addresses that are refused.
import { lookup } from 'node:dns/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import { guardedLookup, isRefusedLiteral } from '../../../crawlers/address.ts';
import { webhookSecret } from '../../../oversight/alerts/links.ts';
import { type WebhookDeps, webhookChannel } from '../../../oversight/channels/webhook.ts';
import { type Hook, type Manner, openHook } from '../receivers.ts';
import { KEY, letter, never, voice } from './voice.ts';

let hook: Hook | null = null;
afterEach(async () => {
  await hook?.close();
  hook = null;
});

const OPEN: WebhookDeps = {
  key: KEY,
  links: voice.links,
  lookup: null,
  isRefused: () => false,
  version: '0.1.0',
  now: Date.now,
};

async function sendTo(manner: Manner, deps: Partial<WebhookDeps> = {}, signal = never) {
  hook = await openHook(() => manner);
  return webhookChannel(hook.url, { ...OPEN, ...deps })(letter(), signal);
}

test('what arrives is signed as Standard Webhooks says, and a changed byte, key or time is found', async () => {
  expect(await sendTo('take')).toEqual({ kind: 'delivered' });
  const [taken] = hook?.taken ?? [];
  const headers = hook?.headers[0] ?? {};
  const secret = webhookSecret(KEY, 'asn-kaltim');
  const check = (body: string, given = headers, key = secret): unknown =>
    new Webhook(key).verify(body, given);
  expect(check(taken?.body ?? '')).toMatchObject({
    type: 'pantau.alerts',
    data: {
      watch: { id: 'asn-kaltim' },
      alerts: [{ key: 'k1', kind: 'dugaan', primary: '64.74' }],
    },
  });
  expect(headers).toMatchObject({ 'webhook-id': 'pantau-abc', 'idempotency-key': 'pantau-abc' });
  const body = taken?.body ?? '';
  expect(() => check(body.replace('dugaan', 'sanksi'))).toThrow();
  expect(() => check(body, headers, webhookSecret(KEY, 'another'))).toThrow();
  expect(() => check(body, { ...headers, 'webhook-timestamp': '1700000000' })).toThrow();
});

test.for<[Manner, object]>([
  ['500', { kind: 'failed', afterMs: null }],
  ['429', { kind: 'failed', afterMs: 1_000 }],
  ['cut', { kind: 'failed' }],
  ['taken-then-500', { kind: 'failed' }],
  ['400', { kind: 'refused' }],
])('a receiver that answers %s', async ([manner, sent]) => {
  expect(await sendTo(manner)).toMatchObject(sent);
});

test('a receiver that is silent is given up when the signal says so', async () => {
  const stop = new AbortController();
  const sending = sendTo('silent', {}, stop.signal);
  const wait = setInterval(() => {
    if (hook !== null && hook.asked() > 0) stop.abort();
  }, 5);
  expect(await sending).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('in time'),
  });
  clearInterval(wait);
});

describe('addresses that must not be asked', () => {
  const GUARD = { lookup: guardedLookup(lookupOf({})), isRefused: isRefusedLiteral };

  /** Names as a resolver would answer them. */
  function lookupOf(names: Record<string, string>) {
    return async (host: string) => {
      const address = names[host];
      return address === undefined ? lookup(host, { all: true }) : [{ address, family: 4 }];
    };
  }

  test.for([
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'http://[::1]:9/',
    'http://0x7f.1:9/',
    'http://2130706433:9/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:127.0.0.1]:9/',
    'http://0.0.0.0:9/',
  ])('%s', async (address) => {
    const sent = await webhookChannel(address, { ...OPEN, ...GUARD })(letter(), never);
    expect(sent).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('not a public address'),
    });
  });

  test('a name that leads to this machine is refused at the connection, and nothing arrives', async () => {
    hook = await openHook();
    const { port } = new URL(hook.url);
    const names = lookupOf({ 'umpan.example': '127.0.0.1' });
    const deps = { ...OPEN, isRefused: isRefusedLiteral, lookup: guardedLookup(names) };
    const sent = await webhookChannel(`http://umpan.example:${port}/`, deps)(letter(), never);
    expect(sent).toMatchObject({ reason: expect.stringContaining('not a public address') });
    expect(hook.asked()).toBe(0);
  });

  test('a name that changes its mind is judged at each connection', async () => {
    hook = await openHook();
    const { port } = new URL(hook.url);
    let asked = 0;
    const flipping = async () => {
      asked += 1;
      return [{ address: asked % 2 === 1 ? '10.9.8.7' : '127.0.0.1', family: 4 }];
    };
    const deps = { ...OPEN, isRefused: isRefusedLiteral, lookup: guardedLookup(flipping) };
    const send = webhookChannel(`http://umpan.example:${port}/`, deps);
    for (let n = 0; n < 4; n += 1) expect((await send(letter(), never)).kind).toBe('failed');
    expect([asked, hook.asked()]).toEqual([4, 0]);
  });
});

test('a redirect is not followed', async () => {
  const { createServer } = await import('node:http');
  const target = await openHook();
  const server = createServer((_request, response) => {
    response.writeHead(307, { location: target.url }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const sent = await webhookChannel(`http://127.0.0.1:${port}/`, OPEN)(letter(), never);
  expect(sent).toMatchObject({ kind: 'failed', reason: expect.stringContaining('307') });
  expect(target.asked()).toBe(0);
  server.close();
  await target.close();
});
