// From a fetched page to an article: versions, endings, parts, what happens twice.
import { beforeEach, expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { address, AT, by, candidate, content, extracted, later, page, site, tags } from './make.ts';

let archive: Archive;

beforeEach(() => {
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  archive.addCandidates('natmed', [candidate(1)], AT);
  return () => {
    archive.close();
  };
});

const keep = (n: number | string, more: Parameters<typeof content>[2] = {}, at = AT) => {
  const id = archive.savePage(page(n, { fetchedAt: at }));
  return archive.saveArticle(by(n, id), content(n, [id], more), at);
};

test('a fetched page is pending with its hints until it is kept', () => {
  const id = archive.savePage(page(1));
  const [pending] = archive.pending(10);
  expect(pending).toMatchObject({
    url: address(1),
    site: 'natmed',
    foundBy: 'feed',
    title: 'Judul 1',
  });
  expect(pending?.pages).toEqual([{ ...page(1), id }]);
  const saved = archive.saveArticle(by(1, id), content(1, [id]), AT);
  expect(saved).toMatchObject({ version: 1, saved: 'new' });
  expect(archive.pending(10)).toEqual([]);
  expect(archive.article(saved.id)).toMatchObject({
    ...content(1, [id]),
    id: saved.id,
    version: 1,
    site: 'natmed',
    codeVersion: 'code-1',
    knowledgeVersion: 'knowledge-1',
    firstSeen: AT,
    goneAt: null,
  });
  expect(archive.changesAfter(0, 10)).toEqual([{ seq: 1, article: saved.id, version: 1 }]);
});

test('the same again is no new version and no new change; code and knowledge are noted in place', () => {
  const first = keep(1);
  const again = archive.saveArticle(by(1, 1, 'code-2', 'knowledge-2'), content(1, [1]), later(5));
  expect(again).toEqual({ ...first, saved: 'same' });
  expect(archive.article(first.id)).toMatchObject({ version: 1, codeVersion: 'code-2' });
  expect(archive.changesAfter(0, 10)).toHaveLength(1);
});

test.for([
  [
    'how it was read',
    { extracted: extracted({ method: 'selector', score: 1, repaired: 2 }) },
    'same',
  ],
  [
    'the order of keys',
    { tags: Object.fromEntries(Object.entries(tags()).reverse()) as never },
    'same',
  ],
  ['the text', { extracted: extracted({ text: 'Diralat.' }) }, 'edited'],
  ['the day', { localDay: null }, 'edited'],
  ['the tags', { tags: tags({ coverage: 'dugaan' }) }, 'retagged'],
  ['a reason', { tags: tags({ reasons: [] }) }, 'retagged'],
] as const)('when %s differs', ([, more, want]) => {
  const { id } = keep(1);
  const saved = archive.saveArticle(by(1, 1), content(1, [1], more), later(5));
  const whats = archive.versions(id).map(({ what }) => what);
  expect(saved).toEqual(
    want === 'same' ? { id, version: 1, saved: 'same' } : { id, version: 2, saved: 'changed' },
  );
  expect(whats).toEqual(want === 'same' ? ['new'] : ['new', want]);
  expect(archive.changesAfter(0, 10)).toHaveLength(whats.length);
  expect(archive.articleVersion(id, 1)?.extracted).toMatchObject({ title: extracted().title });
});

test('a skipped or failed page ends its address; an article kept before stays', () => {
  const { id } = keep(1);
  const page2 = archive.savePage(page(1, { fetchedAt: later(60), body: Buffer.from('wall') }));
  archive.saveEnding(by(1, page2), { kind: 'skipped', reason: 'blocked' }, later(61));
  expect(archive.pending(10)).toEqual([]);
  expect(archive.article(id)).toMatchObject({ version: 1, goneAt: null });
  expect(archive.articleAt(address(1))).toBe(id);
});

test('an alias leads to the article that it names', () => {
  archive.addCandidates('natmed', [candidate('amp')], AT);
  expect(archive.addCanonical('natmed', address(2), AT)).toBe(true);
  expect(archive.addCanonical('natmed', address(2), AT)).toBe(false);
  const amp = archive.savePage(page('amp'));
  archive.saveEnding(by('amp', amp), { kind: 'skipped', reason: 'alias', detail: address(2) }, AT);
  const { id } = keep(2);
  expect(archive.articleAt(address('amp'))).toBe(id);
});

test('a page that was fetched again while its elder was processed stays pending', () => {
  const first = archive.savePage(page(1));
  const second = archive.savePage(page(1, { fetchedAt: later(1), body: Buffer.from('baru') }));
  archive.saveArticle(by(1, first), content(1, [first]), later(2));
  expect(archive.pending(10).map(({ pages }) => pages.map(({ id }) => id))).toEqual([[second]]);
});

test('stale pages are those read by other code or knowledge, kept or skipped', () => {
  archive.addCandidates('natmed', [candidate(2), candidate(3)], AT);
  keep(1);
  const two = archive.savePage(page(2));
  archive.saveEnding(by(2, two), { kind: 'skipped', reason: 'no-text' }, AT);
  archive.failUrl(address(3), { kind: 'dns', detail: '' }, AT, null);
  expect(archive.staleFor('code-1', 'knowledge-1', 10, 0)).toEqual([]);
  const stale = archive.staleFor('code-1', 'knowledge-2', 10, 0);
  expect(stale.map(({ url }) => url)).toEqual([address(1), address(2)]);
  expect(archive.staleFor('code-2', 'knowledge-1', 10, stale[0]?.id ?? 0)).toHaveLength(1);
});

test('the first page of a split article waits for its parts, which end as parts', () => {
  const first = archive.savePage(page(1));
  const parts = [address('1?page=2'), address('1?page=3')];
  expect(archive.addParts(address(1), parts, AT)).toBe(2);
  expect(archive.pending(10)).toEqual([]);
  expect(archive.addParts(address(1), parts, AT)).toBe(2);

  const third = archive.savePage(page('1?page=3'));
  expect(archive.pending(10)).toEqual([]);
  const second = archive.savePage(page('1?page=2'));
  expect(archive.addParts(address(1), parts, AT)).toBe(0);
  const [pending] = archive.pending(10);
  expect(pending?.pages.map(({ id }) => id)).toEqual([first, second, third]);

  archive.saveArticle(by(1, first), content(1, [first, second, third]), AT);
  expect(archive.pending(10)).toEqual([]);
  expect(archive.staleFor('other', 'other', 10, 0).map(({ url }) => url)).toEqual([address(1)]);
});

test('a part that newer code finds in an article already kept is fetched, and the article read again', () => {
  keep(1);
  const [stale] = archive.staleFor('code-2', 'knowledge-1', 10, 0);
  expect(archive.addParts(stale?.url ?? '', [address('1?page=2')], later(1))).toBe(1);
  archive.savePage(page('1?page=2'));
  expect(archive.pending(10)[0]?.pages).toHaveLength(2);
});

test('a part that cannot be had does not hold the article back', () => {
  archive.savePage(page(1));
  archive.addParts(address(1), [address('1?page=2')], AT);
  archive.failUrl(address('1?page=2'), { kind: 'timeout', detail: '' }, AT, null);
  expect(archive.pending(10)).toHaveLength(1);
  expect(archive.addParts(address(1), [address('1?page=2')], AT)).toBe(0);
});

test('when the first page is fetched again, its parts are asked for again', () => {
  archive.savePage(page(1));
  archive.addParts(address(1), [address('1?page=2')], AT);
  const second = archive.savePage(page('1?page=2'));
  archive.saveArticle(by(1, 1), content(1, [1, second]), AT);
  archive.savePage(page(1, { fetchedAt: later(60), body: Buffer.from('diralat') }));
  expect(archive.addParts(address(1), [address('1?page=2')], later(61))).toBe(1);
  expect(archive.due('natmed', later(61), 10).map(({ url }) => url)).toEqual([address('1?page=2')]);
});

test('a part that the edited first page no longer names is not joined to it', () => {
  archive.savePage(page(1));
  archive.addParts(address(1), [address('1?page=2')], AT);
  const second = archive.savePage(page('1?page=2'));
  archive.saveArticle(by(1, 1), content(1, [1, second]), AT);
  const edited = archive.savePage(
    page(1, { fetchedAt: later(60), body: Buffer.from('satu halaman') }),
  );
  expect(archive.pending(9).map(({ pages }) => pages.map(({ id }) => id))).toEqual([[edited]]);
});

test('a part found before its first page is adopted, a page with parts never', () => {
  archive.addCandidates('natmed', [candidate('1?page=2')], AT);
  const part = archive.savePage(page('1?page=2'));
  archive.savePage(page(1));
  expect(archive.addParts(address(1), [address('1?page=2')], AT)).toBe(0);
  expect(archive.pending(10)[0]?.pages.at(-1)?.id).toBe(part);
  expect(archive.addParts(address('1?page=2'), [address(1)], AT)).toBe(0);
  expect(archive.pending(10)).toHaveLength(1);
});

test('gone and back: both are versions, the article stays readable', () => {
  const { id } = keep(1);
  archive.addCandidates('natmed', [candidate(1, { modified: later(30) })], later(40));
  archive.markGone(address(1), 410, later(50));
  archive.markGone(address(1), 410, later(50));
  expect(archive.article(id)).toMatchObject({ version: 2, goneAt: later(50) });
  expect(archive.due('natmed', later(99), 10)).toEqual([]);
  archive.saveArticle(by(1, 1, 'code-2'), content(1, [1]), later(55));
  expect(archive.article(id)).toMatchObject({ version: 2, goneAt: later(50) });
  keep(1, {}, later(60));
  expect(archive.article(id)).toMatchObject({ version: 3, goneAt: null });
  expect(archive.versions(id).map(({ what }) => what)).toEqual(['new', 'gone', 'back']);
  expect(archive.changesAfter(1, 10).map(({ version }) => version)).toEqual([2, 3]);
});

test('a transaction holds wholly or not at all, also where a step that failed is caught inside it', () => {
  const run = (): void => {
    archive.transaction(() => {
      keep(1);
      throw new Error('stop');
    });
  };
  expect(run).toThrow('stop');
  const careless = (): void => {
    archive.transaction(() => {
      keep(1);
      expect(() => archive.savePage(page('unknown'))).toThrow('the ledger has no address');
    });
  };
  expect(careless).toThrow('the ledger has no address');
  expect(() => archive.transaction(() => Promise.resolve())).toThrow('cannot wait');
  expect(archive.changesAfter(0, 10)).toEqual([]);
  expect(archive.coverageAfter(0, 10).map(({ row }) => row.fetched)).toEqual([0]);
  archive.transaction(() => keep(1));
  expect(archive.changesAfter(0, 10)).toHaveLength(1);
  expect(archive.reports.articles({ query: 'bontang' }, 1, 9).total).toBe(1);
});
