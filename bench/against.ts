// A commit of ours → a worktree of it in the cache, with this benchmark in it, to be measured beside this checkout.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './cache.ts';
import type { Side } from './measure.ts';

const ROOT = join(import.meta.dirname, '..');

const git = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('git', ['-C', ROOT, ...args])).stdout.trim();

/** Its dependencies are those of this checkout; it is removed when this process ends. Throws where git knows no such commit. */
export async function checkOut(commit: string): Promise<Side> {
  const full = await git('rev-parse', '--verify', `${commit}^{commit}`);
  const root = join(cacheFolder(), `commit-${full.slice(0, 12)}-${process.pid}`);
  await git('worktree', 'add', '--detach', root, full);
  process.once('exit', () => {
    execFileSync('git', ['-C', ROOT, 'worktree', 'remove', '--force', root]);
  });
  cpSync(import.meta.dirname, join(root, 'bench'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return { name: `Pantau ${full.slice(0, 8)}`, root };
}

/** The commit that is checked out, with '+' where files differ from it. */
export async function headOf(): Promise<string> {
  try {
    const [head, changed] = [
      await git('rev-parse', '--short', 'HEAD'),
      await git('status', '--porcelain'),
    ];
    return changed === '' ? head : `${head}+`;
  } catch {
    return 'unknown'; // no git, or not a clone
  }
}
