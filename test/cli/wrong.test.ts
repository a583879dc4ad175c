// Wrong input and broken machines, as their user meets them: one clear message each, no stack, the right exit.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { newFolder, pantau } from './run.ts';

const oneMessage = (err: string, ...parts: RegExp[]): void => {
  for (const part of parts) expect(err).toMatch(part);
  expect(err).not.toMatch(/\n\s+at /);
  expect(err).not.toContain('fault in Pantau');
};

test.for([
  { args: ['crwl'], says: [/unknown command 'crwl'/, /Did you mean crawl/] },
  { args: ['demo', '--port', 'many'], says: [/--port/, /0 to 65535/] },
  { args: ['search'], says: [/missing required argument 'words'/] },
  { args: ['export', '--format', 'xlsx'], says: [/jsonl, csv/] },
  { args: ['crawl', '--nope'], says: [/unknown option '--nope'/] },
  { args: ['site', 'try', 'not a url'], says: [/'not a url'/, /begins with https:\/\//] },
  { args: ['site', 'try', 'ftp://x.id'], says: [/'ftp:\/\/x.id'/, /begins with https:\/\//] },
])('$args is wrong use', async ({ args, says }) => {
  const { exit, out, err } = await pantau(args);
  expect([exit, out]).toEqual([2, '']);
  oneMessage(err, ...says);
});

test('--help teaches: what it is, the verbs, first steps', async () => {
  const { exit, out } = await pantau(['--help']);
  expect(exit).toBe(0);
  for (const part of [/civil servants/, /First steps/, /npm run demo/, /status/, /doctor/])
    expect(out).toMatch(part);
});

describe('source entries', () => {
  const entry = (id: string, more = ''): string =>
    `id: ${id}\nname: Contoh\nhome: https://${id}.id/\nregion: '64.74'\ndiscover:\n  - { kind: feed, url: https://${id}.id/feed/ }\n${more}`;

  test('a bad one is named with file, key and the right key; the good ones are listed', async () => {
    const sites = newFolder();
    writeFileSync(join(sites, 'baik.yaml'), entry('baik'));
    writeFileSync(join(sites, 'salah.yaml'), entry('salah').replace('home:', 'hom:'));
    writeFileSync(join(sites, 'rusak.yaml'), 'id: [');
    const { exit, out, err } = await pantau(['site', 'list', '--sites', sites]);
    expect(exit).toBe(1);
    expect(out).toContain('baik');
    oneMessage(err, /salah\.yaml/, /hom/, /home/, /rusak\.yaml/);
  });

  test('an unknown source is named with the nearest right one', async () => {
    const sites = newFolder();
    writeFileSync(
      join(sites, 'natmed-id.yaml'),
      entry('natmed-id').replaceAll('natmed-id.id', 'natmed.id'),
    );
    const { exit, err } = await pantau([
      'crawl',
      'natmad-id',
      '--sites',
      sites,
      '--data',
      newFolder(),
    ]);
    expect(exit).toBe(2);
    oneMessage(err, /no source 'natmad-id'/, /natmed-id/);
  });

  test.for([
    ['a part of an id', 'natmed', /natmed-id/],
    ['an address with a slip', 'https://contoh .id', /no address that can be read/],
  ] as const)('%s', async ([, word, hint]) => {
    const { exit, err } = await pantau(['site', 'try', word, '--data', newFolder()]);
    expect(exit).toBe(2);
    oneMessage(err, hint, /site try https:/);
  });

  test('a folder that is not there', async () => {
    const { exit, err } = await pantau(['site', 'list', '--sites', join(newFolder(), 'none')]);
    expect(exit).toBe(2);
    oneMessage(err, /none/);
  });
});

describe('the data folder', () => {
  test('a wrong key in pantau.yaml is named with the right one, and nothing starts', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'pantau.yaml'), 'elasticserch: http://127.0.0.1:9200\n');
    const { exit, err } = await pantau(['serve', '--data', data]);
    expect(exit).toBe(2);
    oneMessage(err, /elasticserch/, /elasticsearch/);
  });

  test('a file where the folder should be', async () => {
    const data = join(newFolder(), 'file');
    writeFileSync(data, '');
    const { exit, err } = await pantau(['crawl', '--data', data]);
    expect(exit).toBe(1);
    oneMessage(err, /file/, /--data/);
  });

  test.runIf(process.getuid?.() !== 0)(
    'a folder that is not writable (as root: nothing is)',
    async () => {
      const data = newFolder();
      mkdirSync(data, { recursive: true, mode: 0o500 });
      const { exit, err } = await pantau(['crawl', '--data', data]);
      expect(exit).toBe(1);
      oneMessage(err, /writ/, /--data/);
    },
  );

  test('asking an archive that is not there', async () => {
    const { exit, err } = await pantau(['status', '--data', newFolder()]);
    expect(exit).toBe(1);
    oneMessage(err, /no archive yet/, /crawl/);
  });

  test('an archive written by a newer version is left as it is', async () => {
    const data = newFolder();
    openArchive(join(data, 'pantau.sqlite')).close();
    const db = new DatabaseSync(join(data, 'pantau.sqlite'));
    db.exec('PRAGMA user_version = 9999');
    db.close();
    for (const verb of ['status', 'process', 'serve']) {
      const { exit, err } = await pantau([verb, '--data', data]);
      expect(exit).toBe(1);
      oneMessage(err, /newer/);
    }
  });

  test('a file that is no archive', async () => {
    const data = newFolder();
    writeFileSync(
      join(data, 'pantau.sqlite'),
      'not a database, but long enough to be one'.repeat(100),
    );
    const { exit, err } = await pantau(['status', '--data', data]);
    expect(exit).toBe(1);
    oneMessage(err, /pantau\.sqlite/);
  });
});

test('a port that is taken is named, with the way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server has one
  const data = newFolder();
  const { exit, err } = await pantau([
    'serve',
    '--no-crawl',
    '--data',
    data,
    '--port',
    String(port),
  ]);
  expect(exit).toBe(1);
  oneMessage(err, new RegExp(`Port ${port} is taken`), /--port/);
  const demo = await pantau(['demo', '--once', '--data', data, '--press-port', String(port)]);
  expect(demo.exit).toBe(1);
  oneMessage(demo.err, new RegExp(String(port)), /--press-port/);
});

/** Whether this user may mount a file system in a namespace of its own. */
const mounts = ((): boolean => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.runIf(mounts)(
  'a disk that fills while crawling: one message, and the next run goes on',
  async () => {
    const folder = newFolder();
    const main = join(import.meta.dirname, '..', '..', 'cli', 'main.js');
    const crawl = `${process.execPath} ${main} demo --once --json --data /mnt/data --press-port 47301`;
    const script = `mount -t tmpfs -o size=3m tmpfs /mnt && (${crawl} > /dev/null 2> ${folder}/first; echo $? > ${folder}/exit; mount -o remount,size=400m /mnt; ${crawl} > ${folder}/second)`;
    execFileSync('unshare', ['-rm', 'sh', '-c', script], {
      env: { ...process.env, PANTAU_LOG_LEVEL: 'silent' },
      stdio: 'ignore',
    });
    const text = (name: string): string =>
      execFileSync('cat', [join(folder, name)], { encoding: 'utf8' });
    expect(text('exit').trim()).toBe('1');
    oneMessage(text('first'), /full/, /run the same command again/i);
    const summary: { all: { open: number; kept: number } } = JSON.parse(text('second'));
    expect(summary.all.open).toBe(0);
    expect(summary.all.kept).toBeGreaterThan(200);
  },
  180_000,
);
