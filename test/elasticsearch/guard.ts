// What to run, as JSON in argv → a running Elasticsearch and one line of JSON on stdout. The guard ends the server when
// its stdin closes: the pipe's other end is the test run, and the system closes it even when that is killed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Guarded = {
  /** Removed in the end; logs/http.ports in it tells the port. */
  folder: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  uid?: number;
  gid?: number;
};
export type GuardMessage = { url: string } | { failed: string };

const START_SECONDS = 120;
const STOP_SECONDS = 10;

const { folder, command, args, env, ...user } = JSON.parse(process.argv[2] ?? '') as Guarded; // server.ts wrote it
const server = spawn(command, args, {
  env,
  ...user,
  cwd: join(folder, 'logs'),
  stdio: ['ignore', 'pipe', 'pipe'],
});
let output = '';
for (const stream of [server.stdout, server.stderr])
  stream.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  });
let failedToSpawn = false;
const ended = new Promise<void>((resolve) => {
  server.once('exit', () => resolve());
  server.once('error', (error) => {
    output += String(error);
    failedToSpawn = true;
    resolve();
  });
});
const isRunning = (): boolean =>
  !failedToSpawn && server.exitCode === null && server.signalCode === null;

process.stdin.resume();
process.stdin.once('end', () => void finish());
process.once('SIGTERM', () => void finish());
process.stdout.on('error', () => void finish()); // nobody reads any more

const message = await untilReady();
process.stdout.write(`${JSON.stringify(message)}\n`);

async function untilReady(): Promise<GuardMessage> {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (isRunning() && Date.now() < deadline) {
    const url = boundUrl();
    if (url !== null && (await isHealthy(url))) return { url };
    await wait(100);
  }
  const why = isRunning() ? `was not ready after ${START_SECONDS} s` : 'ended while it started';
  return { failed: `Elasticsearch ${why}:\n${output}` };
}

function boundUrl(): string | null {
  const file = join(folder, 'logs', 'http.ports');
  if (!existsSync(file)) return null;
  const address = readFileSync(file, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('127.0.0.1:'));
  return address === undefined ? null : `http://${address}`;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}

async function finish(): Promise<void> {
  server.kill('SIGTERM');
  const late = new AbortController();
  void wait(STOP_SECONDS * 1000, undefined, { signal: late.signal }).then(
    () => server.kill('SIGKILL'), // its child, the node itself, ends when this pipe breaks
    () => false,
  );
  await ended;
  late.abort();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit(0);
}
