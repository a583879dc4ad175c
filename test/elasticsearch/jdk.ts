// This machine → the folder of a JDK that is new enough for Elasticsearch.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SYSTEM_JDKS = '/usr/lib/jvm';

/** Feature release of the JDK in a folder: 17, 21, 25 …; null where there is none with a compiler. */
function releaseOf(home: string): number | null {
  if (!existsSync(join(home, 'release')) || !existsSync(join(home, 'bin', 'javac'))) return null;
  const version = /JAVA_VERSION="(\d+)/.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1];
  return version === undefined ? null : Number(version);
}

/** ES_JAVA_HOME, JAVA_HOME, then the system's JDKs, newest first; null if none has the feature release or a later one. */
export function findJdk(minimum: number, env: NodeJS.ProcessEnv): string | null {
  const system = existsSync(SYSTEM_JDKS)
    ? readdirSync(SYSTEM_JDKS).map((name) => join(SYSTEM_JDKS, name))
    : [];
  system.sort((a, b) => (releaseOf(b) ?? 0) - (releaseOf(a) ?? 0));
  const homes = [env['ES_JAVA_HOME'], env['JAVA_HOME'], ...system];
  return homes.find((home) => home !== undefined && (releaseOf(home) ?? 0) >= minimum) ?? null;
}
