// The archive's changes since the cursor → the indices behind the aliases. The cursor moves only past what is accepted.
import type { Client } from '@elastic/elasticsearch';
import type { Log } from '../schemas/log.ts';
import { fail, ok } from '../schemas/result.ts';
import type { Result } from '../schemas/result.ts';
import { toDocument } from './document.ts';
import type { Gazetteer } from './document.ts';
import { KINDS, aliasOf, ensureIndex } from './indices.ts';
import type { IndexProblem, Kind } from './indices.ts';
import type { ChangeFeed } from './ports.ts';
import { addCounts, noCounts, send } from './send.ts';
import type { Action, Counts, SendDeps, Sent, Waiting } from './send.ts';

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

export type ProjectReport = {
  /** done: Elasticsearch has all; waiting: it takes no more now; blocked: a person has to do what `reason` says. */
  state: 'done' | IndexProblem['kind'];
  /** Why it is not done, and what to do. */
  reason: string | null;
  counts: Record<Kind, Counts>;
};

/** Changes read at a time, and reads that are under way together: enough to keep Elasticsearch busy. */
const BATCH = 1000;
const LANES = 3;

/** Cursors of a kind begin with this. */
export const consumerFamily = (kind: Kind): string => `elasticsearch/${kind}/`;
/** The cursor belongs to one index: one that was deleted and made anew is filled from the start. */
export const consumerOf = (kind: Kind, uuid: string): string => `${consumerFamily(kind)}${uuid}`;

/**
 * Brings both indices up to the archive. An article that is relevant or to be reviewed is written, one that no longer is
 * gets deleted. A document refused for good is recorded in the feed and the others go on. Elasticsearch that is down,
 * busy or emptied is reported, never thrown: the cursor stays, and the next call goes on from there.
 */
export async function project(
  feed: ChangeFeed,
  target: SearchTarget,
  deps: ProjectDeps,
): Promise<ProjectReport> {
  const counts = { articles: noCounts(), coverage: noCounts() };
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
  const consumer = consumerOf(kind, index.value.uuid);
  if (feed.cursor(consumer) === 0) feed.forgetConsumers(consumerFamily(kind), consumer);
  const alias = aliasOf(target.prefix, kind);
  const filled = await fill({ feed, target, kind, alias, consumer, counts }, deps);
  return filled.ok ? filled : fail({ kind: 'waiting', reason: filled.error.reason });
}

export type Filling = {
  feed: ChangeFeed;
  target: Pick<SearchTarget, 'client' | 'gazetteer'>;
  kind: Kind;
  /** Through which the index is written. */
  alias: string;
  consumer: string;
  /** Added to as batches are accepted. */
  counts: Counts;
};

/** Sends all changes after the consumer's cursor, several batches at a time; the cursor is saved in their order. */
export async function fill(filling: Filling, deps: ProjectDeps): Promise<Result<null, Waiting>> {
  const { feed, target, alias, consumer } = filling;
  const underWay: { seq: number; sent: Promise<Result<Sent, Waiting>> }[] = [];
  let read = feed.cursor(consumer);
  for (;;) {
    while (underWay.length < LANES) {
      const batch = readBatch(filling, read);
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
    accept(filling, result.value, first.seq, deps);
  }
}

function accept(filling: Filling, sent: Sent, seq: number, deps: ProjectDeps): void {
  const { feed, consumer, alias, counts } = filling;
  for (const { id, version, reason } of sent.refusals) {
    deps.log('warn', 'index.refused', { index: alias, id, version, reason });
    feed.saveRefused(consumer, id, version, reason, new Date(deps.now()).toISOString());
  }
  feed.saveCursor(consumer, seq);
  addCounts(counts, sent.counts);
  deps.log('debug', 'index.sent', { index: alias, seq, ...sent.counts });
}

/** The next changes and what they ask for; null at the end of the feed. */
function readBatch(filling: Filling, after: number): { seq: number; actions: Action[] } | null {
  const { feed, target, kind } = filling;
  if (kind === 'coverage') {
    const rows = feed.coverageAfter(after, BATCH);
    const seq = rows.at(-1)?.seq;
    const actions = rows.map(({ row }) => ({ id: row.id, version: row.version, document: row }));
    return seq === undefined ? null : { seq, actions };
  }
  const changes = feed.changesAfter(after, BATCH);
  const seq = changes.at(-1)?.seq;
  if (seq === undefined) return null;
  const actions = changes.flatMap(({ article: id, version }): Action[] => {
    const article = feed.article(id);
    // A newer version has its own change, further on; and what never was relevant was never written.
    if (article === null || article.version > version) return [];
    if (article.tags.decision !== 'irrelevant')
      return [{ id, version: article.version, document: toDocument(article, target.gazetteer) }];
    return article.version === 1 ? [] : [{ id, version: article.version, document: null }];
  });
  return { seq, actions };
}
