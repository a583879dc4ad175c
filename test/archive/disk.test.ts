// Which raw pages may go to save disk, in which order, and what stays; how growth is measured.
import { expect, test } from 'vitest';
import { type Archive, openArchive } from '../../archive/open.ts';
import { AT, by, candidate, content, later, page, site, tags } from './make.ts';

const irrelevant = tags({ relevant: false, relevance: 0, decision: 'irrelevant' });

/** Random bytes do not shrink, so each page weighs what it says. */
const body = (n: number): Uint8Array<ArrayBuffer> => {
  let state = n + 1;
  return Uint8Array.from({ length: 4000 }, () => (state = (state * 16_807) % 2_147_483_647) & 255);
};

/** Pages 0–3 irrelevant, 4–5 relevant, 6 relevant and later irrelevant, 7 no article, 8 not read yet, 9 due again. */
function filled(): { archive: Archive; ids: number[] } {
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  archive.addCandidates(
    'natmed',
    Array.from({ length: 10 }, (_, n) => candidate(n)),
    AT,
  );
  const ids = Array.from({ length: 10 }, (_, n) => archive.savePage(page(n, { body: body(n) })));
  const id = (n: number): number => ids[n] ?? 0;
  for (const n of [0, 1, 2, 3, 9])
    archive.saveArticle(by(n, id(n)), content(n, [id(n)], { tags: irrelevant }), AT);
  for (const n of [4, 5, 6]) archive.saveArticle(by(n, id(n)), content(n, [id(n)]), AT);
  archive.saveArticle(by(6, id(6), 'code-2'), content(6, [id(6)], { tags: irrelevant }), later(1));
  archive.saveEnding(by(7, id(7)), { kind: 'skipped', reason: 'not-article' }, AT);
  archive.addCandidates('natmed', [candidate(9, { modified: later(60 * 24) })], later(60 * 24));
  return { archive, ids };
}

const held = (archive: Archive, ids: number[]): number[] =>
  ids.flatMap((id, n) => (archive.page(id) === null ? [] : [n]));

test('irrelevant articles go first and oldest first, then pages of no article; the rest never', () => {
  const { archive, ids } = filled();
  // page 0 is the dictionary of its host's next ones and stays while it is needed
  const first = archive.disk.dropBodies(2);
  expect(first.pages).toBe(2);
  const steps = [held(archive, ids)];
  while (archive.disk.dropBodies(2).pages > 0) steps.push(held(archive, ids));
  const last = steps.at(-1) ?? [];
  expect(last).toEqual(expect.arrayContaining([4, 5, 6, 8, 9]));
  for (const n of [1, 2, 3, 7]) expect(last).not.toContain(n);
  // 7, of no article, went after all articles
  expect(steps.findIndex((step) => !step.includes(7))).toBeGreaterThanOrEqual(
    steps.findIndex((step) => !step.includes(3)),
  );
});

test('row and hash of a page stay, and its article reads as before', () => {
  const { archive, ids } = filled();
  const [hashes, article] = [
    ids.map((id) => archive.pageHash(id)),
    archive.reports.articles({}, 1, 50),
  ];
  while (archive.disk.dropBodies(100).pages > 0);
  expect(ids.map((id) => archive.pageHash(id))).toEqual(hashes);
  expect(archive.reports.articles({}, 1, 50)).toEqual(article);
});

test('reading again names the addresses without bytes, and reads the others', () => {
  const { archive } = filled();
  while (archive.disk.dropBodies(100).pages > 0);
  const stale = archive.staleFor('code-3', 'knowledge-1', 50, 0);
  const without = stale.filter(({ pages }) => pages.length === 0).map(({ url }) => url.at(-1));
  expect(without).toEqual(expect.arrayContaining(['1', '2', '3', '7']));
  expect(stale.every(({ unread }) => !unread)).toBe(true);
  expect(archive.pending(50).map(({ url, pages }) => [url.at(-1), pages.length])).toEqual([
    ['8', 1],
  ]);
});

test('growth is the mean of the days, and what was dropped does not hide it', () => {
  const archive = openArchive(':memory:');
  expect(archive.disk.use().aDay).toBeNull();
  archive.saveSites([site()], AT);
  for (let day = 1; day <= 5; day += 1) {
    archive.addCandidates(
      'natmed',
      Array.from({ length: 20 }, (_, n) => candidate(`${day}-${n}`)),
      AT,
    );
    for (let n = 0; n < 20; n += 1)
      archive.savePage(page(`${day}-${n}`, { body: body(day * 100 + n) }));
    archive.disk.noteUse(`2024-11-0${day}`);
  }
  const { used, aDay } = archive.disk.use();
  expect(used).toBeGreaterThan(400_000);
  expect(aDay).toBeGreaterThan(70_000);
  expect(aDay).toBeLessThan(140_000);
});
