// A copy made while others write is whole, and an archive restored from it goes on; damaged copies are refused.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { backUp, restoreFrom } from '../../archive/backup.ts';
import { openArchive } from '../../archive/open.ts';
import { faultsOf, newPath, rowsOf } from './folder.ts';
import { AT, candidate, page, site } from './make.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const quiet = (): void => {};

function fill(path: string, count: number): void {
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  archive.addCandidates(
    'natmed',
    Array.from({ length: count }, (_, n) => candidate(n)),
    AT,
  );
  for (let n = 0; n < count; n += 1) archive.savePage(page(n));
  archive.close();
}

const elsewhere = (path: string): string => {
  const folder = join(dirname(path), 'restored');
  mkdirSync(folder);
  return join(folder, 'pantau.sqlite');
};

test('an archive restored from its copy holds the same and goes on', async () => {
  const path = newPath();
  fill(path, 30);
  const copy = await backUp(path, `${path}.copy`, quiet);
  expect(readFileSync(`${path}.copy.sha256`, 'utf8')).toMatch(new RegExp(`^${copy.sha256}  `));
  const to = elsewhere(path);
  await restoreFrom(copy.file, to);
  expect(rowsOf(to)).toEqual(rowsOf(path));
  expect(faultsOf(to)).toEqual([]);
  const archive = openArchive(to);
  archive.addCandidates('natmed', [candidate('neu')], AT);
  archive.savePage(page('neu'));
  expect(archive.summary().all.fetched).toBe(31);
  archive.close();
});

test('a copy made while another process writes is the archive at one moment', async () => {
  const path = newPath();
  openArchive(path).close();
  const writer = spawn(process.execPath, [WRITER, path, 'a', '0', '150'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(writer.stdout, 'data');
  const copies = [];
  for (let n = 0; n < 3; n += 1) copies.push(await backUp(path, `${path}.${n}`, quiet));
  writer.stdout.resume();
  await once(writer, 'close');
  for (const { file } of copies) {
    expect(faultsOf(file)).toEqual([]);
    const { all } = openArchive(file, { readOnly: true }).summary();
    // of one moment: what was found is fetched, read, or still open, and no row is without its page
    expect(all.found).toBe(all.kept + all.open);
    expect(all.found).toBeLessThanOrEqual(150);
  }
});

test('what stood there is set aside', async () => {
  const path = newPath();
  fill(path, 3);
  await backUp(path, `${path}.copy`, quiet);
  const archive = openArchive(path);
  archive.addCandidates('natmed', [candidate('later')], AT);
  archive.close();
  await restoreFrom(`${path}.copy`, path);
  const count = (file: string): number => openArchive(file, { readOnly: true }).summary().all.found;
  expect([count(path), count(`${path}.before-restore`)]).toEqual([3, 4]);
});

test('nothing is restored over an archive that a process has open', async () => {
  const path = newPath();
  fill(path, 3);
  await backUp(path, `${path}.copy`, quiet);
  const open = openArchive(path);
  await expect(restoreFrom(`${path}.copy`, path)).rejects.toThrow(/another process has it open/);
  expect(open.summary().all.found).toBe(3);
  open.close();
});

/** What is done to a good copy, and what is said. */
const DAMAGES: [string, (file: string) => void, RegExp][] = [
  [
    'one byte changed',
    (file) => {
      const bytes = readFileSync(file);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    /SHA-256/,
  ],
  ['cut in half', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)), /SHA-256/],
  [
    'cut in half, and its hash lost',
    (file) => {
      writeFileSync(file, readFileSync(file).subarray(0, 20_000));
      writeFileSync(`${file}.sha256`, '');
    },
    /malformed|damaged|SHA-256/,
  ],
  [
    'no database',
    (file) => {
      writeFileSync(file, 'hello '.repeat(100));
      copyFileSync(file, `${file}.x`);
    },
    /SHA-256|not a database/,
  ],
];

test.for(DAMAGES)('a copy that is broken is refused: %s', async ([, damage, says]) => {
  const path = newPath();
  fill(path, 30);
  await backUp(path, `${path}.copy`, quiet);
  damage(`${path}.copy`);
  const to = elsewhere(path);
  await expect(restoreFrom(`${path}.copy`, to)).rejects.toThrow(says);
  expect(existsSync(to)).toBe(false);
});

test('databases of others, and of a newer Pantau, are refused', async () => {
  const path = newPath();
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE t (a)');
  other.close();
  await expect(restoreFrom(path, elsewhere(path))).rejects.toThrow(/another program/);
  const newer = newPath();
  openArchive(newer).close();
  const db = new DatabaseSync(newer);
  db.exec('PRAGMA user_version = 999');
  db.close();
  await expect(restoreFrom(newer, elsewhere(newer))).rejects.toThrow(/newer Pantau/);
});

test('a copy never replaces a file', async () => {
  const path = newPath();
  fill(path, 1);
  writeFileSync(`${path}.copy`, 'mine');
  await expect(backUp(path, `${path}.copy`, quiet)).rejects.toThrow(/exists already/);
  expect(readFileSync(`${path}.copy`, 'utf8')).toBe('mine');
});
