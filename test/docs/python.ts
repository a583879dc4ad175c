// A requirements file → a Python that has what it names, in an environment kept between runs; or why there is none.
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The environment's place tells its Python and its packages: another of either makes another one. */
export async function findPython(
  requirements: string,
): Promise<{ python: string } | { missing: string }> {
  try {
    const { stdout } = await run('python3', [
      '-c',
      'import sys, ensurepip, venv; print(sys.version)',
    ]);
    const key = createHash('sha256')
      .update(stdout)
      .update(readFileSync(requirements))
      .digest('hex');
    const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'pantau');
    const folder = join(cache, `python-${key.slice(0, 12)}`);
    if (!existsSync(folder)) await make(folder, cache, requirements);
    return { python: join(folder, 'bin', 'python') };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { missing: `install python3 with venv, and let pip reach PyPI (${reason})` };
  }
}

/** Made beside and put in place when it is whole: two test runs may want it at once. */
async function make(folder: string, cache: string, requirements: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const fresh = `${folder}-${randomBytes(4).toString('hex')}`;
  try {
    await run('python3', ['-m', 'venv', fresh]);
    const pip = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirements,
    ];
    await run(join(fresh, 'bin', 'python'), pip);
    if (existsSync(folder)) rmSync(fresh, { recursive: true });
    else renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}
