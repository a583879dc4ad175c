// Figures that must survive a hostile reader: copies, gaps, articles without a date, sources in and out, other writers.
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import { AT, address, by, candidate, content, extracted, page, site } from './make.ts';
import { newPath } from './folder.ts';
import { SPEC, filled, store } from './specs.ts';

test('a text that 30 sources carry is 30 articles, 1 text, 1 story, 30 outlets', () => {
  const archive = openArchive(':memory:');
  const ids = Array.from({ length: 30 }, (_, n) => {
    const id = `koran-${n}`;
    archive.saveSites([site({ id, name: id })], AT);
    archive.addCandidates(id, [candidate(n)], AT);
    const stored = archive.savePage(page(n, { site: id }));
    return archive.saveArticle(by(n, stored), content(n, [stored]), AT).id;
  });
  expect(archive.reports.counts({})).toMatchObject({ articles: 30, texts: 30, stories: 30 });
  const [first = ''] = ids;
  archive.transaction(() => {
    for (const id of ids) archive.groups.saveText(id, first);
    archive.groups.saveStory(first, first);
  });
  const counts = { articles: 30, texts: 1, stories: 1, outlets: 30 };
  expect(archive.reports.counts({})).toEqual(counts);
  expect(archive.reports.trend({}, { unit: 'day' }).buckets).toMatchObject([counts]);
  expect(archive.reports.article(ids[3] ?? '')).toMatchObject({
    copies: { length: 29 },
    retold: [],
    story: counts,
  });
  archive.close();
});

test('two texts of one story, and who was first', () => {
  const archive = filled([
    { ...SPEC, day: '2024-11-06' },
    { ...SPEC, day: '2024-11-05', site: 'lain' },
    { ...SPEC, day: '2024-11-07', textKey: 'b' },
  ]);
  const [a = '', b = '', c = ''] = [0, 1, 2].map((n) => archive.articleAt(address(n)) ?? '');
  archive.groups.saveText(a, a);
  archive.groups.saveText(b, a);
  archive.groups.saveText(c, c);
  archive.groups.saveStory(a, a);
  archive.groups.saveStory(c, a);
  expect(archive.reports.counts({})).toEqual({ articles: 3, texts: 2, stories: 1, outlets: 2 });
  expect(archive.reports.article(a)).toMatchObject({
    first: { id: b, site: 'lain' },
    copies: [{ id: b }],
    retold: [{ id: c }],
  });
  archive.close();
});

test('a day that nobody read is told apart from a day without articles', () => {
  const archive = filled([
    { ...SPEC, day: '2024-11-05' },
    { ...SPEC, day: '2024-11-08' },
  ]);
  const run = archive.startRun('crawl', AT);
  const round = archive.startRound(run, 'natmed', '2024-11-06T03:00:00.000Z');
  archive.endRound(round, '2024-11-06T03:00:00.000Z', null);
  const { buckets, sources } = archive.reports.trend({ region: '64.74' }, { unit: 'day' });
  expect(buckets.map(({ from, articles, reporting }) => [from, articles, reporting])).toEqual([
    ['2024-11-05', 1, 1],
    ['2024-11-06', 0, 1],
    ['2024-11-07', 0, 0],
    ['2024-11-08', 1, 1],
  ]);
  expect(sources).toBe(2);
  archive.close();
});

test('an article without a date is in no trend and is counted beside it', () => {
  const archive = filled([SPEC, { ...SPEC, day: null }]);
  const trend = archive.reports.trend({ from: '2024-11-01', to: '2024-11-30' });
  expect(trend.total.articles).toBe(1);
  expect(trend.undated.articles).toBe(1);
  expect(trend.buckets.reduce((sum, { articles }) => sum + articles, 0)).toBe(1);
  archive.close();
});

test('a share is of all that the same sources gave; the same sources are those read nearly always', () => {
  const archive = filled([
    ...Array.from({ length: 10 }, (_, n) => ({
      ...SPEC,
      day: `2024-11-${String(n + 1).padStart(2, '0')}`,
    })),
    { ...SPEC, day: '2024-11-05', decision: 'irrelevant' },
    { ...SPEC, day: '2024-11-05', site: 'lain' },
  ]);
  const options = { unit: 'day' } as const;
  const all = archive.reports.trend({ decision: 'seen' }, options);
  expect(all.buckets[4]).toMatchObject({ articles: 2, read: 3, reporting: 2 });
  const same = archive.reports.trend({ decision: 'seen' }, { ...options, sameSources: true });
  expect(same.sources).toBe(1);
  expect(same.buckets[4]).toMatchObject({ articles: 1, read: 2, reporting: 1 });
  archive.close();
});

test('weeks are counted from the day of the vote', () => {
  const archive = filled([
    { ...SPEC, day: '2024-11-26' },
    { ...SPEC, day: '2024-11-27' },
  ]);
  const filter = { from: '2024-11-20', to: '2024-12-03' };
  const { buckets } = archive.reports.trend(filter, { unit: 'week', anchor: '2024-11-27' });
  expect(buckets.map(({ from, to, articles }) => [from, to, articles])).toEqual([
    ['2024-11-20', '2024-11-26', 1],
    ['2024-11-27', '2024-12-03', 1],
  ]);
  archive.close();
});

test('a region is unread where it has neither source nor article, quiet where it has a source', () => {
  const archive = filled([{ ...SPEC, regions: ['32.75'], primary: '32.75' }]);
  archive.saveSites([site({ id: 'sepi', name: 'Sepi', region: '65.71' })], AT);
  const rows = archive.reports.regions({});
  const of = (code: string) => rows.find((row) => row.code === code);
  expect(of('32.75')).toMatchObject({ articles: 1, listed: 0 });
  expect(of('65.71')).toMatchObject({ articles: 0, listed: 1, reporting: 0 });
  expect(of('11.01')).toBeUndefined();
  archive.close();
});

test('what another process writes is seen, and what a transaction takes back is not kept', () => {
  const path = newPath();
  const reader = openArchive(path);
  const writer = openArchive(path);
  expect(reader.reports.counts({}).articles).toBe(0);
  writer.saveSites([site()], AT);
  store(writer, 0, SPEC);
  expect(reader.reports.counts({}).articles).toBe(1);
  expect(reader.reports.articles({ query: 'camat' }, 1, 9).total).toBe(1);
  store(writer, 0, { ...SPEC, text: 'Diralat.', coverage: 'imbauan' });
  expect(reader.reports.breakdown({}, 'coverage')).toMatchObject([{ value: 'imbauan' }]);

  expect(() =>
    writer.transaction(() => {
      store(writer, 1, SPEC);
      expect(writer.reports.counts({}).articles).toBe(2);
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(writer.reports.counts({}).articles).toBe(1);
  store(writer, 2, { ...SPEC, text: 'Lurah netral.' });
  expect(writer.reports.counts({}).articles).toBe(2);
  expect(writer.reports.articles({}, 1, 9).rows.map(({ url }) => url)).toEqual([
    address(2),
    address(0),
  ]);
  reader.close();
  writer.close();
});

test('undated and dated stand in one order, and an old version is read as it was', () => {
  const archive = filled([{ ...SPEC, day: null }, SPEC]);
  const id = archive.articleAt(address(1)) ?? '';
  store(archive, 1, { ...SPEC, text: 'Teks baru.' });
  expect(archive.reports.articles({}, 1, 9).rows.map(({ day }) => day)).toEqual([
    '2024-11-05',
    null,
  ]);
  expect(archive.reports.articleVersion(id, 1)?.extracted.text).toBe(SPEC.text);
  expect(archive.reports.articleVersion(id, 9)).toBeNull();
  expect(archive.reports.articleVersion(id, 1, ['32'])).toBeNull();
  archive.close();
});

test('extraction without a title is still a row', () => {
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  const stored = archive.savePage(page(1));
  const bare = content(1, [stored], { extracted: extracted({ title: '', text: '' }) });
  archive.saveArticle(by(1, stored), bare, AT);
  expect(archive.reports.articles({}, 1, 9).rows).toMatchObject([{ title: '', snippet: '' }]);
  archive.close();
});

test('a time of centuries by the day is drawn by the month', () => {
  const archive = filled([SPEC]);
  const asked = { from: '0001-01-01', to: '2024-12-31' };
  const { unit, buckets } = archive.reports.trend(asked, { unit: 'day' });
  expect(unit).toBe('month');
  expect(buckets.length).toBeLessThan(1500);
  expect(archive.reports.trend({}, { unit: 'day' }).unit).toBe('day');
  archive.close();
});
