// Maven Central → a ready Elasticsearch with our analyzer, in a cache folder outside the project.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findJdk } from './jdk.ts';

/** docker-compose.yml names the same one; a test holds them together. */
export const ELASTICSEARCH_VERSION = '9.5.3';
const JDK = 21;
const ARTIFACT = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${ELASTICSEARCH_VERSION}:zip`;
const MAVEN_COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';
const TRIES = 3;

export type Installed = { home: string; jdk: string };
export type Missing = { missing: string };

const run = promisify(execFile);

/** Root's own cache is closed to the unprivileged user that runs the server. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  const base =
    env['XDG_CACHE_HOME'] ?? (process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache'));
  return join(base, 'pantau');
}

/**
 * The server's folder, from the cache or else downloaded and unpacked there (about 150 MB). `missing` tells what
 * to install. Two runs may install at once: each works in its own folder and one of them is renamed into place.
 */
export async function installElasticsearch(env: NodeJS.ProcessEnv): Promise<Installed | Missing> {
  if (process.platform === 'win32')
    return { missing: 'the test server runs on Linux and macOS only' };
  const jdk = findJdk(JDK, env);
  if (jdk === null)
    return {
      missing: `no JDK ${JDK} or newer in ES_JAVA_HOME, JAVA_HOME or /usr/lib/jvm: install one`,
    };
  const java = await readFile(join(import.meta.dirname, 'IndonesianAnalyzerFactory.java'));
  const plugin = createHash('sha256').update(java).digest('hex').slice(0, 8);
  const cache = cacheFolder(env);
  const home = join(cache, `elasticsearch-${ELASTICSEARCH_VERSION}-${plugin}`);
  if (existsSync(home)) return { home, jdk };
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'installing-'));
  try {
    const download = await downloadWithMaven(work, { ...env, JAVA_HOME: env['JAVA_HOME'] ?? jdk });
    if (download !== null) return download;
    const unpacked = await unpack(work, jdk);
    await addAnalyzer(unpacked, jdk, work);
    await rename(unpacked, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
    return { home, jdk };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function downloadWithMaven(folder: string, env: NodeJS.ProcessEnv): Promise<Missing | null> {
  const args = ['-q', '-B', MAVEN_COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`];
  let reason = '';
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      await run('mvn', args, { cwd: folder, env, maxBuffer: 1 << 26 });
      return null;
    } catch (error) {
      const { code, stdout = '' } = error as { code?: unknown; stdout?: string }; // as execFile rejects
      if (code === 'ENOENT')
        return { missing: 'no Maven (mvn), which downloads Elasticsearch once: install it' };
      reason = stdout.split('\n').find((line) => line.includes('[ERROR]')) ?? String(error);
      if (tries < TRIES) await wait(tries * 3000);
    }
  }
  return { missing: `Maven did not get ${ARTIFACT} in ${TRIES} tries: ${reason}` };
}

async function unpack(folder: string, jdk: string): Promise<string> {
  const name = `elasticsearch-${ELASTICSEARCH_VERSION}`;
  await run(join(jdk, 'bin', 'jar'), ['xf', `${name}.zip`], { cwd: folder });
  const home = join(folder, name);
  // jar does not restore the right to execute, and mkdtemp closed the folder to others.
  for (const file of await readdir(join(home, 'bin'))) await chmod(join(home, 'bin', file), 0o755);
  await chmod(home, 0o755);
  return home;
}

/** A stable plugin: the class, what it is, and under which name it is found. */
async function addAnalyzer(home: string, jdk: string, work: string): Promise<void> {
  const source = join(import.meta.dirname, 'IndonesianAnalyzerFactory.java');
  const classes = join(work, 'classes');
  const plugin = join(home, 'plugins', 'analysis-indonesian');
  await mkdir(plugin, { recursive: true });
  const compile = ['--release', String(JDK), '-cp', join(home, 'lib', '*'), '-d', classes, source];
  await run(join(jdk, 'bin', 'javac'), compile);
  await run(join(jdk, 'bin', 'jar'), [
    'cf',
    join(plugin, 'analysis-indonesian.jar'),
    '-C',
    classes,
    '.',
  ]);
  const descriptor = {
    name: 'analysis-indonesian',
    description: 'The indonesian analyzer of a full Elasticsearch, for tests',
    version: '1',
    'elasticsearch.version': ELASTICSEARCH_VERSION,
    'java.version': String(JDK),
  };
  const lines = Object.entries(descriptor).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(join(plugin, 'stable-plugin-descriptor.properties'), lines.join(''));
  const components = {
    'org.elasticsearch.plugin.analysis.AnalyzerFactory': {
      indonesian: 'id.pantau.analysis.IndonesianAnalyzerFactory',
    },
  };
  await writeFile(join(plugin, 'named_components.json'), JSON.stringify(components));
}

/** The folder of settings, which Elasticsearch writes into: each run has a copy. */
export const copySettings = (home: string, folder: string): Promise<void> =>
  cp(join(home, 'config'), folder, { recursive: true });
