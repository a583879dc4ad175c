// Access over an archive in memory with a clock that stands until it is moved.
import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Archive, openArchive } from '../../../archive/open.ts';
import { type Access, openAccess } from '../../../oversight/accounts/access.ts';

export const PASSWORD = 'kuda laut di Bontang';
export const BY = { who: 'admin', from: '192.0.2.9' };

export type Stage = { archive: Archive; access: Access; forward: (minutes: number) => void };

/** With an administrator `admin`. */
export async function newStage(): Promise<Stage> {
  const archive = openArchive(':memory:');
  onTestFinished(() => {
    archive.close();
  });
  let at = Date.parse('2026-11-24T01:00:00Z');
  const access = openAccess({
    store: archive.desk,
    now: () => new Date(at).toISOString(),
    chance: randomBytes,
  });
  await access.add({ name: 'admin', role: 'admin', regions: null, password: PASSWORD }, BY);
  const forward = (minutes: number): void => {
    at += minutes * 60_000;
  };
  return { archive, access, forward };
}
