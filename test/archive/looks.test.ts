// Kept articles are looked at again after an hour, a day, a week; what failed rests for longer and longer.
import { beforeEach, expect, test } from 'vitest';
import type { Archive } from '../../archive/open.ts';
import { openArchive } from '../../archive/open.ts';
import { address, AT, by, candidate, content, later, page, site, tags } from './make.ts';

let archive: Archive;
beforeEach(() => {
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  return () => {
    archive.close();
  };
});

const [HOUR, DAY, WEEK] = [60, 1440, 7 * 1440];

type Kept = Parameters<typeof content>[2];

function keep(more: Kept = {}, headers: Record<string, string> = {}): void {
  archive.addCandidates('natmed', [candidate(1)], AT);
  const id = archive.savePage(page(1, { headers }));
  archive.saveArticle(by(1, id), content(1, [id], more), AT);
}

/** The minute after AT at which the address is due again; null if never. Makes it due. */
function nextLook(): number | null {
  const at = archive.nextVisit('natmed');
  if (at === null) return null;
  expect(archive.takeLooks('natmed', at, 9)).toBe(1);
  expect(archive.due('natmed', at, 9)).toMatchObject([{ url: address(1), fetched: true }]);
  return (Date.parse(at) - Date.parse(AT)) / 60_000;
}

test('an hour, a day and a week after the last look, then no more', () => {
  keep();
  const looks = [HOUR, HOUR + DAY, HOUR + DAY + WEEK];
  for (const minutes of looks) {
    expect(nextLook()).toBe(minutes);
    archive.keepUnchanged(address(1), later(minutes));
    expect(archive.pending(9)).toEqual([]);
  }
  expect(nextLook()).toBeNull();
  expect(archive.status().pages).toBe(1);
});

test('an edit found on a look is a new version, and the looks go on', () => {
  keep();
  expect(nextLook()).toBe(HOUR);
  const id = archive.savePage(page(1, { fetchedAt: later(HOUR), body: Buffer.from('lain') }));
  const edited = content(1, [id], { textKey: 'lain' });
  expect(archive.saveArticle(by(1, id), edited, later(HOUR))).toMatchObject({ version: 2 });
  expect(nextLook()).toBe(HOUR + DAY);
});

test('gone is found on a look, and looked at again, should it come back', () => {
  keep();
  expect(nextLook()).toBe(HOUR);
  archive.markGone(address(1), 404, later(HOUR));
  expect(nextLook()).toBe(HOUR + DAY);
  archive.markGone(address(1), 404, later(HOUR + DAY));
  expect(archive.due('natmed', later(2 * DAY), 9)).toEqual([]);
  expect(archive.article(archive.articleAt(address(1)) ?? '')).toMatchObject({
    version: 2,
    goneAt: later(HOUR),
  });
  expect(nextLook()).toBe(HOUR + DAY + WEEK);
  const back = page(1, { fetchedAt: later(HOUR + DAY + WEEK) });
  const id = archive.savePage(back);
  archive.saveArticle(by(1, id), content(1, [id]), later(HOUR + DAY + WEEK));
  expect(archive.article(archive.articleAt(address(1)) ?? '')).toMatchObject({ goneAt: null });
});

test('fewer looks where it is not relevant, none where it was old when it was found', () => {
  keep({ tags: tags({ decision: 'irrelevant' }) });
  expect(nextLook()).toBe(DAY);
  archive.close();
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  keep({ localDay: '2024-09-01' });
  expect(nextLook()).toBeNull();
});

test('a kept article is asked for with the validators of its page', () => {
  keep({}, { etag: '"1"', 'last-modified': 'Fri, 01 Nov 2024 00:00:00 GMT' });
  nextLook();
  expect(archive.due('natmed', later(HOUR), 9)).toMatchObject([
    { validators: { etag: '"1"', lastModified: 'Fri, 01 Nov 2024 00:00:00 GMT' } },
  ]);
});

test('processing again moves no look', () => {
  keep();
  archive.saveArticle(by(1, 1, 'code-2'), content(1, [1]), later(30));
  expect(nextLook()).toBe(HOUR);
});

test('what failed has ended, rests, and is kept once it answers', () => {
  archive.addCandidates('natmed', [candidate(1)], AT);
  archive.failUrl(address(1), { kind: 'timeout', detail: '' }, AT, { restUntil: later(10) });
  expect(archive.summary().all).toMatchObject({ failed: { 'fetch/timeout': 1 }, open: 0 });
  expect(archive.takeLooks('natmed', later(10), 9)).toBe(1);
  expect(archive.due('natmed', later(10), 9)).toMatchObject([{ attempts: 1, fetched: false }]);
  const id = archive.savePage(page(1, { fetchedAt: later(10) }));
  archive.saveArticle(by(1, id), content(1, [id]), later(10));
  expect(archive.summary().all).toMatchObject({ failed: {}, kept: 1, open: 0 });
});
