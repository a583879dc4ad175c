// Receivers in every bad manner and a sender killed at random moments: each alert arrives, a repeat has the same key,
// and what is told of one story arrives in its order.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { ARCHIVE_FILE } from '../../cli/paths.ts';
import { watchYaml } from '../../oversight/watches/write.ts';
import { type Alert, channelKey } from '../../schemas/watch.ts';
import { type Newsroom, openNewsroom } from './alerts/newsroom.ts';
import { watch } from './make.ts';
import { type Hook, type Mailbox, type Manner, openHook, openMailbox } from './receivers.ts';

const KILLS = 20;
const STORIES = 12;
const BAD: Manner[] = ['500', '429', 'cut', 'silent', 'taken-then-500'];

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Stage = { data: string; room: Newsroom; hook: Hook; mailbox: Mailbox; behave: () => void };

async function openStage(next: () => number): Promise<Stage> {
  let good = false;
  const manner = (): Manner =>
    good || next() < 0.5 ? 'take' : (BAD[Math.floor(next() * BAD.length)] ?? '500');
  const hook = await openHook(manner);
  const mailbox = await openMailbox(manner);
  const data = mkdtempSync(join(tmpdir(), 'pantau-kills-'));
  const watched = watch({
    cap: 50,
    channels: [
      { kind: 'webhook', url: hook.url },
      { kind: 'email', to: 'desk@example.org' },
    ],
  });
  mkdirSync(join(data, 'watches'));
  writeFileSync(join(data, 'watches', `${watched.id}.yaml`), watchYaml(watched));
  writeFileSync(join(data, 'pantau.yaml'), `smtp: ${mailbox.url}\nwebhookLoopback: true\n`);
  const room = openNewsroom([watched], { path: join(data, ARCHIVE_FILE) });
  closing.push(
    () => rmSync(data, { recursive: true, force: true }),
    () => hook.close(),
    () => mailbox.close(),
    () => room.archive.close(),
  );
  return { data, room, hook, mailbox, behave: () => void (good = true) };
}

async function startSender(data: string): Promise<ChildProcess> {
  const child = spawn('node', [join(import.meta.dirname, 'sender.ts'), data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closing.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

const NAMES = [
  'Ramli',
  'Hartono',
  'Kusnandar',
  'Latuconsina',
  'Sitorus',
  'Wenda',
  'Mokoginta',
  'Tarigan',
  'Pattipeilohy',
  'Lubis',
  'Daeng',
  'Manurung',
];

/** What happens to a story: it appears, it is edited, at last its page is gone. */
function happen({ print, remove }: Newsroom, story: number, step: number): void {
  const name = NAMES[story] ?? 'X';
  if (step === 4) return remove(story);
  const edits = Array.from(
    { length: step },
    (_, n) => `\n\nPembaruan ke-${n} soal ${name}: tim memeriksa lagi dua orang saksi tambahan.`,
  );
  print(story, {
    outlet: `koran-${story}`,
    title: `Camat ${name} diduga ajak warga`,
    text: `Camat ${name} di kecamatan nomor ${story * 7} diduga mengajak warga memilih calon ${name.length * 3} dalam pertemuan ${name} sore itu.${edits.join('')}`,
  });
  return undefined;
}

/** Article and version of each alert as it arrived first, in order. */
const heard = (pairs: string[]): string[] => [...new Set(pairs)];

const storyOf = (pair: string): string => pair.split(' ', 1)[0] ?? '';

function inOrder(pairs: string[], alerts: Alert[]): void {
  const wanted = alerts.map(({ article }) => `${article.id} ${article.version}`);
  expect(pairs.toSorted()).toEqual(wanted.toSorted());
  for (const story of new Set(wanted.map(storyOf))) {
    const of = (list: string[]): string[] => list.filter((pair) => storyOf(pair) === story);
    expect(of(pairs)).toEqual(of(wanted));
  }
}

function sameUnderOneKey(taken: { key: string; body: string }[]): void {
  const bodies = new Map<string, string>();
  for (const { key, body } of taken) expect(bodies.get(key) ?? body, key).toBe(body);
  for (const { key, body } of taken) bodies.set(key, body);
}

test(`${KILLS} kills: each alert at least once, a repeat under its key, none lost, in the order of its story`, async () => {
  const next = chance(7);
  const stage = await openStage(next);
  const { data, room, hook, mailbox } = stage;
  const steps = Array.from({ length: STORIES * 5 }, (_, n) => [
    n % STORIES,
    Math.floor(n / STORIES),
  ]);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const sender = await startSender(data);
    for (const [story = 0, step = 0] of steps.splice(0, 3)) happen(room, story, step);
    await pause(20 + next() * 400);
    sender.kill('SIGKILL');
    await once(sender, 'exit');
  }
  for (const [story = 0, step = 0] of steps) happen(room, story, step);
  stage.behave();
  const { alerts } = room.archive;
  const sender = await startSender(data);
  const rest = (): number =>
    alerts.channelStates().reduce((sum, { waiting, open }) => sum + waiting + open, 0) +
    room.archive.status().heads.changes -
    room.archive.cursor('alerts');
  await expect.poll(rest, { timeout: 60_000, interval: 50 }).toBe(0);
  sender.kill('SIGKILL');

  const given = alerts
    .alertsOf('asn-kaltim', 1_000)
    .map(({ alert }) => alert)
    .reverse();
  expect(given).toHaveLength(STORIES * 5);
  expect(alerts.channelStates().map(({ dead }) => dead)).toEqual([0, 0]);
  type Payload = { data: { alerts: Alert[] } };
  const posts = hook.taken.flatMap(({ body }) =>
    (JSON.parse(body) as Payload).data.alerts.map(
      ({ article }) => `${article.id} ${article.version}`,
    ),
  );
  inOrder(heard(posts), given);
  const mails = mailbox.taken.flatMap(({ body }) =>
    [...(body.text ?? '').matchAll(/([0-9a-f]{16}) versi (\d+)/g)].map(
      ([, id, version]) => `${id} ${version}`,
    ),
  );
  inOrder(heard(mails), given);
  sameUnderOneKey(hook.taken);
  sameUnderOneKey(mailbox.taken.map(({ key, body }) => ({ key, body: body.text ?? '' })));
  const repeats = posts.length - new Set(posts).size + mails.length - new Set(mails).size;
  expect(repeats, 'the receivers did make repeats').toBeGreaterThan(0);
  expect(
    alerts
      .channelStates()
      .map(({ channel }) => channel)
      .sort(),
  ).toEqual(
    [
      channelKey({ kind: 'email', to: 'desk@example.org' }),
      channelKey({ kind: 'webhook', url: hook.url }),
    ].sort(),
  );
}, 180_000);
