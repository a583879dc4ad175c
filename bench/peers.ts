// What a user would pick instead in the cache: Scrapy, trafilatura and news-please in a virtual environment of their own,
// readability and linkedom in a folder of their own.
import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, hashOf } from './cache.ts';
import { type Program, plainNode } from './child.ts';

export type Peers = {
  /** A script of peers/ as a program. */
  python: (script: string, ...args: string[]) => Program;
  readability: Program;
  versions: Record<string, string>;
};

const FOLDER = join(import.meta.dirname, 'peers');
const REQUIREMENTS = join(FOLDER, 'requirements.txt');
/** With linkedom, which parses for it: the newer ones need a package that not every registry has. */
const READABILITY = { '@mozilla/readability': '0.6.0', linkedom: '0.18.12' };
const SHOWN = new Set(['scrapy', 'twisted', 'trafilatura', 'lxml', 'news-please']);

const INSTALL_MS = 600_000;

const call = promisify(execFile);

/** Installs the peers from PyPI and npm where they are not yet; a text where that does not work: why. */
export async function openPeers(): Promise<Peers | string> {
  const home = join(cacheFolder(), `peers-${hashOf(REQUIREMENTS)}`);
  const packages = join(home, 'npm');
  const ready = join(home, 'ready');
  const interpreter = join(home, 'bin', 'python');
  const install = (...what: string[]) =>
    call(interpreter, ['-m', 'pip', 'install', '-q', ...what], { timeout: INSTALL_MS });
  try {
    if (!existsSync(ready)) {
      rmSync(home, { recursive: true, force: true });
      await call('python3', ['-m', 'venv', home]);
      await install('-U', 'pip'); // that of Python 3.11 stumbles over lxml's extras
      await install('-r', REQUIREMENTS);
      writeFileSync(ready, '');
    }
    if (!existsSync(join(packages, 'node_modules', 'linkedom'))) await installReadability(packages);
    return {
      python: (script, ...args) => ({
        command: interpreter,
        args: [join(FOLDER, script), ...args],
      }),
      readability: plainNode(join(FOLDER, 'readability_peer.js'), packages),
      versions: { ...(await versionsOf(interpreter)), ...READABILITY },
    };
  } catch (error) {
    const {
      code,
      stderr = '',
      message = '',
    } = error as { code?: unknown; stderr?: string; message?: string }; // as execFile rejects
    if (code === 'ENOENT')
      return 'no python3 or npm on the PATH: install Python 3.10 or newer with venv, and npm';
    return `the peers could not be installed: ${(stderr || message).trim().split('\n').at(-1) ?? ''}`;
  }
}

async function installReadability(folder: string): Promise<void> {
  const wanted = Object.entries(READABILITY).map(([name, version]) => `${name}@${version}`);
  const quietly = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  await call('npm', ['install', ...quietly, ...wanted], { timeout: INSTALL_MS });
}

async function versionsOf(interpreter: string): Promise<Record<string, string>> {
  const { stdout } = await call(interpreter, ['-m', 'pip', 'list', '--format', 'json']);
  const all = JSON.parse(stdout) as { name: string; version: string }[]; // the format of pip list
  const { stdout: python } = await call(interpreter, ['--version']);
  const shown = all.filter(({ name }) => SHOWN.has(name.toLowerCase()));
  return {
    python: python.trim().replace('Python ', ''),
    ...Object.fromEntries(shown.map(({ name, version }) => [name.toLowerCase(), version])),
  };
}
