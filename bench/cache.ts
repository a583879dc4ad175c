// What the benchmark keeps between runs: prepared pages, filled archives, the peers' Python. Safe to delete at any time.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

function cacheHome(env: NodeJS.ProcessEnv): string {
  if (env['XDG_CACHE_HOME'] !== undefined) return env['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return env['LOCALAPPDATA'] ?? join(homedir(), '.cache');
}

/** The benchmark's folder in the cache of this user; made where it is missing. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const folder = join(cacheHome(env), 'pantau-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A short hash of files, or of all files below folders: what was made from them is made anew when they change. */
export function hashOf(...paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 10);
}

function filesBelow(path: string): string[] {
  try {
    const names = readdirSync(path, { recursive: true, withFileTypes: true });
    return names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
