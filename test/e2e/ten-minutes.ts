// Two real `serve` processes on one archive, killed in turn for ten minutes; prints what the servers saw of them.
// node test/e2e/ten-minutes.ts [MINUTES]; exit 0 only where every article is kept once and every host was treated well.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'yaml';
import { openArchive } from '../../archive/open.ts';
import type { Visit } from '../crawlers/polite-server.ts';
import { judgeManners, shortestGapOf } from './manners.ts';
import { startPolite } from './polite-worker.ts';

const MINUTES = Number(process.argv[2] ?? 10);
const HOSTS = Array.from({ length: 6 }, (_, n) => `127.0.0.${n + 2}`);
const DELAY_S = 1;
const KILL_EVERY_MS = 45_000;
/** Between the stamp of a request and the moment at which it is written. */
const SEND_BLUR_MS = 5;
const MAIN = join(import.meta.dirname, '..', '..', 'cli', 'main.js');

const polite = await startPolite({ hosts: HOSTS, pages: 60, answerMs: 150, newEveryMs: 20_000 });
const folder = mkdtempSync(join(tmpdir(), 'pantau-ten-minutes-'));
const [sites, data] = [join(folder, 'sites'), join(folder, 'data')];
const sendsFile = join(folder, 'sends');
mkdirSync(sites);
for (const [n, origin] of polite.origins.entries()) {
  const entry = {
    id: `koran-${n}`,
    name: `Koran ${n}`,
    home: origin,
    region: '64.74',
    discover: [{ kind: 'feed', url: `${origin}/feed` }],
    delay: DELAY_S,
    interval: 5,
    loopback: true,
  };
  writeFileSync(join(sites, `${entry.id}.yaml`), stringify(entry));
}

let started = 0;
const serve = (letter: string): ChildProcess => {
  started += 1;
  const preload = join(import.meta.dirname, 'sends.ts');
  const args = [
    '--import',
    preload,
    MAIN,
    'serve',
    '--port',
    '0',
    '--data',
    data,
    '--sites',
    sites,
  ];
  const env = {
    ...process.env,
    PANTAU_LOG_LEVEL: 'warn',
    PANTAU_CONTACT: `${letter}${started}`,
    SENDS_FILE: sendsFile,
  };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
};

const children = [serve('a'), serve('b')];
const visits: Visit[] = [];
const end = Date.now() + MINUTES * 60_000;
let kills = 0;
while (Date.now() < end) {
  await pause(Math.min(KILL_EVERY_MS, Math.max(end - Date.now(), 0)));
  visits.push(...(await polite.visits()));
  // the last one to start must be up when the end comes
  if (Date.now() + KILL_EVERY_MS / 2 >= end) continue;
  const at = kills % 2;
  children[at]?.kill('SIGKILL');
  kills += 1;
  await pause(2000);
  children[at] = serve(at === 0 ? 'a' : 'b');
}
const stopping = Date.now();
const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
const died = children.length - running.length;
const exits = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
for (const child of running) child.kill('SIGTERM');
const codes = await Promise.all(exits);
const stopMs = Date.now() - stopping;
visits.push(...(await polite.visits()));
await polite.close();

const archive = openArchive(join(data, 'pantau.sqlite'));
const sends = readFileSync(sendsFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(' '))
  .map(([at, host = '']) => ({ at: Number(at), host }));
const shortestSent = shortestGapOf(sends);
const { all } = archive.summary();
const changes = archive.changesAfter(0, 1_000_000);
const articles = new Set(changes.map(({ article }) => article)).size;
const held = archive.schedule().filter(({ holder }) => holder !== null).length;
archive.close();
rmSync(folder, { recursive: true });
const { repeated, ...manners } = judgeManners(visits);
const askedAgain = Object.values(repeated).reduce((sum, n) => sum + n - 1, 0);
const report = {
  minutes: MINUTES,
  kills,
  /** Processes that ended by themselves, and how those ended that were asked to. */
  died,
  codes,
  stopMs,
  ...manners,
  /** As the crawlers sent them; `shortestGap` is what a busy machine lets the server see of it. */
  shortestSent,
  askedAgain,
  articles,
  changes: changes.length,
  held,
  all,
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
const good =
  manners.peak === 1 &&
  died === 0 &&
  codes.every((code) => code === 0) &&
  stopMs < 10_000 &&
  shortestSent > DELAY_S * 1000 - SEND_BLUR_MS &&
  manners.crossed.length === 0 &&
  articles === changes.length &&
  articles === all.kept &&
  held === 0 &&
  askedAgain <= kills * HOSTS.length;
process.exitCode = good ? 0 : 1;
