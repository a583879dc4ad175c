// The verbs of evidence as their user types them: from a crawl to a checked pack, and everything that can be wrong.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { AT, by, candidate, content, page, site } from '../archive/make.ts';
import { MAIN, newFolder, pantau } from './run.ts';

/** A data folder with articles that no evidence is kept of yet. */
function filled(data = newFolder()): string {
  const archive = openArchive(join(data, 'pantau.sqlite'));
  archive.saveSites([site()], AT);
  for (let n = 1; n <= 3; n += 1) {
    archive.addCandidates('natmed', [candidate(n)], AT);
    archive.saveArticle(by(n, archive.savePage(page(n))), content(n, [n]), AT);
  }
  archive.close();
  return data;
}

const evidence = (data: string, ...args: string[]) =>
  pantau(['evidence', ...args, '--data', data], { env: { PANTAU_CHROMIUM: '/nowhere' } });

test(
  'captured, exported, checked; the key is the owner’s alone',
  { timeout: 120_000 },
  async () => {
    const data = filled();
    const captured = await evidence(data, 'capture', '--json');
    expect(captured.err).toBe('');
    expect(JSON.parse(captured.out)).toEqual({ captures: 3, views: 0, lines: 4 });
    const key = join(data, 'evidence-key.pem');
    if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
    const out = join(data, 'bukti.wacz');
    const exported = await evidence(data, 'export', 'https://natmed.test/artikel-2', '--out', out);
    expect(exported).toMatchObject({ exit: 0 });
    expect(exported.out).toMatch(
      /1 articles.*\nNo Chromium on this machine: the report is in it as HTML/,
    );
    const { fingerprint } = JSON.parse((await evidence(data, 'key', '--json')).out) as {
      fingerprint: string;
    };
    // offline and without an archive: the data folder is gone
    const elsewhere = join(newFolder(), 'bukti.wacz');
    renameSync(out, elsewhere);
    const verified = await pantau(['evidence', 'verify', elsewhere, '--key', fingerprint]);
    expect(verified).toMatchObject({ exit: 0, err: '' });
    expect(verified.out).toMatch(/everything in it is as it was packed/);
    const bytes = readFileSync(elsewhere);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(elsewhere, bytes);
    const broken = await pantau(['evidence', 'verify', elsewhere]);
    expect(broken.exit).toBe(1);
    expect(broken.out).toMatch(
      /DOES NOT MATCH[^]*archive\/[0-9a-f]+\.warc\.gz: its content is not/,
    );
    const log = await evidence(data, 'log', '--parts', '--pack', elsewhere);
    expect(log.out).toMatch(/The log holds: 4 lines about 3 articles/);
  },
);

describe('wrong use and wrong input', () => {
  let data = '';
  const file = () => join(data, 'b.wacz');
  beforeAll(async () => {
    data = filled(mkdtempSync(join(tmpdir(), 'pantau-cli-')));
    await evidence(data, 'capture');
    await evidence(data, 'export', '--words', 'Bawaslu', '--out', file());
  }, 120_000);

  afterAll(() => {
    rmSync(data, { recursive: true, force: true });
  });

  const CASES: [string, () => string[], 1 | 2, RegExp][] = [
    ['no file', () => ['verify', '/nowhere.wacz'], 2, /there is no such file/],
    ['a folder', () => ['verify', data], 2, /there is no such file/],
    ['no ZIP', () => ['verify', join(data, 'pantau.sqlite')], 1, /no readable ZIP/],
    ['no fingerprint', () => ['verify', file(), '--key', 'abc'], 2, /64 hexadecimal digits/],
    [
      'another key',
      () => ['verify', file(), '--key', 'a'.repeat(64)],
      1,
      /not by the key that was asked for/,
    ],
    ['no certificate', () => ['verify', file(), '--ca', file()], 2, /no certificate in PEM form/],
    ['nothing chosen', () => ['export', '--data', data], 2, /Which articles\?/],
    ['an unknown article', () => ['export', 'abc', '--data', data], 2, /has no article 'abc'/],
    ['no match', () => ['export', '--words', 'zzz', '--data', data], 1, /No article matches/],
    [
      'a file that is there',
      () => ['export', '--words', 'Bawaslu', '--out', file(), '--data', data],
      2,
      /is there already/,
    ],
    ['a wrong filter', () => ['export', '--from', 'kemarin', '--data', data], 2, /from/],
    [
      'no folder',
      () => ['export', '--words', 'Bawaslu', '--out', '/nowhere/b.wacz', '--data', data],
      2,
      /its folder does not exist/,
    ],
    ['no archive', () => ['log', '--data', '/nowhere'], 1, /holds no archive yet/],
    [
      'a pack that is none',
      () => ['log', '--pack', join(data, 'pantau.sqlite'), '--data', data],
      1,
      /no readable ZIP/,
    ],
    ['a key that is not lost', () => ['key', '--new', '--data', data], 1, /nothing is lost/],
  ];
  test.for(CASES)('%s: said in a line or two', async ([, args, exit, message]) => {
    const ended = await pantau(['evidence', ...args()], { env: { PANTAU_CHROMIUM: '/nowhere' } });
    expect(ended.out + ended.err).toMatch(message);
    expect(ended.exit).toBe(exit);
    expect(ended.err).not.toMatch(/A fault in Pantau itself/);
  });
});

test(
  'a key that is missing or another stops evidence, not Pantau; a new one is entered',
  { timeout: 180_000 },
  async () => {
    const data = filled();
    const key = join(data, 'evidence-key.pem');
    await evidence(data, 'capture');
    renameSync(key, `${key}.away`);
    for (const verb of [['capture'], ['export', '--words', 'Bawaslu'], ['key']]) {
      const ended = await evidence(data, ...verb);
      expect(ended).toMatchObject({ exit: 1 });
      expect(ended.err).toMatch(
        /evidence-key\.pem is missing\. The evidence log is signed by the key [0-9a-f]{64}/,
      );
    }
    writeFileSync(key, 'bukan kunci');
    expect((await evidence(data, 'capture')).err).toMatch(/is no Ed25519 private key/);
    const other = filled();
    await evidence(other, 'capture');
    copyFileSync(join(other, 'evidence-key.pem'), key);
    expect((await evidence(data, 'capture')).err).toMatch(/holds another key/);
    rmSync(key);
    expect(await evidence(data, 'key', '--new')).toMatchObject({ exit: 0 });
    const log = await evidence(data, 'log');
    expect(log.out).toMatch(/The log holds: 5 lines/);
    if (process.platform !== 'win32') {
      chmodSync(key, 0o644);
      await evidence(data, 'capture');
      expect(statSync(key).mode & 0o777).toBe(0o600);
    }
  },
);

const canUnshare = spawnSync('unshare', ['-rm', 'true']).status === 0;

test.skipIf(!canUnshare)(
  'a disk that is full: one message, no half pack',
  { timeout: 120_000 },
  async () => {
    const data = filled();
    await evidence(data, 'capture');
    const folder = newFolder();
    const script = `mount -t tmpfs -o size=8k tmpfs ${folder} && ${process.execPath} ${MAIN} evidence export --words Bawaslu --data ${data} --out ${folder}/b.wacz; echo "exit $?"; ls ${folder}`;
    const out = execFileSync('unshare', ['-rm', 'sh', '-c', `(${script}) 2>&1`], {
      env: { ...process.env, PANTAU_CHROMIUM: '/nowhere', PANTAU_LOG_LEVEL: 'silent' },
    }).toString();
    expect(out).toMatch(/the disk is full\..*\nexit 1\n$/);
    expect(existsSync(join(folder, 'b.wacz'))).toBe(false);
  },
);
