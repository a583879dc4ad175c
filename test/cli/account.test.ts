// Accounts from the command line, as an operator types them.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newFolder, pantau } from './run.ts';

const input = 'kuda laut di Bontang\n';
const add = (data: string, name: string, ...more: string[]) =>
  pantau(['account', 'add', name, '--data', data, ...more], { input });

test('added, listed, changed, disabled; every step is in the audit log', async () => {
  const data = newFolder();
  expect((await add(data, 'admin', '--role', 'admin')).exit).toBe(0);
  const desk = ['--role', 'reviewer', '--region', '64', '65.71'];
  expect((await add(data, 'kaltim', ...desk)).exit).toBe(0);
  const token = await pantau([
    'account',
    'token',
    'add',
    'kaltim',
    '--label',
    'skrip',
    '--data',
    data,
  ]);
  expect(token.out.trim()).toMatch(/^pantau_[0-9a-f]{12}_[\w-]{43}$/);
  const id = token.out.split('_')[1] ?? '';
  const steps = [
    ['token', 'revoke', id],
    ['change', 'kaltim', '--all-regions', '--role', 'reader'],
    ['disable', 'kaltim'],
    ['enable', 'kaltim'],
  ];
  for (const step of steps)
    expect(await pantau(['account', ...step, '--data', data])).toMatchObject({ exit: 0, err: '' });
  expect((await pantau(['account', 'password', 'kaltim', '--data', data], { input })).exit).toBe(0);
  const list = await pantau(['account', 'list', '--json', '--data', data]);
  expect(JSON.parse(list.out)).toMatchObject({
    accounts: [
      { name: 'admin' },
      { name: 'kaltim', role: 'reader', regions: null, disabledAt: null },
    ],
    tokens: [{ id, account: 'kaltim', scopes: ['read'] }],
  });
  const log = await pantau(['audit', '--json', '--data', data]);
  const entries: { action: string; from: string }[] = JSON.parse(log.out);
  expect(entries.map(({ action }) => action)).toEqual([
    'account.password',
    'account.enabled',
    'account.disabled',
    'account.changed',
    'token.revoked',
    'token.added',
    'account.added',
    'account.added',
  ]);
  expect(entries[0]?.from).toMatch(/^console \(.+\)$/);
  // Neither password nor token stands in the file.
  const db = new DatabaseSync(join(data, 'pantau.sqlite'), { readOnly: true });
  const rows = ['accounts', 'tokens', 'audit'].map((name) =>
    db.prepare(`SELECT * FROM ${name}`).all(),
  );
  db.close();
  expect(JSON.stringify(rows)).not.toContain('kuda laut');
  expect(JSON.stringify(rows)).not.toContain(token.out.trim().slice(-43));
}, 120_000);

describe('one clear message each, and nothing is changed', () => {
  test.for([
    [['account', 'add', 'kaltim'], input, /first account has to be an administrator/],
    [['account', 'add', 'Kaltim', '--role', 'admin'], input, /'Kaltim' is no name/],
    [['account', 'add', 'admin', '--role', 'admin'], '', /No password on stdin/],
    [['account', 'add', 'admin', '--role', 'admin'], 'pendek\n', /at least 12 characters/],
    [['account', 'add', 'admin', '--role', 'admin', '--region', '64'], input, /cannot be limited/],
    [
      ['account', 'add', 'admin', '--role', 'raja'],
      input,
      /Allowed choices are reader, reviewer, admin/,
    ],
    [['account', 'add', 'kaltim', '--region', '99', '64.99'], input, /99 64\.99: no such region/],
    [['account', 'password', 'tiada'], input, /There is no 'tiada'/],
    [['account', 'change', 'tiada'], input, /Nothing to change/],
    [['account', 'token', 'revoke', "x' OR 1=1"], '', /There is no/],
    [['account', 'token', 'add', 'admin', '--label', 'x', '--days', '-1'], '', /from 1 to 730/],
    [['audit', '--action', 'masuk'], '', /Allowed choices/],
  ] as const)('%j', async ([args, text, message]) => {
    const { exit, out, err } = await pantau([...args, '--data', newFolder()], { input: text });
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n {4}at /);
  });
});

test('a password is never taken from the arguments', async () => {
  const { exit } = await pantau([
    'account',
    'add',
    'admin',
    '--password',
    'x',
    '--data',
    newFolder(),
  ]);
  expect(exit).toBe(2);
});

test.for(['0.0.0.0', '::', '192.0.2.1'])(
  'serve at %s without accounts names the next step',
  async (host) => {
    const data = newFolder();
    writeFileSync(join(data, 'pantau.yaml'), `host: '${host}'\n`);
    const { exit, err } = await pantau(['serve', '--no-crawl', '--data', data, '--port', '0']);
    expect(exit).toBe(1);
    expect(err).toMatch(/nobody has an account yet/);
    expect(err).toMatch(/account add NAME --role admin/);
  },
);

test('an export and changed settings are noted, without what is secret', async () => {
  const data = newFolder();
  await add(data, 'admin', '--role', 'admin');
  await pantau(['export', '--format', 'jsonl', '--region', '64', '--data', data]);
  writeFileSync(
    join(data, 'pantau.yaml'),
    'smtp: smtp://nama:rahasia@mail.example.org\nelasticsearchApiKey: rahasia\n',
  );
  // Its port is taken: serve ends as soon as it has noted its settings.
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has one
  for (let start = 0; start < 2; start++)
    await pantau(['serve', '--no-crawl', '--data', data, '--port', String(port)]);
  server.close();
  const { out } = await pantau(['audit', '--json', '--data', data]);
  const entries: { action: string; what: string }[] = JSON.parse(out);
  const of = (action: string) => entries.filter((entry) => entry.action === action);
  expect(of('export')).toMatchObject([
    { what: expect.stringMatching(/^jsonl, 0 articles: .*region=64/) },
  ]);
  expect(of('settings')).toHaveLength(1);
  expect(of('settings')[0]?.what).toContain('smtp="smtp://(set)@mail.example.org"');
  expect(out).not.toContain('rahasia');
}, 60_000);
