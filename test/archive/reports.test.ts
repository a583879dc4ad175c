// The dashboard's answers in the cases that a count alone does not show.
import { expect, test } from 'vitest';
import type { ArticleFilter } from '../../schemas/filter.ts';
import { address, AT, candidate, later } from './make.ts';
import { filled, SPEC, store } from './specs.ts';

test('months without articles stand in the trend, with the sources that reported in them', () => {
  const archive = filled([
    { ...SPEC, day: '2023-11-30' },
    { ...SPEC, day: '2024-02-01' },
  ]);
  const run = archive.startRun('crawl', AT);
  const rounds = ['2023-12-31T16:00:00.000Z', '2024-01-15T00:00:00.000Z'].map((at) =>
    archive.startRound(run, 'natmed', at),
  );
  archive.endRound(rounds[0] ?? 0, AT, null);
  archive.endRound(rounds[1] ?? 0, AT, 'dns');
  archive.startRound(run, 'lain', '2023-11-02T00:00:00.000Z');
  const { buckets, undated, sources } = archive.reports.trend({}, { unit: 'month' });
  expect(
    buckets.map(({ from, to, articles, reporting }) => [from, to, articles, reporting]),
  ).toEqual([
    // An article of that month is held: its source was read for it, later.
    ['2023-11-01', '2023-11-30', 1, 1],
    ['2023-12-01', '2023-12-31', 0, 0],
    // 16:00 UTC on the last of December is January in Bontang.
    ['2024-01-01', '2024-01-31', 0, 1],
    ['2024-02-01', '2024-02-29', 1, 1],
  ]);
  expect([undated.articles, sources]).toEqual([0, 2]);
  archive.close();
});

test('a row of the list, with the words around the hit', () => {
  const archive = filled([SPEC]);
  expect(archive.reports.articles({ query: 'pelanggaran -bupati' }, 1, 10).rows).toEqual([
    {
      id: archive.articleAt(address(0)),
      url: address(0),
      site: 'natmed',
      siteName: 'Natmed',
      title: 'Judul 0',
      day: '2024-11-05',
      primary: '64.74',
      elections: ['pilkada-2024'],
      coverage: 'dugaan',
      violations: [],
      decision: 'relevant',
      relevance: 0.9,
      advertorial: false,
      snippet: 'Camat diduga \uE000melanggar\uE001 netralitas.',
    },
  ]);
  archive.close();
});

test('pages of a list do not overlap', () => {
  const archive = filled(Array.from({ length: 25 }, () => SPEC));
  const pages = [1, 2, 3, 4].map((n) => archive.reports.articles({}, n, 10));
  expect(pages.map(({ rows, total }) => [rows.length, total])).toEqual([
    [10, 25],
    [10, 25],
    [5, 25],
    [0, 25],
  ]);
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(25);
  archive.close();
});

test('the newest version is what is found', () => {
  const archive = filled([SPEC]);
  store(archive, 0, {
    ...SPEC,
    text: 'Diralat.',
    regions: [],
    primary: null,
    elections: [],
    decision: 'irrelevant',
  });
  const total = (filter: ArticleFilter): number => archive.reports.articles(filter, 1, 9).total;
  expect(total({ query: 'camat' })).toBe(0);
  expect(total({ query: 'diralat' })).toBe(1);
  expect(total({ decision: 'seen' })).toBe(0);
  expect(total({ region: '64' })).toBe(0);
  expect(archive.reports.facets({})).toMatchObject({ region: [], election: [] });
  archive.close();
});

test('an article with its versions and copies', () => {
  const archive = filled([SPEC, { ...SPEC, day: null }, { ...SPEC, textKey: 'b' }]);
  const id = archive.articleAt(address(0)) ?? '';
  const found = archive.reports.article(id);
  expect(found).toMatchObject({
    article: archive.article(id),
    siteName: 'Natmed',
    versions: [{ version: 1, at: AT, what: 'new' }],
    copies: [{ url: address(1) }],
  });
  expect(found?.copies).toHaveLength(1);
  expect(archive.reports.article('0000000000000000')).toBeNull();
  archive.close();
});

test('an export reads whole articles, newest first', () => {
  const archive = filled([SPEC, { ...SPEC, day: '2024-12-01' }, { ...SPEC, site: 'lain' }]);
  const urls = [...archive.reports.articlesMatching({ site: 'natmed' })].map(({ url }) => url);
  expect(urls).toEqual([address(1), address(0)]);
  archive.close();
});

test('sources, totals, summary and status count from the endings', () => {
  const archive = filled([
    SPEC,
    { ...SPEC, decision: 'review' },
    { ...SPEC, decision: 'irrelevant', textKey: 'b' },
  ]);
  archive.addCandidates('natmed', [candidate('x'), candidate('y'), candidate('z')], later(10));
  archive.failUrl(address('x'), { kind: 'status', status: 404, detail: '' }, later(11), null);
  archive.endUrl(address('y'), { kind: 'skipped', reason: 'robots' }, later(11));
  archive.addCandidates('tak-terdaftar', [candidate('w')], later(12));
  const run = archive.startRun('crawl', AT);
  archive.endRound(archive.startRound(run, 'natmed', AT), later(15), null);
  archive.endRun(run, later(15), null);

  const [lain, natmed, unlisted] = archive.reports.sources();
  expect(lain).toMatchObject({ id: 'lain', found: 0, lastRound: null, endings: {} });
  expect(natmed).toEqual({
    id: 'natmed',
    name: 'Natmed',
    region: '64.74',
    verified: true,
    lastRound: later(15),
    found: 6,
    kept: 3,
    skipped: 1,
    failed: 1,
    due: 1,
    relevant: 1,
    endings: { 'skipped:robots': 1, 'failed:fetch/status-404': 1 },
  });
  expect(unlisted).toMatchObject({ id: 'tak-terdaftar', found: 1, due: 1 });
  expect(archive.reports.counts({})).toEqual({ articles: 3, texts: 2, stories: 2, outlets: 1 });

  const { all, sites } = archive.summary();
  expect(all).toEqual({
    found: 7,
    fetched: 3,
    kept: 3,
    skipped: { robots: 1 },
    failed: { 'fetch/status-404': 1 },
    open: 2,
    articles: { relevant: 1, review: 1, irrelevant: 1 },
  });
  expect(sites.map((row) => row.site)).toEqual(['natmed', 'tak-terdaftar']);
  expect(archive.summary(later(10)).all).toMatchObject({ found: 4, fetched: 0, kept: 0, open: 2 });
  expect(archive.summary(later(13)).all).toMatchObject({ found: 0, skipped: {}, failed: {} });

  expect(archive.status()).toMatchObject({
    due: 2,
    unprocessed: 0,
    pages: 3,
    heads: { changes: 3 },
  });
  expect(archive.lastRuns(5)).toEqual([
    {
      id: run,
      verb: 'crawl',
      startedAt: AT,
      endedAt: later(15),
      error: null,
      rounds: 1,
      completed: 1,
    },
  ]);
  expect(archive.lastRoundStart('natmed')).toBe(AT);
  archive.close();
});
