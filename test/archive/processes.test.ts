// Several processes, killed processes, full disks: what was committed is there, whole, and once.
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { articleIdOf } from '../../archive/fingerprint.ts';
import { faultsOf, newPath, rowsOf } from './folder.ts';
import { address } from './make.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');

const write = (path: string, name: string, from: number, to: number): ChildProcess =>
  spawn(process.execPath, [WRITER, path, name, String(from), String(to)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The lines of a writer until it ends; `each` sees them as they come. */
async function linesOf(writer: ChildProcess, each?: (line: string) => void): Promise<string[]> {
  const lines: string[] = [];
  if (writer.stdout === null) return lines;
  const closed = once(writer, 'close');
  for await (const line of createInterface({ input: writer.stdout })) {
    lines.push(line);
    each?.(line);
  }
  await closed;
  return lines;
}

test('two processes that make one archive and write to it at once', async () => {
  const path = newPath();
  const writers = ['a', 'b', 'c'].map((name) => write(path, name, 0, 40));
  const lines = await Promise.all(writers.map((writer) => linesOf(writer)));
  expect(lines.map((of) => of.at(-1))).toEqual(['39', '39', '39']);
  expect(faultsOf(path)).toEqual([]);
  const archive = openArchive(path, { readOnly: true });
  expect(archive.summary().all).toMatchObject({ found: 120, fetched: 120, kept: 120, open: 0 });
  expect(archive.changesAfter(0, 1000).map(({ seq }) => seq)).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  );
  archive.close();
});

test('a process killed in the middle leaves whole articles, and the next run ends as if none had been', async () => {
  const [path, untouched] = [newPath(), newPath()];
  const KILLS = 4;
  const TO = 60;
  let next = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const writer = write(path, 'a', next, TO);
    const stop = next + 1 + kill * 2;
    const lines = await linesOf(writer, (line) => {
      if (Number(line) >= stop) writer.kill('SIGKILL');
    });
    expect(writer.signalCode).toBe('SIGKILL');
    expect(faultsOf(path)).toEqual([]);
    const archive = openArchive(path);
    for (const line of lines) {
      expect(archive.article(articleIdOf(address(`a-${line}`)))).not.toBeNull();
    }
    archive.close();
    // The first number repeated is one that was kept already.
    next = Number(lines.at(-1));
  }
  await linesOf(write(path, 'a', next, TO));
  await linesOf(write(untouched, 'a', 0, TO));
  expect(rowsOf(path)).toEqual(rowsOf(untouched));
});

const posix = process.platform !== 'win32';

test.runIf(posix)(
  'a write that the system refuses stops the writer; what was kept stays',
  async () => {
    const path = newPath();
    // File size limit of 512-byte blocks, in place of a quota; Node would die of the signal that goes with it.
    const limited = spawn(
      'sh',
      [
        '-c',
        `trap '' XFSZ; ulimit -f 8000; exec "$@"`,
        'sh',
        process.execPath,
        WRITER,
        path,
        'a',
        '0',
        '1000',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = await linesOf(limited);
    expect(lines.at(-1)).toBe('disk-full');
    expect(limited.exitCode).toBe(1);
    const last = Number(lines.at(-2));
    expect(last).toBeGreaterThan(1);
    expect(faultsOf(path)).toEqual([]);
    const again = await linesOf(write(path, 'a', last, last + 10));
    expect(again.at(-1)).toBe(String(last + 9));
    const archive = openArchive(path);
    expect(archive.summary().all).toMatchObject({ kept: last + 10, open: 0 });
    archive.close();
  },
);

const inTmpfs = (command: string) =>
  spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=6m tmpfs /mnt && ${command}`, 'sh'],
    {
      encoding: 'utf8',
    },
  );
const mounts = posix && inTmpfs('true').status === 0;

test.runIf(mounts)('a disk that is really full (skipped where no tmpfs can be mounted)', () => {
  const node = `"${process.execPath}" "${WRITER}" /mnt/a.db a`;
  const { stdout } = inTmpfs(
    `head -c 600000 /dev/zero > /mnt/ballast; ${node} 0 1000; rm /mnt/ballast; ${node} 0 3; ls /mnt`,
  );
  const lines = stdout.trim().split('\n');
  const full = lines.indexOf('disk-full');
  expect(full).toBeGreaterThan(1);
  expect(lines.slice(full + 1, full + 4)).toEqual(['0', '1', '2']);
});
