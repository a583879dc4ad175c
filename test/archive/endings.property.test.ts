// Whatever is called in whatever order: an address has one ending, the accounts balance, and calling twice is calling once.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchive } from '../../archive/open.ts';
import type { Archive } from '../../archive/open.ts';
import { address, AT, by, candidate, content, later, newPage, site, tags } from './make.ts';
import { newFolder, rowsOf } from './folder.ts';

type Step = { act: Act; n: number; variant: boolean };
type Act = keyof typeof ACTS;

/** The calls of each step on address n; the ledger is asked before the first is made. */
const ACTS = {
  find: (archive: Archive, { n, variant }: Step, at: string) => [
    () => archive.addCandidates('natmed', [candidate(n, { modified: variant ? at : null })], at),
  ],
  fetch: (archive: Archive, step: Step, at: string) => [() => archive.savePage(newPage(step, at))],
  keep: (archive: Archive, { variant }: Step, at: string) =>
    archive.pending(1).map(({ url, pages }) => () => {
      const ids = pages.map(({ id }) => id);
      const coverage = variant ? 'imbauan' : 'dugaan';
      const kept = content(0, ids, { url, tags: tags({ coverage }) });
      archive.saveArticle({ ...by(0, ids[0] ?? 0), url }, kept, at);
    }),
  skip: (archive: Archive, { variant }: Step, at: string) =>
    archive.pending(1).map(({ url, pages }) => () => {
      const reason = variant ? 'no-text' : 'blocked';
      archive.saveEnding({ ...by(0, pages[0]?.id ?? 0), url }, { kind: 'skipped', reason }, at);
    }),
  reread: (archive: Archive, { n, variant }: Step, at: string) =>
    archive.staleFor(`code-${n}`, 'knowledge-1', 1, 0).map(({ url, pages }) => () => {
      const processed = { ...by(0, pages[0]?.id ?? 0, `code-${n}`), url };
      const outcome = { kind: 'failed', stage: 'extract', reason: 'fault' } as const;
      if (variant) archive.saveEnding(processed, outcome, at);
      else archive.saveArticle(processed, content(0, [pages[0]?.id ?? 0], { url }), at);
    }),
  split: (archive: Archive, { n }: Step, at: string) => [
    () => archive.addParts(address(n), [address(n + 1), address(`${n}-2`)], at),
  ],
  fail: (archive: Archive, { n }: Step, at: string) => [
    () => archive.failUrl(address(n), { kind: 'timeout', detail: '' }, at, null),
  ],
  forbid: (archive: Archive, { n }: Step, at: string) => [
    () => archive.endUrl(address(n), { kind: 'skipped', reason: 'robots' }, at),
  ],
  gone: (archive: Archive, { n }: Step, at: string) => [
    () => archive.markGone(address(n), 410, at),
  ],
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...(Object.keys(ACTS) as Act[])),
  n: fc.integer({ min: 1, max: 3 }),
  variant: fc.boolean(),
});

function take(archive: Archive, step: Step, at: string, times: number): void {
  for (const call of ACTS[step.act](archive, step, at)) {
    for (let time = 0; time < times; time += 1) {
      try {
        call();
      } catch (error) {
        if (!String(error).includes('the ledger has no address')) throw error;
      }
    }
  }
}

function balances(archive: Archive): void {
  const { all } = archive.summary();
  const sum = (counts: Record<string, number>): number =>
    Object.values(counts).reduce((total, n) => total + n, 0);
  expect(all.kept + sum(all.skipped) + sum(all.failed) + all.open).toBe(all.found);
  const [natmed] = archive.reports.sources();
  expect(natmed).toMatchObject({ found: all.found, kept: all.kept, skipped: sum(all.skipped) });
  const days = archive.coverageAfter(0, 1000).map(({ row }) => row);
  expect(sum(Object.fromEntries(days.map((day) => [day.id, day.found])))).toBe(all.found);
  for (const day of days) {
    expect(Math.min(day.fetched, day.kept, day.skipped, day.failed)).toBeGreaterThanOrEqual(0);
  }
}

const open = (path: string): Archive => {
  const archive = openArchive(path);
  archive.saveSites([site()], AT);
  return archive;
};

test('one ending, accounts that balance, repeats that do nothing', () => {
  const folder = newFolder();
  let runs = 0;
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
      runs += 1;
      const paths = [`${folder}/${runs}-once.db`, `${folder}/${runs}-twice.db`] as const;
      const [once, twice] = [open(paths[0]), open(paths[1])];
      for (const [minute, step] of steps.entries()) {
        take(once, step, later(minute * 400), 1);
        take(twice, step, later(minute * 400), 2);
      }
      balances(once);
      once.close();
      twice.close();
      expect(rowsOf(paths[1])).toEqual(rowsOf(paths[0]));
    }),
    { numRuns: 30 },
  );
});
