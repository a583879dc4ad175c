// What the ledger tells the assessment: hours asked and named, articles, late ones, how a source stands; each once.
import { expect, test } from 'vitest';
import { type Archive, openArchive } from '../../archive/open.ts';
import { AT, by, candidate, content, later, page, site } from './make.ts';

const HOUR = Math.floor(Date.parse(AT) / 3_600_000);

function opened(): Archive {
  const archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  return archive;
}

test('hours in which it was asked, with the new articles of each; and each hour only once', () => {
  const archive = opened();
  const run = archive.startRun('serve', AT);
  archive.endRound(archive.startRound(run, 'natmed', AT), later(1), null);
  archive.addCandidates('natmed', [candidate(1), candidate(2)], later(1));
  archive.endRound(archive.startRound(run, 'natmed', later(60)), later(61), null);
  archive.startRound(run, 'natmed', later(125));
  archive.addCandidates('natmed', [candidate(3, { published: later(125) })], later(125));
  const first = archive.health.news(null, HOUR + 2);
  expect(first.sources.get('natmed')?.hours).toEqual([
    { hour: HOUR, named: 2 },
    { hour: HOUR + 1, named: 0 },
  ]);
  archive.health.saveHealth([], first.cursor, true);
  const second = archive.health.news(archive.health.cursor(), HOUR + 3);
  expect(second.sources.get('natmed')?.hours).toEqual([{ hour: HOUR + 2, named: 1 }]);
  archive.health.saveHealth([], second.cursor, true);
  expect(archive.health.news(archive.health.cursor(), HOUR + 9).sources.size).toBe(0);
});

test('parts, canonical addresses and what was filled in from the past are no rhythm', () => {
  const archive = opened();
  archive.addCandidates(
    'natmed',
    [candidate(1), candidate(2, { published: '2023-01-01' }), candidate(3, { published: null })],
    AT,
  );
  archive.savePage(page(1));
  archive.addCanonical('natmed', 'https://natmed.test/eigen', AT);
  archive.addParts(page(1).url, ['https://natmed.test/artikel-1?page=2'], AT);
  const { sources } = archive.health.news(null, HOUR + 1);
  expect(sources.get('natmed')?.hours).toEqual([{ hour: HOUR, named: 2 }]);
});

test('articles of earlier days are late, by the day on which they were published', () => {
  const archive = opened();
  const days = [
    '2024-10-30T05:00:00+08:00',
    '2024-10-30T23:30:00+08:00',
    '2024-10-31T23:00:00+08:00',
    AT,
  ];
  archive.addCandidates(
    'natmed',
    days.map((published, n) => candidate(n, { published })),
    AT,
  );
  const { sources, cursor } = archive.health.news(null, HOUR + 1);
  expect(sources.get('natmed')?.late).toEqual(new Map([['2024-10-30', 2]]));
  const health = {
    site: 'natmed',
    at: AT,
    state: 'well',
    cause: null,
    detail: '',
    since: null,
    lastNew: AT,
    lastRound: AT,
    perWeek: 7,
    deadline: later(9000),
  } as const;
  const expected = [{ day: '2024-11-01', articles: 4.5 }];
  archive.health.saveHealth(
    [{ health, known: '{}', expected, late: sources.get('natmed')?.late ?? new Map() }],
    cursor,
    true,
  );
  const rows = new Map(archive.coverageAfter(0, 9).map(({ row }) => [row.day, row]));
  expect(rows.get('2024-10-30')).toMatchObject({ late: 2, expected: null });
  expect(rows.get('2024-11-01')).toMatchObject({ found: 4, late: 0, expected: 4.5 });
  expect(archive.reports.health()).toEqual([health]);
});

test('new articles tell their length and fields; edited and gone ones do not', () => {
  const archive = opened();
  archive.addCandidates('natmed', [candidate(1)], AT);
  const id = archive.savePage(page(1));
  archive.saveArticle(by(1, id), content(1, [id]), AT);
  const longer = content(1, [id]);
  archive.saveArticle(
    by(1, id, 'code-2'),
    { ...longer, extracted: { ...longer.extracted, authors: [], text: 'x' } },
    later(1),
  );
  const { sources } = archive.health.news(null, HOUR + 1);
  const { text } = content(1, [id]).extracted;
  expect(sources.get('natmed')?.articles).toEqual([
    { characters: text.length, dated: true, signed: true },
  ]);
});

test('rounds, ways and endings of a source, newest first', () => {
  const archive = opened();
  const run = archive.startRun('serve', AT);
  archive.endRound(archive.startRound(run, 'natmed', AT), later(1), null);
  archive.endRound(archive.startRound(run, 'natmed', later(60)), later(61), 'robots.txt: dns');
  archive.startRound(run, 'natmed', later(120));
  const way = {
    site: 'natmed',
    url: 'https://natmed.test/feed/',
    validators: null,
    listed: 4,
    added: 1,
  };
  archive.saveDiscovery({ ...way, at: AT, answer: '200' });
  archive.saveDiscovery({ ...way, at: later(60), answer: 'status-403', listed: 0 });
  archive.addCandidates('natmed', [candidate(1)], AT);
  archive.addCandidates('natmed', [candidate(2)], later(1));
  archive.saveEnding(
    by(1, archive.savePage(page(1))),
    { kind: 'skipped', reason: 'blocked', detail: 'wall:x' },
    AT,
  );
  archive.endUrl(page(2).url, { kind: 'skipped', reason: 'robots' }, AT);
  expect(archive.health.state('natmed')).toMatchObject({
    rounds: [
      { at: later(60), error: 'robots.txt: dns' },
      { at: AT, error: null },
    ],
    ways: [{ answer: 'status-403', okAt: AT, failures: 1, listed: 0 }],
    endings: [{ kind: 'skipped', reason: 'blocked', detail: 'wall:x' }],
  });
});

test('an alarm of a cause stands once, changes its sources, and closes', () => {
  const archive = opened();
  archive.health.openAlarm('stale', ['a'], AT);
  archive.health.openAlarm('stale', ['b'], AT);
  const [alarm] = archive.reports.alarms(9);
  expect(archive.reports.alarms(9)).toHaveLength(1);
  archive.health.changeAlarm(alarm?.id ?? 0, ['a', 'b'], later(1));
  archive.health.changeAlarm(alarm?.id ?? 0, [], later(2));
  archive.health.openAlarm('stale', ['c'], later(3));
  expect(archive.reports.alarms(9)).toMatchObject([
    { sites: ['c'], closedAt: null },
    { sites: ['a', 'b'], openedAt: AT, closedAt: later(2) },
  ]);
});

test('sources that are watched no more are forgotten, others stay as they were', () => {
  const archive = opened();
  const health = (id: string) =>
    ({
      site: id,
      at: AT,
      state: 'learning',
      cause: null,
      detail: '',
      since: null,
      lastNew: null,
      lastRound: null,
      perWeek: null,
      deadline: null,
    }) as const;
  const judged = (id: string) => ({
    health: health(id),
    known: '{}',
    expected: [],
    late: new Map<string, number>(),
  });
  const cursor = { hour: HOUR, url: 0, round: 0, change: 0 };
  archive.health.saveHealth(['a', 'b', 'c'].map(judged), cursor, true);
  archive.health.saveHealth([judged('b')], cursor, false);
  expect([...archive.health.known().keys()]).toEqual(['a', 'b', 'c']);
  archive.health.saveHealth([judged('b')], cursor, true);
  expect(archive.reports.health().map(({ site: id }) => id)).toEqual(['b']);
});
