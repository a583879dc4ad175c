// The archive's changes since the cursor → the indices behind the aliases. The cursor moves only past what is accepted.
import type { Client } from '@elastic/elasticsearch';
import type { Log } from '../schemas/log.ts';
import { fail, ok } from '../schemas/result.ts';
import type { Result } from '../schemas/result.ts';
import type { Gazetteer } from './document.ts';
import { KINDS, aliasOf, ensureIndex } from './indices.ts';
import type { IndexProblem, Kind } from './indices.ts';
import type { ChangeFeed } from './ports.ts';
import { addCounts, noCounts, send } from './send.ts';
import type { Counts, SendDeps, Sent, Waiting } from './send.ts';
import { STREAMS } from './streams.ts';
import type { Stream } from './streams.ts';

export type SearchTarget = {
  client: Client;
  /** First word of the index names. */
  prefix: string;
  gazetteer: Gazetteer;
};

export type ProjectDeps = SendDeps & {
  log: Log;
  /** UTC milliseconds. */
  now: () => number;
};

export const noKindCounts = (): Record<Kind, Counts> => ({
  articles: noCounts(),
  coverage: noCounts(),
  regions: noCounts(),
});

export type ProjectReport = {
  /** done: Elasticsearch has all; waiting: it takes no more now; blocked: a person has to do what `reason` says. */
  state: 'done' | IndexProblem['kind'];
  /** Why it is not done, and what to do. */
  reason: string | null;
  counts: Record<Kind, Counts>;
};

/** Batches that are under way together: enough to keep Elasticsearch busy. */
const LANES = 3;

/** Cursors of a stream begin with this. */
const consumerFamily = (stream: string): string => `elasticsearch/${stream}/`;
/** The cursor belongs to one index: one that was deleted and made anew is filled from the start. */
export const consumerOf = (stream: string, uuid: string): string =>
  `${consumerFamily(stream)}${uuid}`;

/**
 * Brings the indices up to the archive. An article that is relevant or to be reviewed is written, one that no longer is
 * gets deleted. A document refused for good is recorded in the feed and the others go on. Elasticsearch that is down,
 * busy or emptied is reported, never thrown: the cursor stays, and the next call goes on from there.
 */
export async function project(
  feed: ChangeFeed,
  target: SearchTarget,
  deps: ProjectDeps,
): Promise<ProjectReport> {
  const counts = noKindCounts();
  for (const kind of KINDS) {
    const done = await projectKind(feed, target, deps, { kind, counts: counts[kind] });
    if (done.ok) continue;
    deps.log('warn', 'index.waiting', {
      index: aliasOf(target.prefix, kind),
      reason: done.error.reason,
    });
    return { state: done.error.kind, reason: done.error.reason, counts };
  }
  return { state: 'done', reason: null, counts };
}

async function projectKind(
  feed: ChangeFeed,
  target: SearchTarget,
  deps: ProjectDeps,
  { kind, counts }: { kind: Kind; counts: Counts },
): Promise<Result<null, IndexProblem>> {
  const index = await ensureIndex(target.client, target.prefix, kind);
  if (!index.ok) return index;
  const { uuid } = index.value;
  if (isNew(feed, kind, uuid)) forgetOthers(feed, kind, uuid);
  const alias = aliasOf(target.prefix, kind);
  const filled = await fillIndex({ feed, target, kind, alias, uuid, counts }, deps);
  return filled.ok ? filled : fail({ kind: 'waiting', reason: filled.error.reason });
}

const isNew = (feed: ChangeFeed, kind: Kind, uuid: string): boolean =>
  STREAMS[kind].every(({ name }) => feed.cursor(consumerOf(name, uuid)) === 0);

/** Drops the cursors of indices of this kind other than this one. */
export function forgetOthers(feed: ChangeFeed, kind: Kind, uuid: string): void {
  for (const { name } of STREAMS[kind])
    feed.forgetConsumers(consumerFamily(name), consumerOf(name, uuid));
}

export type Filling = {
  feed: ChangeFeed;
  target: Pick<SearchTarget, 'client' | 'gazetteer'>;
  kind: Kind;
  /** Through which the index is written. */
  alias: string;
  /** Of the index: its cursors are kept under it. */
  uuid: string;
  /** Added to as batches are accepted. */
  counts: Counts;
};

/** Sends what the index does not have, stream after stream. */
export async function fillIndex(
  filling: Filling,
  deps: ProjectDeps,
): Promise<Result<null, Waiting>> {
  const { feed, kind, uuid } = filling;
  const streams = STREAMS[kind];
  if (isNew(feed, kind, uuid))
    for (const { name, start } of streams) {
      const seq = start(feed);
      if (seq > 0) feed.saveCursor(consumerOf(name, uuid), seq);
    }
  for (const stream of streams) {
    const filled = await fillStream(filling, stream, deps);
    if (!filled.ok) return filled;
  }
  return ok(null);
}

/** Sends all that follows the cursor, several batches at a time; the cursor is saved in their order. */
async function fillStream(
  filling: Filling,
  stream: Stream,
  deps: ProjectDeps,
): Promise<Result<null, Waiting>> {
  const { feed, target, alias, uuid } = filling;
  const consumer = consumerOf(stream.name, uuid);
  const source = { feed, gazetteer: target.gazetteer };
  const underWay: { seq: number; sent: Promise<Result<Sent, Waiting>> }[] = [];
  let read = feed.cursor(consumer);
  for (;;) {
    while (underWay.length < LANES) {
      const batch = stream.read(source, read);
      if (batch === null) break;
      read = batch.seq;
      const sent = send({ client: target.client, alias }, batch.actions, deps);
      underWay.push({ seq: batch.seq, sent });
    }
    const first = underWay.shift();
    if (first === undefined) return ok(null);
    const result = await first.sent;
    if (!result.ok) {
      await Promise.allSettled(underWay.map(({ sent }) => sent));
      return result;
    }
    accept(filling, consumer, { sent: result.value, seq: first.seq }, deps);
  }
}

function accept(
  { feed, alias, counts }: Filling,
  consumer: string,
  { sent, seq }: { sent: Sent; seq: number },
  deps: ProjectDeps,
): void {
  for (const { id, version, reason } of sent.refusals) {
    deps.log('warn', 'index.refused', { index: alias, id, version, reason });
    feed.saveRefused(consumer, id, version ?? 0, reason, new Date(deps.now()).toISOString());
  }
  feed.saveCursor(consumer, seq);
  addCounts(counts, sent.counts);
  deps.log('debug', 'index.sent', { index: alias, seq, ...sent.counts });
}
