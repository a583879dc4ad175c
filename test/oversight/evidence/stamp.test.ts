// Time stamps by a real RFC 3161 service (OpenSSL) over HTTP; services that fail; what is stated then.
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { askTimestampService } from '../../../cli/proving/timestamp.ts';
import { stampHead, type StampDeps } from '../../../oversight/evidence/stamping.ts';
import { readStamp, stampRequest } from '../../../oversight/evidence/stamp.ts';
import { verifyPack } from '../../../oversight/evidence/verify.ts';
import { reportNotRun } from '../../elasticsearch/not-run.ts';
import { NOW, pack, rig } from './rig.ts';
import { hasOpenssl, newAuthority, serveHttp, serveStamps, type Authority } from './service.ts';

const openssl = hasOpenssl();
if (!openssl) await reportNotRun(import.meta.url, 'OpenSSL', 'install it: apt-get install openssl');

const nonce = (): Uint8Array => new Uint8Array([200, 1, 2, 3, 4, 5, 6, 7]);
const HASH = 'ab'.repeat(32);

function deps(made: ReturnType<typeof rig>, url: string, now = NOW): StampDeps {
  const { evidence } = made.archive;
  return { evidence, service: url, ask: askTimestampService(url), now: () => now, nonce };
}

describe.skipIf(!openssl)('with a service', () => {
  let authority: Authority;
  beforeAll(() => {
    authority = newAuthority();
  });
  afterAll(() => {
    authority.dispose();
  });

  test('the head is stamped; the pack carries it, and is checked against the root', async () => {
    const service = await serveStamps(authority);
    onTestFinished(() => service.close());
    const made = rig();
    const id = made.save(1, 0);
    made.save(2, 1);
    await made.capture();
    expect(await stampHead(deps(made, service.url))).toMatchObject({ seq: 3, failure: null });
    expect(await stampHead(deps(made, service.url, NOW + 3_600_000))).toBe(null);
    const file = await pack(made, [id]);
    const trusted = await verifyPack(file, { trusted: [authority.root] });
    expect(trusted).toMatchObject({
      whole: true,
      faults: [],
      stamps: [{ seq: 3, signer: 'Layanan Waktu Uji', trusted: true }],
    });
    const plain = await verifyPack(file);
    expect(plain).toMatchObject({ whole: true, stamps: [{ trusted: null }] });
    expect(plain.notes.join()).toMatch(/were not compared with trusted certificates/);
    const other = newAuthority();
    onTestFinished(() => {
      other.dispose();
    });
    const strange = await verifyPack(file, { trusted: [other.root] });
    expect(strange.faults).toEqual([
      'evidence/stamp-3.tsr: its signer, Layanan Waktu Uji, does not lead to a trusted certificate',
    ]);
  });

  test('an answer about another hash, to another request, or altered is refused', async () => {
    const answer = authority.reply(stampRequest(HASH, nonce()));
    const read = (options = {}, hash = HASH) => readStamp(answer, hash, options);
    expect(await read({ nonce: nonce() })).toMatchObject({ ok: true });
    expect(await read({}, 'cd'.repeat(32))).toMatchObject({
      error: 'the stamp is about something else',
    });
    expect(await read({ nonce: new Uint8Array(8) })).toMatchObject({
      error: 'the answer is not to the request that was sent',
    });
    const time = Buffer.from(answer).indexOf('20', 0, 'latin1');
    const altered = Buffer.from(answer);
    altered[time + 3] = (altered[time + 3] ?? 0) ^ 1;
    expect(await readStamp(altered, HASH)).toMatchObject({ ok: false });
  });
});

const FAILING: [string, RequestListener, RegExp][] = [
  ['answers 500', (_, response) => response.writeHead(500).end(), /HTTP 500/],
  ['cuts the line', (request) => request.socket.destroy(), /./],
  ['answers something else', (_, response) => response.end('<html>'), /not a time-stamp response/],
  ['answers nothing', (_, response) => response.end(), /not a time-stamp response/],
  ['never ends', (_, response) => response.end(Buffer.alloc(1_000_000)), /more than 262144 bytes/],
  [
    'refuses',
    (_, response) => response.end(Buffer.from('30053003020102', 'hex')),
    /the service refused \(status 2\)/,
  ],
];

test.for(FAILING)(
  'a service that %s: stated, asked again later, nothing lost',
  async ([, listener, reason]) => {
    const service = await serveHttp(listener);
    onTestFinished(() => service.close());
    const made = rig();
    const id = made.save(1, 0);
    await made.capture();
    expect((await stampHead(deps(made, service.url)))?.failure).toMatch(reason);
    expect(await stampHead(deps(made, service.url, NOW + 60_000))).toBe(null);
    expect((await stampHead(deps(made, service.url, NOW + 600_000)))?.failure).toMatch(reason);
    const file = await pack(made, [id]);
    const verdict = await verifyPack(file);
    expect(verdict).toMatchObject({ whole: true, stamps: [] });
    expect(verdict.notes.join()).toMatch(/no trusted time stamp covers log lines 2/);
  },
);

test('a service that is not there', async () => {
  const service = await serveHttp(() => {});
  await service.close();
  const made = rig();
  made.save(1, 0);
  await made.capture();
  expect((await stampHead(deps(made, service.url)))?.failure).toMatch(/ECONNREFUSED/);
});
