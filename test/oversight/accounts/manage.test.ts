import { expect, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { newPath } from '../../archive/folder.ts';
import { DatabaseSync } from 'node:sqlite';
import { BY, PASSWORD, newStage } from './clock.ts';

const desk = { name: 'kaltim', role: 'reviewer', regions: ['64'], password: PASSWORD } as const;
const account = { ...desk, regions: ['64'] as [string] };

test.for([
  [{ ...account, name: 'Kaltim' }, 'bad-name'],
  [{ ...account, name: 'a' }, 'bad-name'],
  [{ ...account, name: '../etc' }, 'bad-name'],
  [{ ...account, name: 'admin' }, 'name-taken'],
  [{ ...account, password: 'pendek' }, 'too-short'],
  [{ ...account, role: 'admin' as const }, 'limited-admin'],
] as const)('%j is refused: %s', async ([wrong, why]) => {
  const { access } = await newStage();
  expect(await access.add(wrong, BY)).toEqual({ ok: false, error: why });
  expect(access.accounts().map(({ name }) => name)).toEqual(['admin']);
});

test('somebody who administers remains', async () => {
  const { access } = await newStage();
  expect(access.setDisabled('admin', true, BY)).toMatchObject({ error: 'last-admin' });
  expect(access.change('admin', { role: 'reader' }, BY)).toMatchObject({ error: 'last-admin' });
  await access.add({ ...account, name: 'wakil', role: 'admin', regions: null }, BY);
  expect(access.setDisabled('admin', true, BY).ok).toBe(true);
  expect(access.change('wakil', { role: 'reader' }, BY)).toMatchObject({ error: 'last-admin' });
  expect(access.setDisabled('admin', false, BY).ok).toBe(true);
  expect(access.change('wakil', { regions: ['64'] }, BY)).toMatchObject({ error: 'limited-admin' });
  expect(access.change('wakil', { role: 'reader', regions: ['64'] }, BY).ok).toBe(true);
});

test('what an account may changes at once, for its tokens too, and every change is in the log', async () => {
  const { access } = await newStage();
  await access.add(account, BY);
  const scopes = ['read', 'review'] as const;
  const made = access.addToken(
    { account: 'kaltim', label: 'skrip', scopes: [...scopes], days: null },
    BY,
  );
  if (!made.ok) throw new Error(made.error);
  const { id, token } = made.value;
  expect(access.byToken(token)?.viewer).toEqual({
    account: 'kaltim',
    role: 'reviewer',
    regions: ['64'],
  });
  access.change('kaltim', { role: 'reader', regions: ['65'] }, BY);
  expect(access.byToken(token)?.viewer).toEqual({
    account: 'kaltim',
    role: 'reader',
    regions: ['65'],
  });
  access.setDisabled('kaltim', true, BY);
  expect(access.byToken(token)).toBeNull();
  access.setDisabled('kaltim', false, BY);
  expect(access.revokeToken(id, BY, 'admin')).toMatchObject({ error: 'unknown' });
  access.revokeToken(id, BY, 'kaltim');
  expect(access.byToken(token)).toBeNull();
  expect(access.audit.entries({}, 20).map(({ action, what }) => [action, what])).toEqual([
    ['token.revoked', `${id} (kaltim, skrip)`],
    ['account.enabled', 'kaltim'],
    ['account.disabled', 'kaltim'],
    ['account.changed', 'kaltim (reviewer, 64 → reader, 65)'],
    ['token.added', `${id} (kaltim, skrip: read, review)`],
    ['account.added', 'kaltim (reviewer, 64)'],
    ['account.added', 'admin (admin, all regions)'],
  ]);
});

test('a token of an administrator reads and reviews, and does not administer', async () => {
  const { access } = await newStage();
  const scopes = ['read', 'review', 'export'] as const;
  const made = access.addToken({ account: 'admin', label: 'x', scopes: [...scopes], days: 1 }, BY);
  expect(access.byToken(made.ok ? made.value.token : '')?.viewer.role).toBe('reviewer');
});

test('a token ends with its days; a changed or cut one is none', async () => {
  const { access, forward } = await newStage();
  const made = access.addToken({ account: 'admin', label: 'x', scopes: ['read'], days: 1 }, BY);
  const token = made.ok ? made.value.token : '';
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const wrong of [
    `${token.slice(0, -1)}${last}`,
    token.slice(0, -1),
    `${token}A`,
    '',
    'pantau__',
  ])
    expect(access.byToken(wrong)).toBeNull();
  forward(24 * 60 - 1);
  expect(access.byToken(token)).not.toBeNull();
  forward(1);
  expect(access.byToken(token)).toBeNull();
});

test('the first account administers', async () => {
  const { access, archive } = await newStage();
  const empty = openArchive(':memory:');
  archive.desk.accounts = empty.desk.accounts;
  expect(await access.add(account, BY)).toMatchObject({ error: 'no-admin' });
  empty.close();
});

test('the audit log cannot be rewritten, not even by SQL', () => {
  const path = newPath();
  const archive = openArchive(path);
  archive.desk.audit.record({
    at: '2026-11-24T01:00:00Z',
    who: null,
    action: 'export',
    what: 'x',
    from: 'y',
  });
  archive.close();
  const db = new DatabaseSync(path);
  expect(() => db.exec("UPDATE audit SET who = 'orang lain'")).toThrow('append-only');
  expect(() => db.exec('DELETE FROM audit')).toThrow('append-only');
  db.close();
});
