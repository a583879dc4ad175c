// Two processes crawl one archive and are killed in turn: every article once, no source by both, every host at its pace.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { siteAt } from '../crawlers/rig.ts';
import { judgeManners } from './manners.ts';
import { startPolite } from './polite-worker.ts';
import { newPlace, reading, type Place } from './press-run.ts';

const HOSTS = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'];
const ARTICLES = 12;
const DELAY_MS = 300;
const KILLS = 4;
/** A busy machine blurs when the server sees a request. */
const BLUR_MS = 60;

function startCrawler(place: Place, name: string): ChildProcess {
  const file = join(import.meta.dirname, 'crawler-process.ts');
  const child = spawn(process.execPath, [file, place.sites, place.data], {
    env: { ...process.env, PANTAU_LOG_LEVEL: 'silent', PANTAU_CONTACT: name },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

const ready = async (child: ChildProcess): Promise<void> => {
  if (child.stdout !== null) await once(child.stdout, 'data');
};

test('killed in turn', { timeout: 240_000 }, async () => {
  const polite = await startPolite({ hosts: HOSTS, pages: ARTICLES, answerMs: 40 });
  onTestFinished(() => polite.close());
  const sites = polite.origins.map((origin, n) => ({
    ...siteAt(origin, { id: `s${n}`, delay: DELAY_MS / 1000 }),
    interval: 0.05,
  }));
  const place = newPlace(sites);
  const children = [startCrawler(place, 'p0'), startCrawler(place, 'q0')];
  await Promise.all(children.map(ready));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const at = kill % 2;
    await pause(700 + kill * 150);
    children[at]?.kill('SIGKILL');
    const next = startCrawler(place, `${at === 0 ? 'p' : 'q'}${kill + 1}`);
    children[at] = next;
    await ready(next);
  }
  const kept = (): number => reading(place, (archive) => archive.summary().all.kept);
  await expect.poll(kept, { interval: 500, timeout: 120_000 }).toBe(HOSTS.length * ARTICLES);
  const exits = children.map((child) => once(child, 'exit'));
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(exits);

  const manners = judgeManners(await polite.visits());
  expect(manners.peak).toBe(1);
  expect(manners.shortestGap).toBeGreaterThan(DELAY_MS - BLUR_MS);
  expect(manners.crossed).toEqual([]);
  expect(manners.handovers).toBeGreaterThan(0);
  // only what a killed process had asked for and not stored yet is asked for again
  const again = Object.values(manners.repeated).reduce((sum, n) => sum + n - 1, 0);
  expect(again).toBeLessThanOrEqual(KILLS * HOSTS.length);
  const { all } = reading(place, (archive) => archive.summary());
  expect(all).toMatchObject({ found: 52, fetched: 48, kept: 48, failed: {}, open: 0 });
  const held = reading(place, (archive) => archive.schedule().filter(({ holder }) => holder));
  expect(held).toEqual([]);
});
