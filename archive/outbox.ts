// Alerts in; the messages that carry them to a channel out, each until it was delivered or is dead. At least once.
import { Alert } from '../schemas/watch.ts';
import type { Database } from './database.ts';

export type Message = {
  id: number;
  /** The same in each repeat. */
  key: string;
  watch: string;
  channel: string;
  createdAt: string;
  /** This try included. */
  attempts: number;
  firstTry: string;
  /** Failures of the channel in a row, before this try. */
  failures: number;
  alerts: Alert[];
};

export type ChannelState = {
  watch: string;
  channel: string;
  /** Alerts that wait for their digest or for the end of quiet hours. */
  waiting: number;
  /** Messages. */
  open: number;
  delivered: number;
  dead: number;
  failures: number;
  nextTry: string | null;
  lastOk: string | null;
  error: string | null;
};

export type MessageRow = Pick<Message, 'id' | 'key' | 'watch' | 'channel' | 'attempts'> & {
  createdAt: string;
  state: 'open' | 'delivered' | 'dead' | 'dropped';
  endedAt: string | null;
  nextTry: string | null;
  error: string | null;
  alerts: number;
};

export type Settlement =
  | { kind: 'delivered' }
  /** Neither message nor channel before these times; null leaves that as it is. */
  | { kind: 'retry'; error: string; next: string; channelNext: string }
  | { kind: 'dead'; error: string }
  /** The try was broken off by us. */
  | { kind: 'released' };

export type Outbox = {
  /** The channels that a watch has now. A new one is told what comes from now on; what waited for others is dropped. */
  keepChannels(watch: string, channels: readonly string[], at: string): void;
  /** Drops the channels of watches that are not among these, and what waited for them. */
  keepWatches(watches: readonly string[], at: string): void;
  /** Alerts that are in no message of the channel yet, oldest first. */
  unsent(watch: string, channel: string, limit: number): { id: number; alert: Alert }[];
  addMessage(
    message: { key: string; watch: string; channel: string; alerts: number[] },
    at: string,
  ): void;
  /**
   * Takes the next message of a channel for one try, until the moment `until`; null where none may be tried now. One
   * that tells of a story waits for the earlier ones that do.
   */
  claim(watch: string, channel: string, now: string, until: string): Message | null;
  settle(message: Pick<Message, 'id' | 'watch' | 'channel'>, how: Settlement, at: string): void;
  /** Dead messages become open again; how many. */
  reviveDead(watch: string | null): number;
  /** By watch and channel. */
  channelStates(): ChannelState[];
  /** Newest first; of all watches for null. */
  messages(watch: string | null, limit: number): MessageRow[];
};

export function outbox(db: Database): Outbox {
  return { ...channels(db), ...composing(db), ...claiming(db), ...settling(db), ...asking(db) };
}

function channels(db: Database): Pick<Outbox, 'keepChannels' | 'keepWatches'> {
  const open = db.query(
    `INSERT INTO alert_channels (watch, channel, composed)
     VALUES ($watch, $channel, (SELECT coalesce(max(id), 0) FROM alerts WHERE watch = $watch))
     ON CONFLICT DO NOTHING`,
  );
  const gone = 'watch = $watch AND channel NOT IN (SELECT value FROM json_each($channels))';
  const gather = db.query(`DELETE FROM alert_channels WHERE ${gone}`);
  const drop = db.query(
    `UPDATE messages SET state = 'dropped', ended_at = $at, error = 'the watch no longer has this channel'
     WHERE ended_at IS NULL AND ${gone}`,
  );
  const known = db.query<{ watch: string }>('SELECT DISTINCT watch FROM alert_channels');
  const forget = db.query('DELETE FROM watches WHERE id NOT IN (SELECT value FROM json_each(?))');
  const keepChannels: Outbox['keepChannels'] = (watch, list, at) => {
    db.transaction(() => {
      const values = { watch, channels: JSON.stringify(list) };
      if (gather.run(values) > 0) drop.run({ ...values, at });
      for (const channel of list) open.run({ watch, channel });
    });
  };
  return {
    keepChannels,
    keepWatches: (list, at) => {
      db.transaction(() => {
        for (const { watch } of known.all()) if (!list.includes(watch)) keepChannels(watch, [], at);
        forget.run([JSON.stringify(list)]);
      });
    },
  };
}

function composing(db: Database): Pick<Outbox, 'unsent' | 'addMessage'> {
  const unsent = db.query<{ id: number; body: string }>(
    `SELECT id, body FROM alerts
     WHERE watch = $watch AND id > (SELECT composed FROM alert_channels WHERE watch = $watch AND channel = $channel)
     ORDER BY id LIMIT $limit`,
  );
  const add = db.query(
    `INSERT INTO messages (key, watch, channel, created_at, state) VALUES ($key, $watch, $channel, $at, 'open')`,
  );
  const hold = db.query(
    'INSERT INTO message_alerts (message, alert, incident) SELECT ?, id, incident FROM alerts WHERE id = ?',
  );
  const mark = db.query(
    'UPDATE alert_channels SET composed = $last WHERE watch = $watch AND channel = $channel',
  );
  return {
    unsent: (watch, channel, limit) =>
      unsent
        .all({ watch, channel, limit })
        .map(({ id, body }) => ({ id, alert: Alert.parse(JSON.parse(body)) })),
    addMessage: ({ key, watch, channel, alerts }, at) => {
      db.transaction(() => {
        const id = add.insert({ key, watch, channel, at });
        for (const alert of alerts) hold.run([id, alert]);
        mark.run({ last: Math.max(...alerts), watch, channel });
      });
    },
  };
}

/** An earlier message of the channel that is not ended tells of the same story. */
const STORY_WAITS = `EXISTS (
  SELECT 1 FROM message_alerts mine JOIN message_alerts other ON other.incident = mine.incident
    AND other.message < mine.message JOIN messages e ON e.id = other.message
  WHERE mine.message = m.id AND e.channel = m.channel AND e.ended_at IS NULL)`;

function claiming(db: Database): Pick<Outbox, 'claim'> {
  const claim = db.query<Omit<Message, 'alerts'>>(
    `UPDATE messages SET claimed_until = $until, attempts = attempts + 1, first_try = coalesce(first_try, $now)
     WHERE id = (SELECT m.id FROM messages m JOIN alert_channels c ON c.watch = m.watch AND c.channel = m.channel
       WHERE m.watch = $watch AND m.channel = $channel AND m.ended_at IS NULL
         AND coalesce(m.claimed_until, '') < $now AND coalesce(m.next_try, '') <= $now
         AND coalesce(c.next_try, '') <= $now AND NOT ${STORY_WAITS}
       ORDER BY m.attempts, m.id LIMIT 1)
     RETURNING id, key, watch, channel, created_at AS createdAt, attempts, first_try AS firstTry,
       (SELECT failures FROM alert_channels c WHERE c.watch = messages.watch AND c.channel = messages.channel) AS failures`,
  );
  const held = db.query<{ body: string }>(
    `SELECT a.body FROM message_alerts h JOIN alerts a ON a.id = h.alert WHERE h.message = ? ORDER BY a.id`,
  );
  return {
    claim: (watch, channel, now, until) => {
      const row = claim.get({ watch, channel, now, until });
      if (row === undefined) return null;
      return {
        ...row,
        alerts: held.all([row.id]).map(({ body }) => Alert.parse(JSON.parse(body))),
      };
    },
  };
}

function settling(db: Database): Pick<Outbox, 'settle' | 'reviveDead'> {
  const end = db.query(
    `UPDATE messages SET state = $state, ended_at = $at, error = $error, claimed_until = NULL, next_try = NULL
     WHERE id = $id AND ended_at IS NULL`,
  );
  const later = db.query(
    'UPDATE messages SET next_try = $next, error = $error, claimed_until = NULL WHERE id = $id AND ended_at IS NULL',
  );
  const worked = db.query(
    `UPDATE alert_channels SET failures = 0, next_try = NULL, last_ok = $at, error = NULL
     WHERE watch = $watch AND channel = $channel`,
  );
  const atOnce = db.query(
    `UPDATE messages SET next_try = NULL
     WHERE watch = $watch AND channel = $channel AND ended_at IS NULL AND next_try IS NOT NULL`,
  );
  const failed = db.query(
    `UPDATE alert_channels SET failures = failures + 1, next_try = $next, error = $error
     WHERE watch = $watch AND channel = $channel`,
  );
  const revive = db.query(
    `UPDATE messages SET state = 'open', ended_at = NULL, attempts = 0, first_try = NULL
     WHERE state = 'dead' AND ($watch IS NULL OR watch = $watch)`,
  );
  return {
    settle: ({ id, watch, channel }, how, at) => {
      db.transaction(() => {
        switch (how.kind) {
          case 'delivered':
            end.run({ id, state: 'delivered', at, error: null });
            worked.run({ watch, channel, at });
            atOnce.run({ watch, channel });
            return;
          case 'retry':
            later.run({ id, next: how.next, error: how.error });
            failed.run({ watch, channel, next: how.channelNext, error: how.error });
            return;
          case 'dead':
            end.run({ id, state: 'dead', at, error: how.error });
            return;
          case 'released':
            later.run({ id, next: null, error: null });
            return;
          default:
            how satisfies never;
        }
      });
    },
    reviveDead: (watch) => revive.run({ watch }),
  };
}

function asking(db: Database): Pick<Outbox, 'channelStates' | 'messages'> {
  const count = (state: string): string =>
    `(SELECT count(*) FROM messages m WHERE m.watch = c.watch AND m.channel = c.channel AND m.state = '${state}')`;
  const states = db.query<ChannelState>(
    `SELECT c.watch, c.channel, c.failures, c.next_try AS nextTry, c.last_ok AS lastOk, c.error,
       (SELECT count(*) FROM alerts a WHERE a.watch = c.watch AND a.id > c.composed) AS waiting,
       ${count('open')} AS open, ${count('delivered')} AS delivered, ${count('dead')} AS dead
     FROM alert_channels c ORDER BY c.watch, c.channel`,
  );
  const messages = db.query<MessageRow>(
    `SELECT id, key, watch, channel, created_at AS createdAt, state, attempts, ended_at AS endedAt,
       next_try AS nextTry, error, (SELECT count(*) FROM message_alerts h WHERE h.message = m.id) AS alerts
     FROM messages m WHERE $watch IS NULL OR watch = $watch ORDER BY id DESC LIMIT $limit`,
  );
  return {
    channelStates: () => states.all(),
    messages: (watch, limit) => messages.all({ watch, limit }),
  };
}
