// The archive's changes → groups kept up to date. A consumer like the others: its own cursor, and what it keeps can
// be thrown away and built again with the same result.
import { createGrouping } from './group.ts';
import type { GroupStore } from './ports.ts';

/** Raised when grouping judges otherwise than before, so that everything is grouped anew. */
const RULES = 3;
const FAMILY = 'groups/';
export const GROUPS_CONSUMER = `${FAMILY}${RULES}`;

export type GroupFeed = {
  changesAfter(seq: number, limit: number): { seq: number; article: string }[];
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  forgetConsumers(family: string, kept: string): void;
  transaction<T>(work: () => T): T;
};

export type GroupFollower = {
  /** Takes up to `limit` changes, all or none; how many it took, 0 when there are no more. */
  follow(limit: number): number;
};

/** `clear` empties the store: it is called where the store was built by other rules, or by none. */
export function followChanges(
  feed: GroupFeed,
  store: GroupStore & { clear(): void },
): GroupFollower {
  const grouping = createGrouping(store);
  return {
    follow: (limit) => {
      const seen = feed.cursor(GROUPS_CONSUMER);
      // Most of the time there is nothing: no need to hold up who writes.
      if (seen > 0 && feed.changesAfter(seen, 1).length === 0) return 0;
      return feed.transaction(() => {
        const since = feed.cursor(GROUPS_CONSUMER);
        if (since === 0) {
          store.clear();
          feed.forgetConsumers(FAMILY, GROUPS_CONSUMER);
        }
        const changes = feed.changesAfter(since, limit);
        for (const id of new Set(changes.map(({ article }) => article))) grouping.put(id);
        const last = changes.at(-1);
        if (last !== undefined) feed.saveCursor(GROUPS_CONSUMER, last.seq);
        return changes.length;
      });
    },
  };
}
