// Opening while another process writes: waited for, said once, and given up with the file, the reason and the next step.
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../archive/database.ts';
import { migrate } from '../../archive/migrate.ts';
import { openArchive } from '../../archive/open.ts';
import { faultsOf, newPath } from './folder.ts';
import { AT, site } from './make.ts';

/** A second connection that holds the lock; `lock` is the statement that takes it. */
function holding(path: string, lock: string): () => void {
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec(lock);
  return () => other.exec('COMMIT');
}

/** A clock that goes on by half a minute with each look, and `at` the look at which something happens. */
function clock(at = Infinity, happens = (): void => {}) {
  let looks = 0;
  return () => {
    looks += 1;
    if (looks === at) happens();
    return looks * 30_000;
  };
}

const told: string[] = [];
const waits = (path: string, seconds: number): void => void told.push(`${path} ${seconds}`);

const fresh = (): string => {
  told.length = 0;
  return newPath();
};
const whole = (): string => {
  const path = fresh();
  openArchive(path).close();
  return path;
};
const old = (): string => {
  const path = fresh();
  const db = connect(path, false);
  migrate(db, 1);
  db.close();
  return path;
};

test('nothing is said where nobody writes', () => {
  const path = fresh();
  openArchive(path, { waiting: { now: clock(), waits } }).close();
  expect(told).toEqual([]);
});

test.for([
  ['an archive in use', whole, 'BEGIN IMMEDIATE'],
  ['an old file that is migrated by another', old, 'BEGIN IMMEDIATE'],
  ['a fresh file that another makes', fresh, 'BEGIN EXCLUSIVE'],
] as const)('%s is waited for, and that is said once', ([, make, lock]) => {
  const path = make();
  const release = holding(path, lock);
  const archive = openArchive(path, { waiting: { now: clock(4, release), waits } });
  expect(told).toEqual([`${path} 120`]);
  archive.saveSites([site()], AT);
  archive.close();
  expect(faultsOf(path)).toEqual([]);
});

test('after two minutes it is given up, with the file, the reason and the next step', () => {
  const path = old();
  const release = holding(path, 'BEGIN IMMEDIATE');
  const open = () => openArchive(path, { waiting: { now: clock(), waits } });
  expect(open).toThrow(expect.objectContaining({ kind: 'busy', path }));
  expect(open).toThrow(
    /^Archive .+pantau\.db: another process has been writing to it for \d+ s without an end\. Next: .*fuser/,
  );
  release();
  open().close();
});

test('what is no other process is thrown at once', () => {
  const path = fresh();
  const other = new DatabaseSync(path);
  other.exec('CREATE TABLE t (x)');
  other.close();
  const open = () => openArchive(path, { waiting: { now: clock(), waits } });
  expect(open).toThrow(expect.objectContaining({ kind: 'not-an-archive' }));
  expect(told).toEqual([]);
});
