import type * as crypto from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { IDLE, LIMITS, LONGEST, WINDOW } from '../../../oversight/accounts/sign-in.ts';
import { BY, PASSWORD, newStage } from './clock.ts';

const scrypts = vi.hoisted((): unknown[] => []);
vi.mock('node:crypto', async (load) => {
  const real = await load<typeof crypto>();
  const scrypt = (...all: Parameters<typeof real.scrypt>): void => {
    scrypts.push(all[3]);
    real.scrypt(...all);
  };
  return { ...real, scrypt };
});

const MINUTE = 60_000;
const good = { name: 'admin', password: PASSWORD };
const bad = { name: 'admin', password: 'bukan kata sandinya' };
const HERE = '192.0.2.1';

test('a good password begins a session; the log has who, when, from where', async () => {
  const { access } = await newStage();
  const outcome = await access.signIn({ name: ' Admin ', password: PASSWORD }, HERE);
  if (!outcome.ok) throw new Error(outcome.why);
  expect(access.bySession(outcome.session)).toEqual({
    viewer: { account: 'admin', role: 'admin', regions: null },
    scopes: null,
  });
  expect(access.audit.entries({ action: 'login' }, 9)).toEqual([
    {
      n: 2,
      at: '2026-11-24T01:00:00.000Z',
      who: 'admin',
      action: 'login',
      what: 'admin',
      from: HERE,
    },
  ]);
});

test('the archive holds neither the key of the session nor the secret of a token', async () => {
  const { access, archive } = await newStage();
  const outcome = await access.signIn(good, HERE);
  if (!outcome.ok) throw new Error(outcome.why);
  expect(archive.desk.sessions.get(outcome.session)).toBeNull();
  const made = access.addToken({ account: 'admin', label: 'x', scopes: ['read'], days: 1 }, BY);
  if (!made.ok) throw new Error(made.error);
  const secret = made.value.token.split('_').at(-1) ?? '';
  expect(JSON.stringify(archive.desk.tokens.get(made.value.id))).not.toContain(secret);
});

test('an unknown, a disabled and a known account cost the same hash', async () => {
  const { access } = await newStage();
  await access.add({ name: 'mantan', role: 'reader', regions: null, password: PASSWORD }, BY);
  access.setDisabled('mantan', true, BY);
  const costs: unknown[] = [];
  for (const name of ['admin', 'tiada', 'mantan', "x' OR 1=1 --"]) {
    scrypts.length = 0;
    expect(await access.signIn({ name, password: 'salah sama sekali' }, HERE)).toEqual({
      ok: false,
      why: 'wrong',
    });
    costs.push([...scrypts]);
  }
  expect(costs[0]).toHaveLength(1);
  expect(new Set(costs.map((cost) => JSON.stringify(cost)))).toHaveLength(1);
});

test('the sixth wrong try from one place has to wait, from elsewhere the account is open', async () => {
  const { access, forward } = await newStage();
  for (let n = 0; n < LIMITS.byBoth; n++) expect((await access.signIn(bad, HERE)).ok).toBe(false);
  expect(await access.signIn(good, HERE)).toMatchObject({ why: 'limited' });
  expect((await access.signIn(good, '192.0.2.2')).ok).toBe(true);
  forward(WINDOW / MINUTE + 1);
  expect((await access.signIn(good, HERE)).ok).toBe(true);
  expect(access.audit.entries({ action: 'login.limited' }, 9)).toHaveLength(1);
  expect(access.audit.entries({ action: 'login.failed' }, 9)).toHaveLength(LIMITS.byBoth);
});

test('tries at the same moment are counted before their hash is known', async () => {
  const { access } = await newStage();
  scrypts.length = 0;
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => access.signIn(bad, HERE)));
  const limited = outcomes.filter((outcome) => !outcome.ok && outcome.why === 'limited');
  expect(limited).toHaveLength(40 - LIMITS.byBoth);
  expect(scrypts).toHaveLength(LIMITS.byBoth);
});

test('one address that tries many names, and many addresses that try one, are limited too', async () => {
  const { access, archive } = await newStage();
  const at = '2026-11-24T01:00:00.000Z';
  for (let n = 0; n < LIMITS.byAddress; n++) archive.desk.attempts.add(`nama${n}`, HERE, at);
  expect(await access.signIn(good, HERE)).toMatchObject({ why: 'limited' });
  for (let n = 0; n < LIMITS.byName; n++) archive.desk.attempts.add('admin', `10.0.0.${n}`, at);
  expect(await access.signIn(good, '192.0.2.3')).toMatchObject({ why: 'limited' });
});

test('a session ends when it rests, and in any case after a week', async () => {
  const { access, forward } = await newStage();
  const open = async (): Promise<string> => {
    const outcome = await access.signIn(good, HERE);
    return outcome.ok ? outcome.session : '';
  };
  const resting = await open();
  forward(IDLE / MINUTE + 1);
  expect(access.bySession(resting)).toBeNull();
  const busy = await open();
  const step = IDLE / MINUTE - 1;
  let lived = 0;
  for (; access.bySession(busy) !== null; lived += step) forward(step);
  expect(lived).toBeGreaterThan(LONGEST / MINUTE - step);
  expect(lived).toBeLessThanOrEqual(LONGEST / MINUTE + step);
});

test('a new password, a disabled account and a logout end sessions', async () => {
  const { access } = await newStage();
  const open = async (): Promise<string> => {
    const outcome = await access.signIn(good, HERE);
    return outcome.ok ? outcome.session : '';
  };
  const first = await open();
  access.signOut(first, HERE);
  expect(access.bySession(first)).toBeNull();
  const second = await open();
  await access.setPassword('admin', PASSWORD, BY);
  expect(access.bySession(second)).toBeNull();
  const third = await open();
  await access.add({ name: 'wakil', role: 'admin', regions: null, password: PASSWORD }, BY);
  access.setDisabled('admin', true, BY);
  expect(access.bySession(third)).toBeNull();
  expect((await access.signIn(good, HERE)).ok).toBe(false);
});

test('a password that changes while it is checked opens nothing', async () => {
  const { access, archive } = await newStage();
  const trying = access.signIn(good, HERE);
  archive.desk.accounts.setPassword('admin', '$scrypt$ln=15,r=8,p=3$AAAA$AAAA');
  expect(await trying).toEqual({ ok: false, why: 'wrong' });
});
