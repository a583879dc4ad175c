// Cases over a real archive: news of the story joins, silence shows, the way is kept, other regions see nothing.
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/open.ts';
import { caseworkOf } from '../../../cli/casework.ts';
import type { Tags } from '../../../schemas/tag.ts';
import { OWNER, type Viewer } from '../../../schemas/viewer.ts';
import { AT, by, candidate, content, later, page, site, tags } from '../../archive/make.ts';

const DAY = 24 * 60;

function newRig() {
  const archive = openArchive(':memory:');
  onTestFinished(() => archive.close());
  archive.saveSites([site()], AT);
  let at = AT;
  const keep = (n: number, own: Partial<Tags> = {}): string => {
    archive.addCandidates('natmed', [candidate(n)], at);
    const stored = archive.savePage(page(n, { fetchedAt: at }));
    return archive.saveArticle(by(n, stored), content(n, [stored], { tags: tags(own) }), at).id;
  };
  /** As grouping notes that an article tells the story of another. */
  const group = (id: string, story: string): void => {
    archive.groups.saveText(id, id);
    archive.groups.saveStory(id, story);
  };
  const desk = caseworkOf(archive, () => at);
  const wait = (minutes: number): void => {
    at = later(minutes);
  };
  return { archive, desk, keep, group, wait };
}

const siti: Viewer = { account: 'siti', role: 'reviewer', regions: ['64'] };
const rini: Viewer = { account: 'rini', role: 'reviewer', regions: ['35.78'] };

test('later articles of the story join and are new until somebody has looked', () => {
  const { desk, keep, group, wait } = newRig();
  const first = keep(1);
  group(first, first);
  const n = desk.open(siti, { title: 'Camat', article: first, story: true }) ?? 0;
  wait(60);
  const second = keep(2);
  group(second, first);
  keep(3);
  const fresh = (): [string, boolean, boolean][] =>
    desk.case(siti, n)?.articles.map((one) => [one.article.id, one.byStory, one.fresh]) ?? [];
  expect(fresh()).toEqual([
    [second, true, true],
    [first, false, false],
  ]);
  expect(desk.looked(siti, n)).toBe(true);
  expect(fresh().some(([, , isNew]) => isNew)).toBe(false);
});

test('without its story an article comes alone', () => {
  const { desk, keep, group } = newRig();
  const [first, second] = [keep(1), keep(2)];
  group(first, first);
  group(second, first);
  const n = desk.open(siti, { title: '', article: first, story: false }) ?? 0;
  expect(desk.case(siti, n)).toMatchObject({
    case: { title: 'Bawaslu Bontang imbau ASN netral', state: 'informasi-awal', openedBy: 'siti' },
    articles: [{ article: { id: first } }],
  });
});

test('quiet after 21 days without an article or a move; a note is no news; a closed case is not quiet', () => {
  const { desk, keep, wait } = newRig();
  const n = desk.open(siti, { title: 'x', article: keep(1), story: true }) ?? 0;
  const quiet = (): boolean | undefined => desk.case(siti, n)?.quiet;
  wait(21 * DAY - 1);
  expect(quiet()).toBe(false);
  desk.note(siti, n, 'menunggu');
  wait(21 * DAY);
  expect(quiet()).toBe(true);
  desk.move(siti, n, 'penelusuran', 'surat 12');
  expect(quiet()).toBe(false);
  wait(60 * DAY);
  desk.move(siti, n, 'selesai', '');
  wait(120 * DAY);
  expect(quiet()).toBe(false);
});

test('each step with who and when, and none can be taken back', () => {
  const { archive, desk, keep, wait } = newRig();
  const n = desk.open(siti, { title: 'x', article: keep(1), story: true }) ?? 0;
  wait(5);
  desk.move(OWNER, n, 'kajian', 'lengkap');
  desk.date(siti, n, '2024-12-01');
  expect(desk.case(siti, n)?.case).toMatchObject({ state: 'kajian', nextDate: '2024-12-01' });
  expect(archive.desk.cases.events(n).map(({ who, at, kind }) => [who, at, kind])).toEqual([
    ['siti', AT, 'opened'],
    ['siti', AT, 'added'],
    [null, later(5), 'moved'],
    ['siti', later(5), 'dated'],
  ]);
});

test('a desk of other regions finds no case, and puts in nothing that it may not see', () => {
  const { desk, keep } = newRig();
  const here = keep(1);
  const there = keep(2, { regions: ['35.78'], primary: '35.78' });
  const n = desk.open(siti, { title: 'x', article: here, story: true }) ?? 0;
  expect(desk.open(siti, { title: 'x', article: there, story: true })).toBeNull();
  expect(desk.add(siti, n, there, true)).toBe(false);
  expect(desk.cases(rini)).toEqual([]);
  expect(desk.case(rini, n)).toBeNull();
  expect([
    desk.add(rini, n, there, true),
    desk.note(rini, n, 'x'),
    desk.move(rini, n, 'selesai', ''),
    desk.date(rini, n, null),
    desk.looked(rini, n),
  ]).toEqual([false, false, false, false, false]);
  // A case of both: each sees its own articles of it.
  desk.add(OWNER, n, there, true);
  expect(desk.case(rini, n)?.articles.map(({ article }) => article.id)).toEqual([there]);
  expect(desk.case(siti, n)?.articles.map(({ article }) => article.id)).toEqual([here]);
});

test('around an article: which of the cases that the viewer sees hold it, itself or by its story', () => {
  const { desk, keep, group } = newRig();
  const [first, retold, other] = [keep(1), keep(2), keep(3)];
  for (const id of [first, retold]) group(id, first);
  group(other, other);
  const withStory = desk.open(siti, { title: 'a', article: first, story: true });
  const alone = desk.open(siti, { title: 'b', article: first, story: false });
  const holding = (viewer: Viewer, id: string) =>
    desk.around(viewer, id).flatMap(({ case: one, holds }) => (holds ? [one.n] : []));
  expect(new Set(holding(siti, first))).toEqual(new Set([withStory, alone]));
  expect(holding(siti, retold)).toEqual([withStory]);
  expect(holding(siti, other)).toEqual([]);
  expect(desk.around(siti, other)).toHaveLength(2);
  expect(desk.around(rini, first)).toEqual([]);
  // The same as what the cases themselves show.
  const shown = desk
    .cases(siti)
    .filter((one) => one.articles.some((each) => each.article.id === retold));
  expect(shown.map((one) => one.case.n)).toEqual([withStory]);
});
