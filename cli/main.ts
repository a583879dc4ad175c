#!/usr/bin/env node
// argv → verb. Results on stdout, logs on stderr; exit 0 done, 1 failed, 2 wrong use.
import { enableCompileCache } from 'node:module';
import { CommanderError } from 'commander';
import { ArchiveError } from '../archive/errors.ts';
import { Failure, explainSystemError } from './failure.ts';
import { createProgram } from './program.ts';

// The verbs are loaded after this: their compiled code is kept between runs, half the time of a start.
enableCompileCache();

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early ('| head'): that is no failure of ours.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Failure) {
    process.stderr.write(`${error.message}\n`);
    return error.exit;
  }
  const known = error instanceof ArchiveError ? error.message : explainSystemError(error);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(known === null ? `A fault in Pantau itself:\n${text}\n` : `${known}\n`);
  return 1;
}
