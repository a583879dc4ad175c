// Changes of the archive → entries of the log: which, with which parts, once.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { auditLog } from '../../../oversight/evidence/audit.ts';
import { entriesOf } from '../../../oversight/evidence/entries.ts';
import { by, content, extracted, later, tags } from '../../archive/make.ts';
import { NOW, newFolder, newKey, rig } from './rig.ts';

const captures = (made: ReturnType<typeof rig>, id: string) =>
  entriesOf(made.archive.evidence, id).flatMap((entry) =>
    entry.kind === 'capture' ? [entry] : [],
  );

test('at first sight: the bytes as WARC, what was read of them, and why no picture', async () => {
  const made = rig();
  const id = made.save(1, 0);
  expect(await made.capture({ views: 'no-browser' })).toBe(1);
  expect(captures(made, id)).toMatchObject([
    {
      what: 'new',
      decision: 'relevant',
      changedAt: later(0),
      pages: [{ fetchedAt: later(0), status: 200, via: 'http' }],
      parts: [{ role: 'warc' }, { role: 'reading' }],
      missing: [],
      view: 'no-browser',
    },
  ]);
  const [capture] = captures(made, id);
  for (const { sha256, bytes } of capture?.parts ?? [])
    expect(made.archive.evidence.part(sha256)?.length).toBe(bytes);
  expect(capture?.pages[0]?.sha256).toBe(made.archive.pageHash(1));
  expect(auditLog(made.archive, { parts: true })).toEqual({ lines: 2, parts: 2, faults: [] });
});

test('each change is entered; what was served once is kept once', async () => {
  const made = rig();
  const id = made.save(1, 0);
  await made.capture({ views: 'follows' });
  made.save(1, 1, { tags: tags({ coverage: 'dugaan' }) });
  made.save(1, 2, { extracted: extracted({ text: 'Teks lain.' }) }, '<p>Teks lain.</p>');
  made.archive.markGone('https://natmed.test/artikel-1', 404, later(3));
  expect(await made.capture({ views: 'follows' })).toBe(3);
  const all = captures(made, id);
  expect(all.map(({ what }) => what)).toEqual(['new', 'retagged', 'edited', 'gone']);
  expect(all.map(({ view }) => view)).toEqual([
    'follows',
    'drawn-before',
    'follows',
    'drawn-before',
  ]);
  expect(all.map(({ goneAt }) => goneAt)).toEqual([null, null, null, later(3)]);
  const warcs = all.map(({ parts }) => parts.find(({ role }) => role === 'warc')?.sha256);
  expect(warcs[3]).toBe(warcs[2]);
  expect(warcs[2]).not.toBe(warcs[0]);
});

test('an article that has evidence is followed when an edit makes it irrelevant', async () => {
  const made = rig();
  const id = made.save(1, 0);
  made.save(2, 0, { tags: tags({ decision: 'irrelevant', relevant: false }) });
  await made.capture();
  const harmless = { tags: tags({ decision: 'irrelevant', relevant: false }) };
  made.save(1, 1, { ...harmless, extracted: extracted({ text: 'Resep.' }) }, '<p>Resep.</p>');
  expect(await made.capture()).toBe(1);
  expect(captures(made, id).map(({ decision }) => decision)).toEqual(['relevant', 'irrelevant']);
  expect(made.archive.evidence.counts()).toMatchObject({ lines: 3, articles: 1 });
});

test.for([
  ['seen', 2],
  ['relevant', 1],
] as const)('the setting %s takes %i of a relevant and a doubtful one', async ([wanted, count]) => {
  const made = rig();
  made.save(1, 0);
  made.save(2, 0, { tags: tags({ decision: 'review' }) });
  expect(await made.capture({ wanted })).toBe(count);
});

test('a page that was stored long ago is not drawn as if it were new', async () => {
  const made = rig();
  const id = made.save(1, 0);
  await made.capture({ views: 'follows', now: () => NOW + 2 * 86_400_000 });
  expect(captures(made, id)).toMatchObject([{ view: 'too-old' }]);
  expect(made.archive.evidence.waiting(5)).toEqual([]);
});

test('two that take the same changes enter nothing twice', async () => {
  const made = rig();
  for (let n = 1; n <= 20; n += 1) made.save(n, n);
  const counts = await Promise.all([made.capture(), made.capture(), made.capture()]);
  expect(counts.reduce((a, b) => a + b)).toBe(20);
  expect(await made.capture()).toBe(0);
  expect(auditLog(made.archive, { parts: true })).toMatchObject({ lines: 21, faults: [] });
});

test.for([
  'DELETE FROM evidence_log WHERE seq = 2',
  "UPDATE evidence_log SET entry = '{}' WHERE seq = 2",
  'DELETE FROM evidence_parts',
  "UPDATE evidence_parts SET data = x'00'",
])('the archive refuses: %s', async (sql) => {
  const path = `${newFolder()}/a.sqlite`;
  const made = rig(path);
  made.save(1, 0);
  await made.capture();
  const db = new DatabaseSync(path);
  expect(() => {
    db.exec(sql);
  }).toThrow(/evidence is never (removed|changed)/);
  db.close();
});

test('whoever goes around that is found: altered, removed, re-ordered lines and parts', async () => {
  const path = `${newFolder()}/a.sqlite`;
  const made = rig(path);
  for (let n = 1; n <= 5; n += 1) made.save(n, n);
  await made.capture();
  const db = new DatabaseSync(path);
  const { triggers } = db
    .prepare(
      "SELECT group_concat(name) AS triggers FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'evidence%'",
    )
    .get() as { triggers: string };
  for (const name of triggers.split(',')) db.exec(`DROP TRIGGER ${name}`);
  const found = (sql: string): string => {
    db.exec(`SAVEPOINT a; ${sql}; RELEASE a`);
    const { faults } = auditLog(made.archive, { parts: true });
    return faults.join('\n');
  };
  expect(found('SELECT 1')).toBe('');
  expect(found("UPDATE evidence_parts SET data = x'00' WHERE id = 1")).toMatch(/line 2: its warc/);
  expect(
    found("UPDATE evidence_log SET entry = replace(entry, 'natmed', 'lain') WHERE seq = 3"),
  ).toMatch(/line 3: its entry does not have the hash/);
  expect(found('DELETE FROM evidence_log WHERE seq = 4')).toMatch(/between 3 and 5 are missing/);
  expect(found('UPDATE evidence_log SET seq = 4 WHERE seq = 6')).toMatch(
    /line 4: its hash is not that/,
  );
  db.close();
});

test('another key in between is not accepted', async () => {
  const made = rig();
  made.save(1, 0);
  await made.capture({ key: newKey() });
  expect(auditLog(made.archive, { parts: false }).faults.join()).toMatch(
    /which the log does not name/,
  );
});

test('the disk budget takes pages and no evidence; a page that is gone by then is stated', async () => {
  const made = rig();
  const id = made.save(1, 0);
  const harmless = { tags: tags({ decision: 'irrelevant', relevant: false }) };
  const late = made.save(2, 0, harmless);
  await made.capture();
  made.save(3, 0, harmless); // the newest pages are what others are compressed against
  made.archive.transaction(() => {
    while (made.archive.disk.dropBodies(100).pages > 0);
  });
  expect(auditLog(made.archive, { parts: true })).toMatchObject({ parts: 2, faults: [] });
  const pageGone = { ...made.archive, page: () => null };
  made.archive.saveArticle(by(2, 2, 'code-2'), content(2, [2]), later(5));
  made.archive.saveArticle(
    by(1, 1, 'code-2'),
    content(1, [1], { tags: tags({ coverage: 'dugaan' }) }),
    later(5),
  );
  await made.capture({ archive: pageGone });
  expect(captures(made, late)).toMatchObject([
    {
      pages: [],
      parts: [{ role: 'reading' }],
      missing: [{ role: 'warc', reason: 'the archive no longer holds the bytes of the page' }],
      view: 'no-page',
    },
  ]);
  expect(captures(made, id).at(-1)).toMatchObject({
    what: 'retagged',
    parts: [{ role: 'warc' }, { role: 'reading' }],
    missing: [],
  });
});
