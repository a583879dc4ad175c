// The feed that consumers follow: changes, coverage, cursors, refused documents.
import { beforeEach, expect, test } from 'vitest';
import type { ChangeFeed } from '../../search/ports.ts';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { AT, by, candidate, content, later, page, site } from './make.ts';

let archive: Archive;

beforeEach(() => {
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  return () => {
    archive.close();
  };
});

test('meets the port of search', () => {
  const feed: ChangeFeed = archive;
  expect(feed.article('unknown')).toBeNull();
});

test('changes come in order, from where the cursor stands', () => {
  archive.addCandidates('natmed', [candidate(1), candidate(2)], AT);
  for (const n of [1, 2]) {
    const id = archive.savePage(page(n));
    archive.saveArticle(by(n, id), content(n, [id]), AT);
  }
  const [first, second] = archive.changesAfter(0, 10);
  expect(archive.changesAfter(0, 1)).toEqual([first]);
  expect(archive.changesAfter(first?.seq ?? 0, 10)).toEqual([second]);
  expect(archive.cursor('elasticsearch')).toBe(0);
  archive.saveCursor('elasticsearch', 2);
  archive.saveCursor('watches', 1);
  expect([archive.cursor('elasticsearch'), archive.cursor('watches')]).toEqual([2, 1]);
});

test('consumers of one family are forgotten but one', () => {
  for (const consumer of ['es/a/1', 'es/a/2', 'es/b/1']) {
    archive.saveCursor(consumer, 7);
    archive.saveRefused(consumer, 'x', 1, 'mapper_parsing_exception', AT);
  }
  archive.saveRefused('es/a/2', 'x', 2, 'again', later(1));
  archive.forgetConsumers('es/a/', 'es/a/2');
  expect(['es/a/1', 'es/a/2', 'es/b/1'].map((name) => archive.cursor(name))).toEqual([0, 7, 7]);
  expect(archive.refused()).toEqual([
    { consumer: 'es/a/2', id: 'x', version: 2, reason: 'again', at: later(1) },
    { consumer: 'es/b/1', id: 'x', version: 1, reason: 'mapper_parsing_exception', at: AT },
  ]);
});

const days = () =>
  archive.coverageAfter(0, 100).map(({ row }) => {
    const { day, found, fetched, kept, skipped, failed } = row;
    return { day, found, fetched, kept, skipped, failed };
  });

test('coverage counts by the local day of the source, an ending once for each page', () => {
  // 23:30 in Bontang, and 60 minutes later the next day.
  const evening = '2024-11-01T15:30:00.000Z';
  const night = '2024-11-01T16:30:00.000Z';
  archive.addCandidates('natmed', [candidate(1), candidate(2), candidate(3)], evening);
  const id = archive.savePage(page(1, { fetchedAt: evening }));
  archive.savePage(page(1, { fetchedAt: evening }));
  archive.saveEnding(by(1, id), { kind: 'skipped', reason: 'no-text' }, night);
  archive.endUrl(candidate(2).url, { kind: 'skipped', reason: 'robots' }, evening);
  archive.failUrl(candidate(3).url, { kind: 'dns', detail: '' }, night, later(9999));
  archive.failUrl(candidate(3).url, { kind: 'dns', detail: '' }, night, null);
  const first = { day: '2024-11-01', found: 3, fetched: 1, kept: 0, skipped: 2, failed: 0 };
  const second = { day: '2024-11-02', found: 0, fetched: 0, kept: 0, skipped: 0, failed: 1 };
  expect(days()).toEqual([first, second]);

  // Read again, by better code: the count moves. Twice: it does not move twice.
  archive.saveArticle(by(1, id, 'code-2'), content(1, [id]), later(5000));
  archive.saveArticle(by(1, id, 'code-2'), content(1, [id]), later(5000));
  expect(days()).toEqual([second, { ...first, kept: 1, skipped: 1 }]);

  // Fetched again the next day: what was counted of the first page stays.
  const again = archive.savePage(page(1, { fetchedAt: night, body: Buffer.from('wall') }));
  archive.saveEnding(by(1, again), { kind: 'skipped', reason: 'blocked' }, night);
  expect(days()).toEqual([
    { ...first, kept: 1, skipped: 1 },
    { ...second, fetched: 1, skipped: 1 },
  ]);
});

test('two fetches on one day have two endings in its coverage', () => {
  archive.addCandidates('natmed', [candidate(1)], AT);
  for (const [minute, reason] of [
    [1, 'no-text'],
    [2, 'blocked'],
  ] as const) {
    const at = later(minute);
    const id = archive.savePage(page(1, { fetchedAt: at, body: Buffer.from(reason) }));
    archive.saveEnding(by(1, id), { kind: 'skipped', reason }, at);
  }
  expect(days()).toMatchObject([{ fetched: 2, skipped: 2 }]);
});

test('rounds are counted when they begin, and completed once, where no error ended them', () => {
  const run = archive.startRun('crawl', AT);
  const [good, bad] = [
    archive.startRound(run, 'natmed', AT),
    archive.startRound(run, 'natmed', AT),
  ];
  archive.endRound(good, later(5), null);
  archive.endRound(good, later(6), null);
  archive.endRound(bad, later(6), 'dns');
  archive.startRound(run, 'natmed', later(60));
  expect(archive.coverageAfter(0, 9).map(({ row }) => row)).toMatchObject([
    { day: '2024-11-01', rounds: 3, completed: 1 },
  ]);
  expect(archive.lastRuns(1)).toMatchObject([{ rounds: 3, completed: 1, endedAt: null }]);
});

test('each change of a coverage row raises its version and moves it to the end', () => {
  archive.saveSites([site({ id: 'lain', region: null })], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  archive.addCandidates('lain', [candidate('x')], AT);
  const before = archive.coverageAfter(0, 10);
  expect(before.map(({ row }) => [row.id, row.region, row.version])).toEqual([
    ['natmed/2024-11-01', '64.74', 1],
    ['lain/2024-11-01', null, 1],
  ]);
  archive.savePage(page(1));
  const after = archive.coverageAfter(before.at(-1)?.seq ?? 0, 10);
  expect(after.map(({ row }) => [row.id, row.version])).toEqual([['natmed/2024-11-01', 2]]);
});
