// The ledger of addresses: what falls due when, and how it ends.
import { beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../../crawlers/ports.ts';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { address, AT, by, candidate, content, later, page, site } from './make.ts';

let archive: Archive;

beforeEach(() => {
  archive = openArchive(':memory:');
  archive.saveSites([site()], AT);
  return () => {
    archive.close();
  };
});

const dueAt = (at: string): string[] => archive.due('natmed', at, 10).map(({ url }) => url);

test('meets the port of the crawlers', () => {
  const ledger: Ledger = archive;
  expect(ledger.nextDue('natmed')).toBeNull();
});

test('unknown addresses fall due once, in the order of their list', () => {
  expect(archive.addCandidates('natmed', [candidate(1), candidate(2), candidate(1)], AT)).toBe(2);
  expect(archive.addCandidates('natmed', [candidate(2), candidate(3)], later(1))).toBe(1);
  expect(archive.due('natmed', later(1), 2)).toEqual([
    {
      url: address(1),
      site: 'natmed',
      foundBy: 'feed',
      attempts: 0,
      fetched: false,
      validators: null,
    },
    {
      url: address(2),
      site: 'natmed',
      foundBy: 'feed',
      attempts: 0,
      fetched: false,
      validators: null,
    },
  ]);
  expect(dueAt(AT)).toEqual([address(1), address(2)]);
  expect(archive.due('other', later(9), 9)).toEqual([]);
  expect(archive.nextDue('natmed')).toBe(AT);
});

test.for([
  ['no word of it', null, null, 0],
  ['modified before the fetch', later(-60), later(-30), 0],
  ['modified after the fetch', null, later(30), 1],
  ['a clock that runs ahead, the same moment again', later(420), later(420), 0],
  ['the same day named, no day known before', null, '2024-11-01', 0],
  ['a later day named', '2024-10-30', '2024-11-01', 1],
  ['the same day named again', '2024-11-01', '2024-11-01', 0],
  ['not a date', null, 'kemarin', 0],
] as const)('a fetched address, %s', ([, before, now, want]) => {
  archive.addCandidates('natmed', [candidate(1, { modified: before })], AT);
  const id = archive.savePage(page(1));
  archive.saveArticle(by(1, id), content(1, [id]), AT);
  const again = (): number =>
    archive.addCandidates('natmed', [candidate(1, { modified: now })], later(60));
  expect(again()).toBe(want);
  expect(dueAt(later(60))).toHaveLength(want);
  if (want === 1) archive.savePage(page(1, { fetchedAt: later(61) }));
  expect(again()).toBe(0);
});

test('hints that the first source lacked are filled by the next', () => {
  archive.addCandidates('natmed', [candidate(1, { title: null, published: null })], AT);
  archive.addCandidates('natmed', [candidate(1, { title: 'Judul', published: later(-5) })], AT);
  archive.addCandidates('natmed', [candidate(1, { title: 'Lain', published: later(-1) })], AT);
  archive.savePage(page(1));
  expect(archive.pending(1)[0]).toMatchObject({ title: 'Judul', published: later(-5) });
});

test('a failed try is repeated later, the last one ends the address', () => {
  archive.addCandidates('natmed', [candidate(1)], AT);
  const error = { kind: 'status', status: 503, detail: 'Service Unavailable' } as const;
  archive.failUrl(address(1), error, AT, later(10));
  expect(dueAt(later(9))).toEqual([]);
  expect(archive.nextDue('natmed')).toBe(later(10));
  expect(archive.due('natmed', later(10), 1)).toMatchObject([{ attempts: 1 }]);
  archive.failUrl(address(1), error, later(10), null);
  expect(archive.nextDue('natmed')).toBeNull();
  expect(archive.addCandidates('natmed', [candidate(1)], later(20))).toBe(0);
});

test('a failed re-fetch leaves the page and its ending', () => {
  archive.addCandidates('natmed', [candidate(1)], AT);
  const id = archive.savePage(page(1));
  const { id: article } = archive.saveArticle(by(1, id), content(1, [id]), AT);
  archive.addCandidates('natmed', [candidate(1, { modified: later(30) })], later(40));
  archive.failUrl(address(1), { kind: 'timeout', detail: '' }, later(41), null);
  expect(dueAt(later(99))).toEqual([]);
  expect(archive.pending(9)).toEqual([]);
  expect(archive.article(article)?.goneAt).toBeNull();
});

test('a page not yet processed is processed although its re-fetch failed', () => {
  archive.addCandidates('natmed', [candidate(1)], AT);
  archive.savePage(page(1));
  archive.addCandidates('natmed', [candidate(1, { modified: later(30) })], later(40));
  expect(archive.pending(9)).toEqual([]);
  archive.endUrl(address(1), { kind: 'skipped', reason: 'robots' }, later(41));
  expect(archive.pending(9)).toHaveLength(1);
});

test('skipped for want of a browser: due again when there is one', () => {
  archive.addCandidates('natmed', [candidate(1), candidate(2)], AT);
  archive.endUrl(address(1), { kind: 'skipped', reason: 'no-browser' }, AT);
  archive.endUrl(address(2), { kind: 'skipped', reason: 'robots' }, AT);
  expect(archive.reopen('natmed', 'no-browser', later(1))).toBe(1);
  expect(dueAt(later(1))).toEqual([address(1)]);
});

test('validators stay through a 304 and give way to newer ones', () => {
  const url = 'https://natmed.test/feed/';
  const record = { site: 'natmed', url, at: AT, listed: 10, added: 3 };
  expect(archive.validators('natmed', url)).toBeNull();
  archive.saveDiscovery({ ...record, answer: 'timeout', validators: null });
  expect(archive.validators('natmed', url)).toBeNull();
  const first = { etag: '"1"', lastModified: null };
  archive.saveDiscovery({ ...record, answer: '200', validators: first });
  archive.saveDiscovery({ ...record, answer: '304', at: later(1), validators: null });
  archive.saveDiscovery({ ...record, answer: 'dns', at: later(2), validators: null });
  archive.saveDiscovery({ ...record, answer: 'dns', at: later(3), validators: null });
  expect(archive.validators('natmed', url)).toEqual(first);
  expect(archive.discoveries('natmed')).toEqual([
    { ...record, at: later(3), answer: 'dns', okAt: later(1), failures: 2 },
  ]);
  archive.saveDiscovery({
    ...record,
    answer: '200',
    validators: { etag: null, lastModified: 'x' },
  });
  expect(archive.validators('natmed', url)).toEqual({ etag: null, lastModified: 'x' });
});

test('the last request to an origin is remembered', () => {
  expect(archive.lastRequest('https://natmed.test')).toBeNull();
  archive.saveLastRequest('https://natmed.test', AT);
  archive.saveLastRequest('https://natmed.test', later(1));
  expect(archive.lastRequest('https://natmed.test')).toBe(later(1));
});
