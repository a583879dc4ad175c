// argv → the verb, run to its end; the exit code: 0 done, 1 failed, 2 wrong use.
import { CommanderError } from 'commander';
import { ArchiveError } from '../archive/errors.ts';
import { Failure, explainSystemError } from './failure.ts';
import { createProgram } from './program.ts';

/** Says on stderr what went wrong. `argv` as process.argv. */
export async function run(argv: string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    return report(error);
  }
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
