// The verbs of watches as their user runs them: faults, exits, a test and a dead letter over real receivers.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ARCHIVE_FILE } from '../../cli/paths.ts';
import { watchYaml } from '../../oversight/watches/write.ts';
import { openNewsroom } from '../oversight/alerts/newsroom.ts';
import { watch } from '../oversight/make.ts';
import { type Manner, openHook } from '../oversight/receivers.ts';
import { newFolder, pantau } from './run.ts';

/** Milliseconds: each verb is a process of its own. */
const SLOW = 120_000;

/** A data folder with one watch, one hook that behaves as told, and an article that was told. */
async function place(manner: () => Manner) {
  const data = newFolder();
  const hook = await openHook(manner);
  onTestFinished(() => hook.close());
  const one = watch({ channels: [{ kind: 'webhook', url: hook.url }] });
  mkdirSync(join(data, 'watches'));
  writeFileSync(join(data, 'watches', `${one.id}.yaml`), watchYaml(one));
  writeFileSync(join(data, 'pantau.yaml'), 'webhookLoopback: true\n');
  const room = openNewsroom([one], { path: join(data, ARCHIVE_FILE) });
  room.print(1, { text: 'Camat diduga mengajak warga memilih paslon nomor dua.' });
  room.archive.close();
  const run = (...args: string[]) => pantau(['watch', ...args, '--data', data]);
  return { data, hook, run };
}

test(
  'list, rehearse, send, and what arrives',
  async () => {
    const { data, hook, run } = await place(() => 'take');
    expect((await run('list')).out).toMatch(/asn-kaltim +ASN Kaltim +webhook:/);
    const rehearsed = await run('rehearse', 'asn-kaltim', '--days', '3650', '--json');
    expect(JSON.parse(rehearsed.out)).toMatchObject({ alerts: 1, stories: 1, days: 3650 });
    const sent = await run('send', '--json');
    expect([sent.exit, JSON.parse(sent.out)]).toMatchObject([0, { alerts: 1, messages: 1 }]);
    expect(hook.taken).toHaveLength(1);
    expect(JSON.parse((await run('send', '--json')).out)).toMatchObject({ alerts: 0, messages: 0 });
    expect(statSync(join(data, 'alerts.key')).mode & 0o777).toBe(0o600);
    expect((await run('secret', 'asn-kaltim')).out).toMatch(/^whsec_[\w+/]{43}=\n$/);
  },
  SLOW,
);

test(
  'what a receiver refuses is told by send and status, and goes again when it is asked for',
  async () => {
    let manner: Manner = '400';
    const { data, hook, run } = await place(() => manner);
    const refused = await run('send');
    expect([refused.exit, refused.out]).toMatchObject([
      1,
      expect.stringContaining('1 alerts given'),
    ]);
    const status = await pantau(['status', '--data', data]);
    expect(status.out).toMatch(/1 given up[^]*'watch send --dead' tries again/);
    manner = 'take';
    expect((await run('send', '--dead')).out).toContain('1 tried again');
    expect(hook.taken).toHaveLength(1);
  },
  SLOW,
);

test(
  'a test goes through each channel and says what came of it',
  async () => {
    const { hook, run } = await place(() => 'take');
    const tried = await run('test', 'asn-kaltim', '--json');
    expect(JSON.parse(tried.out)).toMatchObject([{ result: 'delivered' }]);
    expect(hook.taken[0]?.body).toContain('Percobaan: ASN Kaltim');
    expect((await run('test', 'asn-kaltim', '--channel', 'email')).exit).toBe(2);
  },
  SLOW,
);

test.for<[string[], number, RegExp]>([
  [['check'], 2, /holds no watch/],
  [['check', 'none.yaml'], 1, /none\.yaml: cannot be read/],
  [['rehearse', 'none'], 1, /holds no archive yet/],
  [['secret', '../../etc/passwd'], 2, /no watch/],
  [['rehearse', 'x', '--days', '0'], 2, /whole number/],
  [['test'], 2, /missing required argument/],
])('%j ends with %i and says why', async ([args, exit, why]) => {
  const ended = await pantau(['watch', ...args, '--data', newFolder()]);
  expect([ended.exit, ended.out + ended.err]).toEqual([exit, expect.stringMatching(why)]);
});
