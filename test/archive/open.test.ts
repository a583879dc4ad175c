// Opening: fresh files, old files, newer files, and places where there is no archive to be had.
import { chmodSync, copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { connect } from '../../archive/database.ts';
import { ArchiveError } from '../../archive/errors.ts';
import { migrate } from '../../archive/migrate.ts';
import { openArchive } from '../../archive/open.ts';
import { faultsOf, newFolder, newPath } from './folder.ts';
import { address, AT, by, candidate, content, extracted, page, site, tags } from './make.ts';

const sqliteAt = (path: string, sql: string): void => {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
};

/** Migrations have one number each, without holes. */
const NEWEST = readdirSync('archive/migrations').length;

test('a fresh file: WAL, large pages, marked as ours; opened again it is the same', () => {
  const path = newPath();
  openArchive(path).close();
  openArchive(path).close();
  const db = new DatabaseSync(path);
  const pragma = (name: string): unknown =>
    Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(['journal_mode', 'page_size', 'user_version', 'application_id'].map(pragma)).toEqual([
    'wal',
    8192,
    NEWEST,
    0x50_41_4e_54,
  ]);
  db.close();
});

test('an old file is brought up to date with what it holds', () => {
  const path = newPath();
  const old = connect(path, false);
  migrate(old, 1);
  // Rows as the first version wrote them.
  const processor = old
    .query(`INSERT INTO processors (code, knowledge) VALUES ('1', '1')`)
    .insert();
  for (const n of [1, 2]) {
    const id = `000000000000000${n}`;
    const article = old
      .query(
        `INSERT INTO articles (id, site, url, outlet, version, first_seen, day, decision, seen, relevance, coverage,
           advertorial, text_key)
         VALUES (?, 'natmed', ?, 'natmed.test', 1, ?, '2024-11-01', 'relevant', 1, 0.9, 'imbauan', 0, 'key')`,
      )
      .insert([id, address(n), AT]);
    old
      .query(
        `INSERT INTO versions (article, version, at, what, pages, local_day, text_key, processor, content_hash, hash,
           extracted, tags)
         VALUES (?, 1, ?, 'new', '[]', '2024-11-01', 'key', ?, '', '', ?, ?)`,
      )
      .run([article, AT, processor, JSON.stringify(extracted()), JSON.stringify(tags())]);
  }
  old.close();
  expect(() => openArchive(path, { readOnly: true })).toThrow(
    expect.objectContaining({ kind: 'older' }),
  );

  const archive = openArchive(path);
  const found = archive.reports.articles({ query: 'pelanggaran', region: '64' }, 1, 10);
  expect(found.rows.map(({ url }) => url)).toEqual([address(2), address(1)]);
  expect(archive.reports.facets({}).election).toMatchObject([
    { value: 'pilkada-2024', articles: 2 },
  ]);
  archive.close();
  expect(faultsOf(path)).toEqual([]);
});

test('a migration that fails leaves the old file as it was', () => {
  const path = newPath();
  const old = connect(path, false);
  migrate(old, 1);
  old.exec(`CREATE TABLE article_elections (x TEXT)`);
  old.close();
  const before = readFileSync(path);
  expect(() => openArchive(path)).toThrow(ArchiveError);
  sqliteAt(path, 'PRAGMA wal_checkpoint(TRUNCATE)');
  expect(readFileSync(path)).toEqual(before);
});

const REFUSALS: [string, (folder: string) => string, string, string][] = [
  ['no folder', (folder) => join(folder, 'tidak', 'ada.db'), 'folder-missing', '--data'],
  [
    'a text file',
    (folder) => write(folder, 'bukan basis data'.repeat(99)),
    'not-an-archive',
    '--data',
  ],
  [
    'a database of another program',
    (folder) => sqliteIn(folder, 'CREATE TABLE t (x)'),
    'not-an-archive',
    'another program',
  ],
  [
    'a newer archive',
    (folder) => sqliteIn(folder, 'PRAGMA application_id = 1346457172; PRAGMA user_version = 99'),
    'newer',
    `schema 99, this one knows ${NEWEST}`,
  ],
];

function write(folder: string, text: string): string {
  const path = join(folder, 'a.db');
  writeFileSync(path, text);
  return path;
}

function sqliteIn(folder: string, sql: string): string {
  const path = join(folder, 'a.db');
  sqliteAt(path, sql);
  return path;
}

test.for(REFUSALS)(
  '%s is refused, with the path and the next step, and left alone',
  ([, make, kind, words]) => {
    const path = make(newFolder());
    const before = kind === 'folder-missing' ? null : readFileSync(path);
    const open = () => openArchive(path);
    expect(open).toThrow(ArchiveError);
    expect(open).toThrow(expect.objectContaining({ kind, path }));
    expect(open).toThrow(`Archive ${path}: `);
    expect(open).toThrow(words);
    expect(open).toThrow(/ Next: .+\.$/);
    if (before !== null) expect(readFileSync(path)).toEqual(before);
  },
);

/** Permissions do not bind root. */
const bound = process.getuid !== undefined && process.getuid() !== 0;

test.runIf(bound)('a folder without write permission is refused (skipped for root)', () => {
  const folder = newFolder();
  chmodSync(folder, 0o500);
  expect(() => openArchive(join(folder, 'a.db'))).toThrow(
    expect.objectContaining({ kind: 'not-writable' }),
  );
  chmodSync(folder, 0o700);
});

test('a reader needs no more than a file that is there, and does not write', () => {
  const path = newPath();
  expect(() => openArchive(path, { readOnly: true })).toThrow(
    expect.objectContaining({ kind: 'folder-missing' }),
  );
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  const reader = openArchive(path, { readOnly: true });
  archive.addCandidates('natmed', [candidate(1)], AT);
  expect(reader.due('natmed', AT, 9)).toHaveLength(1);
  expect(() => reader.addCandidates('natmed', [candidate(2)], AT)).toThrow(
    expect.objectContaining({ kind: 'not-writable' }),
  );
  reader.close();
  archive.close();
});

test('bytes that are not what was fetched are not given out', () => {
  const path = newPath();
  const archive = openArchive(path);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const id = archive.savePage(page(1));
  archive.saveArticle(by(1, id), content(1, [id]), AT);
  archive.close();
  const copy = newPath();
  copyFileSync(path, copy);
  sqliteAt(copy, `UPDATE pages SET sha256 = '00'`);
  const damaged = openArchive(copy);
  expect(() => damaged.page(id)).toThrow(expect.objectContaining({ kind: 'damaged' }));
  damaged.close();
});
