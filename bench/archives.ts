// A number of articles → a data folder with an archive of so many, kept in the cache until the archive's code changes.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, hashOf } from './cache.ts';
import { node, run } from './child.ts';
import type { Bench, Side } from './measure.ts';

/** Filled archives of one size that are kept; older ones are removed. */
const KEPT = 3;

/** Fills it where it is not yet (about 11 CPU minutes for 200,000 articles, two thirds of them to group these). A measure must not change what is in it. */
export async function filledArchive(
  { root }: Side,
  count: number,
  say: Bench['say'],
): Promise<string> {
  const hash = hashOf(
    join(root, 'archive'),
    join(root, 'pipeline', 'group'),
    join(root, 'bench', 'corpus.ts'),
    join(root, 'bench', 'tasks', 'fill.ts'),
  );
  const family = `archive-${count}-`;
  const folder = join(cacheFolder(), family + hash);
  if (existsSync(folder)) return folder;
  removeOlder(family);
  say(`  filling an archive of ${count} articles`);
  const part = `${folder}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  process.once('exit', () => rmSync(part, { recursive: true, force: true })); // where it is ended halfway
  await run(node(join(root, 'bench', 'tasks', 'fill.ts'), part, String(count)));
  renameSync(part, folder);
  return folder;
}

function removeOlder(family: string): void {
  const made = readdirSync(cacheFolder())
    .filter((name) => name.startsWith(family))
    .map((name) => join(cacheFolder(), name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of made.slice(KEPT - 1)) rmSync(folder, { recursive: true, force: true });
}
