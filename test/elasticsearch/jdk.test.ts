// Which JDK the test server gets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findJdk } from './jdk.ts';

const root = mkdtempSync(join(tmpdir(), 'pantau-jdk-'));
afterAll(() => rmSync(root, { recursive: true }));

function jdk(name: string, release: string, compiler = true): string {
  const home = join(root, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="X"\nJAVA_VERSION="${release}"\n`);
  if (compiler) writeFileSync(join(home, 'bin', 'javac'), '');
  return home;
}

const [old, good, newer] = [jdk('a', '17.0.2'), jdk('b', '21'), jdk('c', '25.0.3')];
const runtimeOnly = jdk('d', '25.0.1', false);

test.for([
  {
    name: 'ES_JAVA_HOME goes before JAVA_HOME',
    env: { ES_JAVA_HOME: good, JAVA_HOME: newer },
    want: good,
  },
  {
    name: 'one that is too old is passed over',
    env: { ES_JAVA_HOME: old, JAVA_HOME: good },
    want: good,
  },
  {
    name: 'one without a compiler is passed over',
    env: { ES_JAVA_HOME: runtimeOnly, JAVA_HOME: newer },
    want: newer,
  },
  {
    name: 'a folder that is not there is passed over',
    env: { ES_JAVA_HOME: join(root, 'x'), JAVA_HOME: good },
    want: good,
  },
])('$name', ({ env, want }) => {
  expect(findJdk(21, env)).toBe(want);
});

test('none is new enough', () => {
  expect(findJdk(999, { JAVA_HOME: newer })).toBeNull();
});
