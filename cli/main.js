#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=40
// argv → verb. Results on stdout, logs on stderr; exit 0 done, 1 failed, 2 wrong use.
// Not TypeScript, so that Node need not load its stripper (18 MB) for what the cache below cannot hold: this file.
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Verbs that run for long, on several threads. */
const LONG = new Set(['crawl', 'serve', 'demo', 'backfill']);

// Some things hold only where they are there when the program starts. So it is started once more, in place: with the
// same id, files and options. A setting of the operator stands.
if (
  process.platform === 'linux' &&
  process.execve !== undefined &&
  process.send === undefined && // a channel to a parent would be lost
  process.env['MALLOC_ARENA_MAX'] === undefined
) {
  // Each thread keeps twice this for young objects: enough for all but the reading of pages, which these verbs leave to a
  // thread with more (reader-thread.ts).
  const young = LONG.has(process.argv[2] ?? '') ? ['--max-semi-space-size=2'] : [];
  const again = [process.execPath, ...process.execArgv, ...young, ...process.argv.slice(1)];
  // glibc gives each thread heaps of its own otherwise
  process.execve(process.execPath, again, { ...process.env, MALLOC_ARENA_MAX: '1' });
}

// V8 would put objects that outlived one collection among the old ones from then on. A page that is just being read
// outlives it too, and its boxes, once old, keep all of the next pages until old objects are collected.
setFlagsFromString('--no-allocation-site-pretenuring');

// Everything else is loaded after this: stripped and compiled code is kept between runs, most of the time of a start.
enableCompileCache();
const cache = getCompileCacheDir();
// for threads, which then find their first file in it too
if (cache !== undefined) process.env['NODE_COMPILE_CACHE'] ??= dirname(cache);

process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  // The reader of a pipe may leave early ('| head'): that is no failure of ours.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const { run } = await import('./run.ts');
const exit = await run(process.argv);
if (exit !== 0) process.exitCode = exit;
