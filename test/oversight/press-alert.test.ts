// The whole way, in real parts: a newspaper prints something new, rounds find it, and a 'serve' whose Elasticsearch is
// down has it in a mailbox and at a webhook within two polling intervals and ten seconds.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'yaml';
import { afterEach, expect, test } from 'vitest';
import { openWorkplace } from '../../cli/deps.ts';
import { readerDeps } from '../../cli/reading.ts';
import { openRounds, runRound } from '../../cli/rounds.ts';
import { type Press, startPress } from '../../demo/press.ts';
import { watchYaml } from '../../oversight/watches/write.ts';
import { MAIN } from '../cli/run.ts';
import { watch } from './make.ts';
import { type Hook, type Mailbox, openHook, openMailbox } from './receivers.ts';

/** Milliseconds between the starts of two rounds; the scheduler's own least is a minute, too long for a test. */
const INTERVAL = 4_000;
const PAPERS = new Set(['warta-pesut', 'harian-phinisi']);
/** What they print in their second edition. */
const NEW = [
  'Bawaslu Samarinda Titipkan Modul Netralitas di Diklat CPNS',
  'Inspektorat Wajo Periksa Lurah yang Bagikan Kalender Partai',
];

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Stage = { press: Press; hook: Hook; mailbox: Mailbox; data: string };

async function openStage(): Promise<Stage> {
  const press = await startPress({ basePort: 0 });
  const [hook, mailbox] = [await openHook(), await openMailbox()];
  const data = mkdtempSync(join(tmpdir(), 'pantau-alert-'));
  closing.push(
    () => rmSync(data, { recursive: true, force: true }),
    () => press.close(),
    () => hook.close(),
    () => mailbox.close(),
  );
  mkdirSync(join(data, 'watches'));
  const channels = [
    { kind: 'webhook', url: hook.url },
    { kind: 'email', to: 'desk@example.org' },
  ] as const;
  const watched = watch({ channels: [...channels] });
  writeFileSync(join(data, 'watches', `${watched.id}.yaml`), watchYaml(watched));
  writeFileSync(
    join(data, 'pantau.yaml'),
    stringify({
      smtp: mailbox.url,
      webhookLoopback: true,
      elasticsearch: 'http://127.0.0.1:1',
      logLevel: 'error',
    }),
  );
  return { press, hook, mailbox, data };
}

function startServe(data: string): ChildProcess {
  const child = spawn('node', [MAIN, 'serve', '--no-crawl', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  closing.push(
    () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        if (child.exitCode !== null) resolve(null);
        child.kill('SIGTERM');
      }),
  );
  return child;
}

/** Rounds over two of the newspapers, one after the other, until the test ends. */
async function startRounds(data: string, press: Press): Promise<{ done: () => number }> {
  const sites = press.sites.filter(({ id }) => PAPERS.has(id));
  const workplace = openWorkplace(data, { PANTAU_LOG_LEVEL: 'silent' });
  const stop = new AbortController();
  const crawler = openRounds(workplace);
  const reader = readerDeps(workplace, sites);
  let done = 0;
  const rounds = (async () => {
    while (!stop.signal.aborted) {
      const next = pause(INTERVAL, undefined, { signal: stop.signal }).catch(() => {});
      await runRound(workplace, crawler, reader, { verb: 'test', sites, signal: stop.signal });
      done += 1;
      await next;
    }
  })();
  closing.push(async () => {
    stop.abort();
    await rounds;
    await crawler.close();
    workplace.archive.close();
  });
  return { done: () => done };
}

test('a new article is delivered by mail and webhook in time, with Elasticsearch down', async () => {
  const { press, hook, mailbox, data } = await openStage();
  startServe(data);
  const rounds = await startRounds(data, press);
  await expect.poll(rounds.done, { timeout: 120_000, interval: 100 }).toBeGreaterThan(1);
  const printed = Date.now();
  press.advance(new Date().toISOString());
  const posts = (): string[] => hook.taken.map(({ body }) => body);
  const mails = (): string[] => mailbox.taken.map(({ body }) => body.text ?? '');
  const arrived = (bodies: string[]): string[] =>
    NEW.filter((title) => bodies.some((body) => body.includes(title)));
  const limit = 2 * INTERVAL + 10_000;
  await expect
    .poll(() => [arrived(posts()), arrived(mails())], { timeout: limit, interval: 100 })
    .toEqual([NEW, NEW]);
  const seconds = (Date.now() - printed) / 1_000;
  process.stdout.write(
    `delivered after ${seconds.toFixed(1)} s, a round every ${INTERVAL / 1_000} s\n`,
  );
}, 240_000);
