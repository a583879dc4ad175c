// An installed Elasticsearch → one running node on free ports of loopback, that ends with this process.
import { spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { copySettings, installElasticsearch } from './install.ts';
import type { Missing } from './install.ts';
import type { Guarded, GuardMessage } from './guard.ts';

export type Server = {
  url: string;
  /** Ends the node and removes what it wrote. */
  stop: () => Promise<void>;
};

const NOBODY = 65534;
const MEMORY = '/dev/shm';
const ROOM = 2e9;
/** Half the processor time of a start, 10 s instead of 19; a long load is slower then, so benchmarks set ES_JAVA_OPTS. */
const QUICK_START = '-XX:TieredStopAtLevel=1';

/** Starts a node (10–20 s). It also ends when this process does, however that happens: see guard.ts. */
export async function launchElasticsearch(
  env: NodeJS.ProcessEnv,
  httpPort = 0,
): Promise<Server | Missing> {
  const installed = await installElasticsearch(env);
  if ('missing' in installed) return installed;
  const folder = await mkdtemp(join(await scratch(), 'pantau-elasticsearch-'));
  const at = (name: string): string => join(folder, name);
  for (const name of ['data', 'logs', 'tmp']) await mkdir(at(name));
  await copySettings(installed.home, at('config'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await giveAway(folder);
  const settings = {
    'http.port': httpPort,
    'transport.port': 0,
    'node.portsfile': true,
    'discovery.type': 'single-node',
    'xpack.security.enabled': false,
    'cluster.routing.allocation.disk.threshold_enabled': false,
    'path.data': at('data'),
    'path.logs': at('logs'),
  };
  return startGuarded({
    folder,
    command: join(installed.home, 'bin', 'elasticsearch'),
    args: Object.entries(settings).map(([key, value]) => `-E${key}=${value}`),
    env: {
      PATH: env['PATH'] ?? '/usr/bin:/bin',
      HOME: at('tmp'),
      ES_JAVA_HOME: installed.jdk,
      ES_JAVA_OPTS: env['ES_JAVA_OPTS'] ?? `-Xms512m -Xmx512m ${QUICK_START}`,
      CLI_JAVA_OPTS: QUICK_START,
      ES_PATH_CONF: at('config'),
      ES_TMPDIR: at('tmp'),
    },
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
}

/** In memory where there is room: on a disk that others use, most of a test's time is waiting for it. */
async function scratch(): Promise<string> {
  const free = await statfs(MEMORY).catch(() => null);
  return free !== null && free.bavail * free.bsize > ROOM ? MEMORY : tmpdir();
}

/** Elasticsearch refuses to run as root. */
async function giveAway(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of ['.', ...names]) await chown(join(folder, name), NOBODY, NOBODY);
}

/** Runs a server under guard.ts until it is ready; exported for its test. */
export async function startGuarded(guarded: Guarded): Promise<Server | Missing> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'guard.ts'), JSON.stringify(guarded)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true, // Ctrl-C reaches this process only, which then closes the pipe
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const message = JSON.parse(line) as GuardMessage; // our own child wrote it
    if ('url' in message) return { url: message.url, stop };
    await stop();
    return { missing: message.failed };
  }
  return { missing: 'the guard of Elasticsearch ended without a word' };
}
