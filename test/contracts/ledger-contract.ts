// What every ledger does, whatever it is made of: the archive's and the one in memory run the same suite.
import { describe, expect, test } from 'vitest';
import type { Claim, Ledger } from '../../crawlers/ports.ts';
import type { Candidate, Page } from '../../schemas/page.ts';

const T = (minute: number): string => new Date(Date.UTC(2024, 10, 5, 1, minute)).toISOString();
const SITE = 'warta';
const url = (name: string): string => `https://warta.id/${name}`;

const candidate = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  url: url(name),
  foundBy: 'feed',
  title: null,
  published: null,
  modified: null,
  ...more,
});

const page = (name: string, fetchedAt: string): Page => ({
  id: 0,
  site: SITE,
  url: url(name),
  finalUrl: url(name),
  fetchedAt,
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: new TextEncoder().encode(`<p>${name}`),
  via: 'http',
});

/** @param make gives an empty ledger in which the source 'warta' may be used */
export function describeLedger(name: string, make: () => Ledger): void {
  const due = (ledger: Ledger, minute: number): string[] =>
    ledger.due(SITE, T(minute), 100).map((entry) => entry.url);

  describe(`ledger: ${name}`, () => {
    test('an unknown address falls due once; the latest first', () => {
      const ledger = make();
      expect(ledger.addCandidates(SITE, [candidate('b')], T(0))).toBe(1);
      expect(ledger.addCandidates(SITE, [candidate('a'), candidate('b')], T(1))).toBe(1);
      expect(due(ledger, 1)).toEqual([url('a'), url('b')]);
      expect(ledger.due(SITE, T(1), 1)).toEqual([
        {
          url: url('a'),
          site: SITE,
          foundBy: 'feed',
          attempts: 0,
          fetched: false,
          validators: null,
        },
      ]);
      expect(ledger.due('other', T(1), 9)).toEqual([]);
      expect(ledger.nextDue(SITE)).toBe(T(0));
      expect(ledger.nextDue('other')).toBeNull();
    });

    test('a fetched address is not due', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      expect(ledger.savePage(page('a', T(1)))).toBeGreaterThan(0);
      expect(due(ledger, 9)).toEqual([]);
      expect(ledger.addCandidates(SITE, [candidate('a')], T(2))).toBe(0);
      expect(ledger.nextDue(SITE)).toBeNull();
    });

    test('one that its source says was modified since is due again, once for each change', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      ledger.savePage(page('a', T(1)));
      const add = (modified: string): number =>
        ledger.addCandidates(SITE, [candidate('a', { modified })], T(10));
      expect(add(T(0))).toBe(0);
      expect(add(T(5))).toBe(1);
      expect(ledger.due(SITE, T(10), 9)).toMatchObject([
        { url: url('a'), fetched: true, attempts: 0 },
      ]);
      ledger.savePage(page('a', T(11)));
      expect(add(T(5))).toBe(0);
      expect(add('2024-11-05T08:30:00+07:00')).toBe(1);
    });

    test('a failed try waits for its moment and is counted', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      ledger.failUrl(url('a'), { kind: 'timeout', detail: '' }, T(1), T(5));
      expect(due(ledger, 4)).toEqual([]);
      expect(ledger.nextDue(SITE)).toBe(T(5));
      expect(ledger.due(SITE, T(5), 9)).toMatchObject([{ attempts: 1 }]);
      ledger.failUrl(url('a'), { kind: 'status', status: 500, detail: '' }, T(6), null);
      expect(due(ledger, 99)).toEqual([]);
      expect(ledger.nextDue(SITE)).toBeNull();
    });

    test('new addresses before repeated tries, by the day of the article', () => {
      const ledger = make();
      const of = (path: string, published: string): Candidate => candidate(path, { published });
      ledger.addCandidates(
        SITE,
        [of('c', T(3)), of('x', T(9)), of('b', T(2)), of('d', T(4))],
        T(9),
      );
      ledger.failUrl(url('x'), { kind: 'timeout', detail: '' }, T(9), T(10));
      expect(due(ledger, 10)).toEqual(['d', 'c', 'b', 'x'].map(url));
    });

    test('one that rests has ended, and is tried again once its time has come', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      ledger.failUrl(url('a'), { kind: 'timeout', detail: '' }, T(1), T(5));
      ledger.failUrl(url('a'), { kind: 'timeout', detail: '' }, T(5), {
        restUntil: T(30),
      });
      expect(ledger.nextDue(SITE)).toBeNull();
      expect(ledger.takeLooks(SITE, T(29), 9)).toBe(0);
      expect(ledger.takeLooks(SITE, T(30), 9)).toBe(1);
      expect(ledger.due(SITE, T(30), 9)).toMatchObject([{ url: url('a'), attempts: 2 }]);
      ledger.savePage(page('a', T(31)));
      expect(ledger.nextDue(SITE)).toBeNull();
    });

    test('what robots.txt forbade is due again when it says something else', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a'), candidate('b')], T(0));
      ledger.endUrl(url('a'), { kind: 'skipped', reason: 'robots' }, T(1));
      const origin = 'https://warta.id';
      expect(ledger.changedRobots(origin, 'one', T(1))).toBe(0);
      expect(ledger.changedRobots(origin, 'one', T(2))).toBe(0);
      expect(ledger.changedRobots('https://other.id', 'two', T(2))).toBe(0);
      expect(ledger.changedRobots(origin, 'two', T(3))).toBe(1);
      expect(due(ledger, 3).toSorted()).toEqual([url('a'), url('b')]);
    });

    test('an address that leads to another ends, and that one is there to be fetched once', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('lama'), candidate('tua')], T(0));
      expect(ledger.wasFetched(url('baru'))).toBe(false);
      expect(ledger.movedTo(url('lama'), url('baru'), T(1))).toBe(true);
      expect(due(ledger, 1).toSorted()).toEqual([url('baru'), url('tua')]);
      ledger.savePage(page('baru', T(2)));
      expect(ledger.wasFetched(url('baru'))).toBe(true);
      expect(ledger.movedTo(url('tua'), url('baru'), T(3))).toBe(false);
      expect(due(ledger, 9)).toEqual([]);
    });

    test('a fetch starts the count of tries anew', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      ledger.failUrl(url('a'), { kind: 'reset', detail: '' }, T(1), T(2));
      ledger.savePage(page('a', T(3)));
      ledger.addCandidates(SITE, [candidate('a', { modified: T(9) })], T(10));
      expect(ledger.due(SITE, T(10), 9)).toMatchObject([{ attempts: 0, fetched: true }]);
    });

    test('a page that is gone is not due', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a')], T(0));
      ledger.savePage(page('a', T(1)));
      ledger.addCandidates(SITE, [candidate('a', { modified: T(5) })], T(6));
      ledger.markGone(url('a'), 410, T(7));
      expect(due(ledger, 99)).toEqual([]);
      expect(ledger.nextDue(SITE)).toBeNull();
    });

    test('a skipped address is due again only when its reason is reopened', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('a'), candidate('b')], T(0));
      ledger.endUrl(url('a'), { kind: 'skipped', reason: 'no-browser' }, T(1));
      ledger.endUrl(url('b'), { kind: 'skipped', reason: 'robots' }, T(1));
      expect(ledger.addCandidates(SITE, [candidate('a'), candidate('b')], T(2))).toBe(0);
      expect(due(ledger, 9)).toEqual([]);
      expect(ledger.reopen('other', 'no-browser', T(3))).toBe(0);
      expect(ledger.reopen(SITE, 'no-browser', T(3))).toBe(1);
      expect(due(ledger, 3)).toEqual([url('a')]);
      expect(ledger.reopen(SITE, 'no-browser', T(4))).toBe(0);
    });

    test('validators are kept by source and address; null leaves them', () => {
      const ledger = make();
      const record = { site: SITE, url: url('feed'), at: T(0), answer: '200', listed: 3, added: 1 };
      expect(ledger.validators(SITE, url('feed'))).toBeNull();
      const validators = { etag: '"1"', lastModified: null };
      ledger.saveDiscovery({ ...record, validators });
      ledger.saveDiscovery({ ...record, answer: 'timeout', validators: null });
      expect(ledger.validators(SITE, url('feed'))).toEqual(validators);
      expect(ledger.validators(SITE, url('other'))).toBeNull();
      expect(ledger.validators('other', url('feed'))).toBeNull();
    });

    test('where a list goes on is kept until it is read to its end', () => {
      const ledger = make();
      const record = { site: SITE, url: url('daftar'), at: T(0), listed: 3, added: 1 };
      const save = (answer: string, more: { resume?: string | null }): void =>
        ledger.saveDiscovery({ ...record, ...more, answer, validators: null });
      expect(ledger.lastRead(SITE, url('daftar'))).toBeNull();
      save('timeout', {});
      expect(ledger.lastRead(SITE, url('daftar'))).toMatchObject({ answered: false, resume: null });
      save('200', { resume: 'page 3' });
      save('dns', {});
      expect(ledger.lastRead(SITE, url('daftar'))).toEqual({
        at: T(0),
        answered: true,
        resume: 'page 3',
      });
      save('200', { resume: null });
      expect(ledger.lastRead(SITE, url('daftar'))).toMatchObject({ resume: null });
    });

    test('unknown addresses are told from known ones', () => {
      const ledger = make();
      ledger.addCandidates(SITE, [candidate('b')], T(0));
      expect(ledger.unknown(['c', 'b', 'a'].map(url))).toEqual(['c', 'a'].map(url));
    });

    describe('turns at a host', () => {
      const HOST = 'warta.id';
      const claim = (holder: string, minute: number, more: Partial<Claim> = {}): Claim => ({
        holder,
        at: T(minute),
        until: T(minute + 5),
        ...more,
      });
      const taking =
        (ledger: Ledger) =>
        (delayMs: number, by: Claim): number =>
          ledger.claimHost(HOST, delayMs, by, by.at);

      test('one holder at a time, until it is given back, runs out, or its holder is dead', () => {
        const ledger = make();
        const take = taking(ledger);
        expect(take(0, claim('a', 0))).toBe(0);
        expect(take(0, claim('b', 1))).toBeGreaterThan(0);
        expect(take(0, claim('a', 1))).toBeGreaterThan(0);
        ledger.freeHost(HOST, 'b');
        expect(take(0, claim('b', 1))).toBeGreaterThan(0);
        ledger.freeHost(HOST, 'a');
        expect(take(0, claim('b', 1))).toBe(0);
        expect(take(0, claim('c', 6))).toBe(0);
        expect(take(0, claim('d', 7, { isDead: (id) => id === 'c' }))).toBe(0);
      });

      test('the delay counts from when it is said to be sent, whatever happens then', () => {
        const ledger = make();
        expect(ledger.claimHost(HOST, 60_000, claim('a', 0), T(1))).toBe(0);
        expect(ledger.claimHost(HOST, 60_000, claim('b', 0), T(3))).toBeGreaterThan(0);
        expect(ledger.pace(HOST).lastRequest).toBe(T(1));
        const late = claim('b', 2, { isDead: () => true });
        expect(ledger.claimHost(HOST, 120_000, late, T(2))).toBe(60_000);
      });

      test('the delay counts from when the request really went out, as its holder says', () => {
        const ledger = make();
        const take = taking(ledger);
        expect(take(0, claim('a', 0))).toBe(0);
        ledger.saveLastRequest(HOST, T(2));
        ledger.freeHost(HOST, 'b', T(0));
        expect(ledger.pace(HOST).lastRequest).toBe(T(2));
        ledger.freeHost(HOST, 'a', T(1));
        expect(take(120_000, claim('a', 2))).toBe(60_000);
      });

      test('never before the delay, Crawl-delay or Retry-After is over', () => {
        const ledger = make();
        const take = taking(ledger);
        ledger.saveLastRequest(HOST, T(0));
        ledger.saveLastRequest(HOST, T(1));
        expect(ledger.pace(HOST)).toEqual({ lastRequest: T(1), delayMs: 0, heldUntil: null });
        expect(take(120_000, claim('a', 2))).toBe(60_000);
        ledger.slowHost(HOST, 240_000);
        expect(take(120_000, claim('a', 3))).toBe(120_000);
        ledger.holdHost(HOST, T(9));
        ledger.holdHost(HOST, T(8));
        expect(take(120_000, claim('a', 5))).toBe(240_000);
        expect(take(120_000, claim('a', 9))).toBe(0);
        expect(ledger.pace('other.id')).toEqual({ lastRequest: null, delayMs: 0, heldUntil: null });
      });

      test('one process reads a source; another after it is given back or ran out', () => {
        const ledger = make();
        const take = (holder: string, minute: number): boolean =>
          ledger.claimSource(SITE, 'round', claim(holder, minute));
        expect([take('a', 0), take('b', 1), take('a', 1)]).toEqual([true, false, false]);
        expect(ledger.renewSource(SITE, 'a', T(20))).toBe(true);
        expect(ledger.renewSource(SITE, 'b', T(20))).toBe(false);
        expect(take('b', 15)).toBe(false);
        expect(take('b', 20)).toBe(true);
        ledger.freeSource(SITE, 'a');
        expect(take('c', 21)).toBe(false);
        ledger.freeSource(SITE, 'b');
        expect(take('c', 21)).toBe(true);
      });
    });
  });
}
