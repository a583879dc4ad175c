// A program in; it runs as a process of its own, and what it used comes out: seconds, CPU seconds, peak memory.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Program = {
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Files for its standard input and output; without: nothing, and given back. */
  input?: string;
  output?: string;
  /** Called while it runs with its id, every quarter of a second. */
  watch?: (pid: number) => void;
};

export type Used = {
  /** From the call to its end. */
  seconds: number;
  /** User and system, all its threads, from its start. */
  cpuSeconds: number;
  peakMb: number;
  stdout: string;
};

const LONGEST_MS = 30 * 60_000;
const WATCH_MS = 250;

/** V8's options, as the scripts of package.json have them. */
export const OPTIONS = optionsOf(join(import.meta.dirname, '..', 'package.json'));

function optionsOf(file: string): string[] {
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { pantau: string } }; // our own
  return scripts.pantau.split(' ').filter((word) => word.startsWith('--'));
}

/** One of our files as a program. Threads of tasks find compiled code where those of `pantau` do. */
export const node = (script: string, ...args: string[]): Program => ({
  command: process.execPath,
  args: [...OPTIONS, ...profiling(), '--import', USAGE, script, ...args],
  env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
});

/** A JavaScript file of others, with Node as it is. */
export const plainNode = (script: string, ...args: string[]): Program => ({
  command: process.execPath,
  args: ['--import', USAGE, script, ...args],
});

/** What a user starts; in earlier commits it was TypeScript. */
export const mainOf = (root: string): string => {
  const main = join(root, 'cli', 'main.js');
  return existsSync(main) ? main : join(root, 'cli', 'main.ts');
};

const USAGE = pathToFileURL(join(import.meta.dirname, 'usage.js')).href;

/** The folder for V8's profiles, set by --profile; they cost a fifth of the speed. */
const profiling = (): string[] => {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
};

/** Runs a program to its end. Rejects where it fails, with the end of what it said. */
export async function run(program: Program): Promise<Used> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const usage = join(folder, 'usage.json');
  const input = program.input === undefined ? 'ignore' : openSync(program.input, 'r');
  const output = program.output === undefined ? 'pipe' : openSync(program.output, 'w');
  try {
    const started = performance.now();
    const stdout = await end(program, usage, [input, output]);
    const seconds = (performance.now() - started) / 1000;
    const used = JSON.parse(readFileSync(usage, 'utf8')) as {
      cpuSeconds: number;
      peakBytes: number;
    }; // as usage.js and usage.py write it
    return { seconds, cpuSeconds: used.cpuSeconds, peakMb: used.peakBytes / 1e6, stdout };
  } finally {
    for (const file of [input, output]) if (typeof file === 'number') closeSync(file);
    remove();
    process.off('exit', remove);
  }
}

type Files = [input: number | 'ignore', output: number | 'pipe'];

function end({ command, args, env, watch }: Program, usage: string, files: Files): Promise<string> {
  const child = spawn(command, args, {
    env: { ...process.env, PANTAU_LOG_LEVEL: 'error', ...env, BENCH_USAGE: usage },
    stdio: [...files, 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  let stdout = '';
  let errors = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)));
  const watching = setInterval(() => {
    if (child.pid !== undefined) watch?.(child.pid);
  }, WATCH_MS);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  child.once('error', reject);
  child.once('close', (code, signal) => {
    if (code === 0) resolve(stdout);
    else
      reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}: ${errors}`));
  });
  return promise.finally(() => {
    clearInterval(watching);
    process.off('exit', kill);
  });
}

/** The last line that a program printed, as JSON. */
export function lastLine(stdout: string): Record<string, number> {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  return JSON.parse(line) as Record<string, number>; // our own tasks and peers print numbers by name
}
