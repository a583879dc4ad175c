// SIGTERM to a real `serve` that is in the middle of everything: it ends within ten seconds, whoever does not answer.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { expect, onTestFinished, test } from 'vitest';
import { type Archive, openArchive } from '../../archive/open.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { watchYaml } from '../../oversight/watches/write.ts';
import { MAIN } from '../cli/run.ts';
import { siteAt } from '../crawlers/rig.ts';
import { watch } from '../oversight/make.ts';
import { openHook, openMailbox } from '../oversight/receivers.ts';

const WITHIN_MS = 10_000;

/** A server that takes requests and answers none. */
async function openSilent(): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer(() => {
    asked += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server has this shape of address
  return { url: `http://127.0.0.1:${port}`, asked: () => asked };
}

type Stage = { data: string; sites: string; busy: () => boolean };

/** Newspapers of which one is silent, and a data folder whose alerts and time stamps go to whom nobody hears from. */
async function openStage(press: Press): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-stop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [data, sites] = [join(folder, 'data'), join(folder, 'sites')];
  mkdirSync(join(data, 'watches'), { recursive: true });
  mkdirSync(sites);
  const [hook, mailbox] = [await openHook(() => 'silent'), await openMailbox(() => 'silent')];
  onTestFinished(async () => {
    await hook.close();
    await mailbox.close();
  });
  const [paper, stamps] = [await openSilent(), await openSilent()];
  for (const site of [...press.sites, siteAt(paper.url, { id: 'bisu' })])
    writeFileSync(join(sites, `${site.id}.yaml`), stringify(site));
  const watched = watch({
    channels: [
      { kind: 'webhook', url: hook.url },
      { kind: 'email', to: 'desk@example.org' },
    ],
  });
  writeFileSync(join(data, 'watches', `${watched.id}.yaml`), watchYaml(watched));
  const settings = {
    smtp: mailbox.url,
    webhookLoopback: true,
    timestampService: stamps.url,
    elasticsearch: paper.url,
    logLevel: 'warn',
  };
  writeFileSync(join(data, 'pantau.yaml'), stringify(settings));
  const asked = [hook, mailbox, paper, stamps].map((receiver) => receiver.asked);
  return { data, sites, busy: () => asked.every((count) => count() > 0) };
}

async function stopServe(child: ChildProcess): Promise<{ code: unknown; ms: number }> {
  const started = performance.now();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as unknown[];
  return { code, ms: performance.now() - started };
}

test('a page is drawn, pages wait, and nobody answers', { timeout: 240_000 }, async () => {
  const press = await startPress({ basePort: 0 });
  onTestFinished(() => press.close());
  press.advance(new Date().toISOString());
  const { data, sites, busy } = await openStage(press);
  const args = [MAIN, 'serve', '--data', data, '--sites', sites, '--port', '0'];
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  const first = start();
  await expect.poll(busy, { timeout: 150_000, interval: 100 }).toBe(true);
  const stops = [await stopServe(first)];

  const second = start();
  const alive = (): boolean => reading(data, (archive) => archive.schedule()).some(isHeld);
  await expect.poll(alive, { timeout: 60_000, interval: 50 }).toBe(true);
  stops.push(await stopServe(second));

  process.stdout.write(`stopped after ${stops.map(({ ms }) => Math.round(ms)).join(' and ')} ms\n`);
  expect(stops.map(({ code }) => code)).toEqual([0, 0]);
  for (const { ms } of stops) expect(ms).toBeLessThan(WITHIN_MS);
  // what was under way is due still, and held by nobody who lives
  const held = reading(data, (archive) => archive.schedule()).filter(isHeld);
  expect(held).toEqual([]);
});

const isHeld = ({ holder }: { holder: string | null }): boolean => holder !== null;

function reading<T>(data: string, ask: (archive: Archive) => T): T {
  const archive = openArchive(join(data, 'pantau.sqlite'), { readOnly: true });
  try {
    return ask(archive);
  } finally {
    archive.close();
  }
}
