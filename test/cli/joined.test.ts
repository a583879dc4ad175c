// Two articles that turn out to be one: who held the younger one holds the older one, and nobody shows it twice.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { articleIdOf } from '../../archive/fingerprint.ts';
import { type Archive, openArchive } from '../../archive/open.ts';
import { settleMoves } from '../../cli/moves.ts';
import { followChanges } from '../../pipeline/group/follow.ts';
import { faultsOf, newPath, rowsOf } from '../archive/folder.ts';
import { AT, address, by, candidate, content, later, page, site, tags } from '../archive/make.ts';
import { openRig } from '../dashboards/api/rig.ts';
import { openNewsroom } from '../oversight/alerts/newsroom.ts';
import { watch } from '../oversight/make.ts';

const idOf = (n: number | string): string => articleIdOf(address(n));

/** Articles at these places, all of one text; the first of each pair is the older one. */
function keep(archive: Archive, pairs: readonly (readonly [string, string])[]): void {
  archive.saveSites([site()], AT);
  for (const [minute, names] of [pairs.map(([a]) => a), pairs.map(([, b]) => b)].entries())
    for (const n of names) {
      const at = later(minute);
      archive.addCandidates('natmed', [candidate(n)], at);
      const stored = archive.savePage(page(n, { fetchedAt: at }));
      archive.saveArticle(by(n, stored), content(n, [stored], { textKey: n.slice(1) }), at);
    }
}

/** The first of each pair leads to the second. */
function lead(archive: Archive, pairs: readonly (readonly [string, string])[]): void {
  for (const [a, b] of pairs) archive.movedTo(address(a), address(b), later(60));
}

const settle = (archive: Archive): number => settleMoves({ archive, now: () => later(90) });

function open(): Archive {
  const archive = openArchive(':memory:');
  onTestFinished(() => {
    archive.close();
  });
  return archive;
}

const PAIR = [['a1', 'b1']] as const;

const group = (archive: Archive): void => {
  const follower = followChanges(archive, archive.groups);
  while (follower.follow(50) > 0);
};

test('groups let the younger one go', () => {
  const archive = open();
  keep(archive, PAIR);
  group(archive);
  expect(archive.groups.members(archive.groups.textOf(idOf('a1')) ?? '')).toHaveLength(2);
  lead(archive, PAIR);
  expect(settle(archive)).toBe(1);
  group(archive);
  expect(archive.groups.members(archive.groups.textOf(idOf('a1')) ?? '')).toEqual([idOf('a1')]);
  expect(archive.groups.textOf(idOf('b1'))).toBeNull();
  const story = archive.groups.storyOf(archive.groups.textOf(idOf('a1')) ?? '');
  expect(story).toBe(idOf('a1'));
  expect(archive.reports.article(idOf('a1'))).toMatchObject({ copies: [], story: { articles: 1 } });
  expect(archive.evidence.carriers('1', idOf('a1'))).toEqual([]);
});

test('cases and stories of watches hold the older one', () => {
  const archive = open();
  keep(archive, [...PAIR, ['a2', 'b2']]);
  const { cases } = archive.desk;
  const opened = { title: 'Kasus', state: 'dugaan', nextDate: null, openedAt: AT, openedBy: null };
  const item = { addedAt: AT, addedBy: null };
  // A case whose state is one of the schema's; which one does not matter here.
  const both = cases.open({ ...opened, regions: [] } as unknown as Parameters<
    typeof cases.open
  >[0]);
  cases.addItem(both, { ...item, article: idOf('a1'), story: false });
  cases.addItem(both, { ...item, article: idOf('b1'), story: true });
  cases.addItem(both, { addedAt: later(1), addedBy: null, article: idOf('b2'), story: false });
  cases.markSeen(both, [idOf('b1'), idOf('b2')]);
  lead(archive, [...PAIR, ['a2', 'b2']]);
  settle(archive);
  expect(cases.items(both).map(({ article, story }) => [article, story])).toEqual([
    [idOf('a1'), true],
    [idOf('a2'), false],
  ]);
  expect(cases.seen(both).toSorted()).toEqual([idOf('a1'), idOf('a2')].toSorted());
});

test('what people said of the younger one counts for the older one, and stays when it is read again', () => {
  const archive = open();
  keep(archive, PAIR);
  const { reviews } = archive.desk;
  const said = {
    version: 1,
    at: later(5),
    who: null,
    why: '',
    whole: false,
    sample: null,
    judgements: [{ tag: 'advertorial', holds: true, span: null }],
    tagger: [],
    code: 'code-1',
    knowledge: 'knowledge-1',
  };
  reviews.add({ ...said, article: idOf('b1') });
  lead(archive, PAIR);
  settle(archive);
  expect(archive.article(idOf('a1'))?.tags.advertorial).toBe(true);
  expect(reviews.of(idOf('a1'))).toHaveLength(1);
  expect(reviews.ofUrl(address('b1'))).toMatchObject({ article: idOf('a1') });
  expect(reviews.all().map(({ article }) => article)).toEqual([idOf('a1')]);
  expect(reviews.taggerReading(idOf('a1'))?.tags.advertorial).toBe(false);
});

test('a watch that had not come so far is told of the older one alone', () => {
  const { archive, print, tell } = openNewsroom([watch()]);
  const told = { text: 'Camat Bontang Utara diduga mengajak warga memilih satu pasangan calon.' };
  const older = print(1, told);
  const younger = print(2, told);
  archive.movedTo(address(1), address(2), later(60));
  expect(settle(archive)).toBe(1);
  expect(tell().map(({ article }) => article.id)).toEqual([older]);
  expect(archive.presentId(younger)).toBe(older);
});

test('a page of a list that ended with the younger one goes on behind it', () => {
  const archive = open();
  const pairs = [1, 2, 3].map((n) => [`a${n}`, `b${n}`] as const);
  keep(archive, pairs);
  const first = archive.lists.articlesFrom({}, 1, null);
  expect(first.articles.map(({ id }) => id)).toEqual([idOf('b3')]);
  lead(archive, pairs);
  settle(archive);
  const seen = [];
  for (let { next } = first; next !== null;) {
    const more = archive.lists.articlesFrom({}, 1, next);
    seen.push(...more.articles.map(({ id }) => id));
    ({ next } = more);
  }
  expect(seen).toEqual([idOf('a3'), idOf('a2'), idOf('a1')]);
});

test('links and the API lead on from the younger id', async () => {
  const { archive, get, json, look } = openRig();
  keep(archive, PAIR);
  lead(archive, PAIR);
  settle(archive);
  const answer = await get(`/artikel/${idOf('b1')}?bahasa=en`);
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toMatch(new RegExp(`^/artikel/${idOf('a1')}`));
  expect((await get(`/artikel/${idOf('a1')}`)).status).toBe(200);
  const { article, versions } = await json(`/api/v1/articles/${idOf('b1')}`);
  expect(article).toMatchObject({ id: idOf('a1'), url: address('b1') });
  expect(article.hash).toBe((await json(`/api/v1/articles/${idOf('a1')}`)).article.hash);
  expect(versions.map(({ what }: { what: string }) => what)).toEqual(['new', 'moved']);
  expect((await json('/api/v1/articles')).total).toBe(1);
  look({ regions: ['36'] });
  expect((await get(`/artikel/${idOf('b1')}`)).status).toBe(404);
});

test('an article that is read at an address before the one that leads there is the older one', () => {
  const archive = open();
  keep(archive, [['b1', 'a1']]);
  lead(archive, PAIR);
  settle(archive);
  expect(archive.reports.articles({}, 1, 9).rows.map(({ id }) => id)).toEqual([idOf('b1')]);
  expect(archive.versions(idOf('b1')).map(({ what }) => what)).toEqual(['new']);
  expect(archive.presentId(idOf('a1'))).toBe(idOf('b1'));
});

test('one that was irrelevant and is joined to a relevant one is shown once, as what it says now', () => {
  const archive = open();
  keep(archive, PAIR);
  archive.retag(idOf('b1'), tags({ decision: 'irrelevant', relevant: false }), later(3));
  lead(archive, PAIR);
  settle(archive);
  expect(archive.summary().all.articles).toEqual({ relevant: 0, review: 0, irrelevant: 1 });
});

const MANY = Array.from({ length: 60 }, (_, n) => [`a${n}`, `b${n}`] as const);

/** An archive with moves that wait to be judged. */
function waiting(): string {
  const path = newPath();
  const archive = openArchive(path);
  archive.transaction(() => {
    keep(archive, MANY);
    lead(archive, MANY);
  });
  archive.close();
  return path;
}

/** Runs a process that judges; killed at the line with this number. */
async function judge(path: string, killAt = Infinity): Promise<number> {
  const mover = spawn(process.execPath, [join(import.meta.dirname, 'mover.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(mover, 'close');
  let lines = 0;
  for await (const _ of createInterface({ input: mover.stdout })) {
    lines += 1;
    if (lines === killAt) mover.kill('SIGKILL');
  }
  await closed;
  return lines;
}

test('a process killed in the middle of it, and two at once: each article once, as if none had been', async () => {
  const [killed, shared, alone] = [waiting(), waiting(), waiting()];
  for (const line of [3, 27]) await judge(killed, line);
  expect(faultsOf(killed)).toEqual([]);
  await judge(killed);
  await Promise.all([judge(shared), judge(shared)]);
  await judge(alone);
  const want = rowsOf(alone);
  expect(want['changes']).toHaveLength(4 * MANY.length);
  expect(rowsOf(killed)).toEqual(want);
  expect(rowsOf(shared)).toEqual(want);
});
