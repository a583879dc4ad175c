// A source and a span of days → its lists read backwards, from where an earlier run was stopped; addresses into the ledger.
import type { Archive } from '../archive/open.ts';
import type { BackfillList, Days } from '../archive/backfills.ts';
import { olderLists, readOlder, type OlderList } from '../crawlers/discover/older.ts';
import type { Visit } from '../crawlers/discover/visit.ts';
import type { Site } from '../schemas/site.ts';

export type Backfilling = {
  archive: Pick<Archive, 'backfillLists' | 'saveBackfillList' | 'addOlder'>;
  site: Site;
  days: Days;
  /** UTC ms. */
  now: () => number;
  /** Lists that did not answer, with why: not asked again in this run. */
  failed: Map<string, string>;
  /** A page of a list was read: how all of them stand. */
  onPage: (lists: BackfillList[]) => void;
};

/** Reads all lists until they end, until `endAt` (UTC ms), or until the signal. True once nothing is left to read. */
export async function readLists(
  { archive, site, days, now, failed, onPage }: Backfilling,
  visit: Visit,
  endAt: number,
): Promise<boolean> {
  const kinds = new Map(olderLists(site.discover).map(({ kind, url }) => [url, kind]));
  const stored = (): BackfillList[] => archive.backfillLists(site.id, days);
  const save = (list: BackfillList): void =>
    archive.saveBackfillList(site.id, days, list, new Date(now()).toISOString());
  const known = new Set(stored().map(({ source }) => source));
  const add = ({ url }: OlderList): void => {
    if (known.has(url)) return;
    known.add(url);
    save({ source: url, next: null, done: false, listed: 0, added: 0 });
  };
  olderLists(site.discover).forEach(add);
  for (;;) {
    const list = stored().find(({ source, done }) => !done && !failed.has(source));
    if (list === undefined) return true;
    visit.signal.throwIfAborted();
    if (now() >= endAt) return false;
    // files that an index leads to are sitemaps too
    const kind = kinds.get(list.source) ?? 'sitemap';
    const page = await readOlder(visit, { kind, url: list.source }, days, list.next);
    if (typeof page === 'string') {
      failed.set(list.source, page);
      continue;
    }
    page.lists.forEach(add);
    const added = archive.addOlder(site.id, page.candidates, new Date(now()).toISOString());
    save({
      ...list,
      next: page.next,
      done: page.next === null,
      listed: list.listed + page.listed,
      added: list.added + added,
    });
    onPage(stored());
  }
}
