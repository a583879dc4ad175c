// The version of the code that reads articles: stored with each, so that `process --stale` knows what to redo.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
}

/** Package version, and a hash of the files that decide what an article reads as: '0.1.0+3f9a2c1b'. */
export function codeVersion(): string {
  const hash = createHash('sha256');
  for (const name of sourceFiles('pipeline')) {
    hash.update(name).update(readFileSync(join(ROOT, name)));
  }
  return `${packageVersion()}+${hash.digest('hex').slice(0, 8)}`;
}

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
