// Package registries → other people's tools that read our packs, in a cache folder outside the project: py-wacz and
// warcio (PyPI), the code of replayweb.page (npm). What cannot be had is said.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PY_TOOLS = ['wacz==0.6.0', 'warcio==1.8.1'];
const REPLAY = 'replaywebpage@2.4.6';

const cacheFolder = (): string =>
  join(
    process.env['XDG_CACHE_HOME'] ??
      (process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache')),
    'pantau',
  );

/** Made aside and renamed into place, so that two runs do not meet. */
async function once(name: string, make: (folder: string) => Promise<void>): Promise<string | null> {
  const cache = cacheFolder();
  const place = join(cache, name);
  if (existsSync(place)) return place;
  try {
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, 'installing-'));
    try {
      await make(aside);
      await rename(aside, place).catch(() => {}); // another run was first
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
    return existsSync(place) ? place : null;
  } catch {
    return null;
  }
}

/** The folder of Python packages with wacz and warcio; null where Python or PyPI is not there. */
export const pythonTools = (): Promise<string | null> =>
  once('evidence-wacz-0.6.0', async (folder) => {
    await run('python3', ['-m', 'pip', 'install', '-q', '--target', folder, ...PY_TOOLS]);
  });

/** The folder that holds ui.js and sw.js of replayweb.page; null where npm or its registry is not there. */
export async function replayCode(): Promise<string | null> {
  const place = await once('evidence-replay-2.4.6', async (folder) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    await run(npm, ['pack', '--silent', '--pack-destination', folder, REPLAY]);
    await run('tar', ['xzf', join(folder, `${REPLAY.replace('@', '-')}.tgz`), '-C', folder]);
  });
  return place === null ? null : join(place, 'package');
}

export type Ran = { exit: number; out: string };

/** Runs a Python module of the tools. */
export async function python(folder: string, args: string[]): Promise<Ran> {
  try {
    const env = { ...process.env, PYTHONPATH: folder };
    const { stdout, stderr } = await run('python3', ['-m', ...args], { env });
    return { exit: 0, out: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exit: code, out: stdout + stderr };
  }
}
