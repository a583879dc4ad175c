// Alerts that wait → messages of the outbox, each channel for itself, when the pace of the watch says so.
import { createHash } from 'node:crypto';
import { type Alert, type Watch, channelKey } from '../../schemas/watch.ts';
import { dueAt } from './pace.ts';

export type ComposeStore = {
  unsent(watch: string, channel: string, limit: number): { id: number; alert: Alert }[];
  addMessage(
    message: { key: string; watch: string; channel: string; alerts: number[] },
    at: string,
  ): void;
  transaction<T>(work: () => T): T;
};

/** Alerts of one moment that still come one by one; more come together. */
const ONE_BY_ONE = 3;
/** Alerts of one message, told or counted. */
const MOST = 200;

/** Makes the messages that are due at `now` (ISO 8601); returns how many. */
export function composeMessages(
  store: ComposeStore,
  watches: readonly Watch[],
  now: string,
): number {
  let made = 0;
  for (const watch of watches) {
    for (const channel of watch.channels) {
      const key = channelKey(channel);
      // Most of the time nothing waits: no need to hold up who writes.
      if (store.unsent(watch.id, key, 1).length === 0) continue;
      made += store.transaction(() => composeFor(store, watch, key, now));
    }
  }
  return made;
}

// oxlint-disable-next-line max-params -- where it is kept, of which watch, to whom, and when
function composeFor(store: ComposeStore, watch: Watch, channel: string, now: string): number {
  let made = 0;
  for (;;) {
    const waiting = store.unsent(watch.id, channel, MOST);
    const [oldest] = waiting;
    if (oldest === undefined) return made;
    if (dueAt(watch, Date.parse(oldest.alert.at)) > Date.parse(now)) return made;
    const apart = watch.pace === 'at-once' && waiting.length <= ONE_BY_ONE;
    for (const alerts of apart ? waiting.map((each) => [each]) : [waiting]) {
      const keys = alerts.map(({ alert }) => alert.key);
      const key = createHash('sha256').update(JSON.stringify([channel, ...keys]));
      const message = { key: `pantau-${key.digest('hex').slice(0, 24)}`, watch: watch.id, channel };
      store.addMessage({ ...message, alerts: alerts.map(({ id }) => id) }, now);
      made += 1;
    }
  }
}
