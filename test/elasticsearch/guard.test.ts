// The guard of the test server, around a small stand-in for it: nothing is left behind, however the run ends.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startGuarded } from './server.ts';
import type { Guarded } from './guard.ts';

/** Listens, and tells its port as Elasticsearch does. */
const STAND_IN = `
  const server = require('node:http').createServer((_, response) => response.end('{}'));
  server.listen(0, '127.0.0.1', () => require('node:fs').writeFileSync(
    'http.ports', '[::1]:1\\n127.0.0.1:' + server.address().port + '\\n'));`;

function guarded(script: string): Guarded {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-guard-'));
  mkdirSync(join(folder, 'logs'));
  return { folder, command: process.execPath, args: ['-e', script], env: {} };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

const expectGone = async (url: string, folder: string): Promise<void> => {
  const left = async (): Promise<unknown> => ({
    server: await answers(url),
    folder: existsSync(folder),
  });
  await vi.waitFor(
    async () => expect(await left()).toEqual({ server: false, folder: false }),
    10_000,
  );
};

test('stopped: the server ends and its folder goes', async () => {
  const what = guarded(STAND_IN);
  const server = await startGuarded(what);
  if ('missing' in server) throw new Error(server.missing);
  expect(await answers(server.url)).toBe(true);
  await server.stop();
  await expectGone(server.url, what.folder);
});

test('the test run is killed: the server ends and its folder goes', async () => {
  const what = guarded(STAND_IN);
  const script = `
    const { startGuarded } = await import(${JSON.stringify(join(import.meta.dirname, 'server.ts'))});
    console.log((await startGuarded(${JSON.stringify(what)})).url);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const url = await new Promise<string>((resolve) => {
    run.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
  });
  expect(await answers(url)).toBe(true);
  run.kill('SIGKILL');
  await expectGone(url, what.folder);
});

test.for([
  {
    name: 'ends at once',
    script: 'console.error("no memory"); process.exit(3)',
    says: 'no memory',
  },
  { name: 'cannot be started', command: '/no/such/server', script: '', says: 'ENOENT' },
])('a server that $name: the reason is told', async ({ script, says, command }) => {
  const what = { ...guarded(script), ...(command === undefined ? {} : { command }) };
  expect(await startGuarded(what)).toEqual({ missing: expect.stringContaining(says) });
  expect(existsSync(what.folder)).toBe(false);
});
