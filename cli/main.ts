#!/usr/bin/env -S node --max-semi-space-size=8 --heap-growing-percent=40
// argv → verb. Results on stdout, logs on stderr; exit 0 done, 1 failed, 2 wrong use.
import { enableCompileCache } from 'node:module';

// Everything else is loaded after this: stripped and compiled code is kept between runs, most of the time of a start.
enableCompileCache();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early ('| head'): that is no failure of ours.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const { run } = await import('./run.ts');
const exit = await run(process.argv);
if (exit !== 0) process.exitCode = exit;
