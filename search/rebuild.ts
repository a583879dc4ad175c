// The whole archive → new indices, which take the place of the old ones at one moment; readers are served all along.
import type { Client, estypes } from '@elastic/elasticsearch';
import { fail, ok } from '../schemas/result.ts';
import type { Result } from '../schemas/result.ts';
import { toFailure } from './failure.ts';
import { KINDS, aliasOf, createIndex, listIndices, nextName } from './indices.ts';
import type { Index, Kind } from './indices.ts';
import type { ChangeFeed } from './ports.ts';
import { fillIndex, forgetOthers, noKindCounts, project } from './project.ts';
import type { ProjectDeps, ProjectReport, SearchTarget } from './project.ts';
import { addCounts } from './send.ts';
import type { Counts, Waiting } from './send.ts';

/** Searches that began before the swap end within this time; only then the old index goes. */
const LAST_READERS_MS = 2000;

type Fresh = { kind: Kind; index: Index; alias: string; fillAlias: string };

/**
 * Fills a new index of each kind from the first change on, swaps the aliases to them at once, deletes the old ones, then
 * sends what changed meanwhile. Killed or failing on the way it leaves the aliases as they were; what it leaves behind is
 * removed by the next rebuild. Writers in other processes need no pause: their cursors belong to the old indices.
 */
export async function rebuild(
  feed: ChangeFeed,
  target: SearchTarget,
  deps: ProjectDeps,
): Promise<ProjectReport> {
  const counts = noKindCounts();
  const replaced = await replaceIndices(feed, target, deps, counts);
  if (!replaced.ok) {
    const { reason } = replaced.error;
    deps.log('warn', 'index.waiting', { index: target.prefix, reason });
    return { state: 'waiting', reason: `${reason}; the old index serves on`, counts };
  }
  const since = await project(feed, target, deps);
  for (const kind of KINDS) addCounts(since.counts[kind], counts[kind]);
  return since;
}

async function replaceIndices(
  feed: ChangeFeed,
  target: SearchTarget,
  deps: ProjectDeps,
  counts: Record<Kind, Counts>,
): Promise<Result<null, Waiting>> {
  const { client, prefix } = target;
  try {
    const all: Fresh[] = [];
    for (const kind of KINDS) {
      const fresh = await createFresh(client, prefix, kind);
      const filling = {
        feed,
        target,
        kind,
        alias: fresh.fillAlias,
        uuid: fresh.index.uuid,
        counts: counts[kind],
      };
      const filled = await fillIndex(filling, deps);
      if (!filled.ok) return filled;
      await client.indices.refresh({ index: fresh.index.name });
      all.push(fresh);
    }
    const old = await swap(client, prefix, all);
    await deps.wait(LAST_READERS_MS);
    await deleteIndices(client, old);
    for (const { kind, index } of all) forgetOthers(feed, kind, index.uuid);
    return ok(null);
  } catch (error) {
    return fail({ reason: toFailure(error).reason });
  }
}

/** An empty index that no reader sees, after removing those that unfinished rebuilds left. */
async function createFresh(client: Client, prefix: string, kind: Kind): Promise<Fresh> {
  const alias = aliasOf(prefix, kind);
  const fillAlias = `${alias}-next`;
  const present = await listIndices(client, prefix, kind);
  await deleteIndices(
    client,
    present.filter(({ behindAlias, name }) => !behindAlias && name !== alias),
  );
  const index = await createIndex(client, {
    kind,
    name: nextName(alias, present),
    alias: fillAlias,
  });
  return { kind, index, alias, fillAlias };
}

/** Gives the aliases to the new indices, all in one step; returns the indices that lost them. */
async function swap(client: Client, prefix: string, all: Fresh[]): Promise<Index[]> {
  const old: Index[] = [];
  const actions: estypes.IndicesUpdateAliasesAction[] = [];
  for (const { kind, index, alias, fillAlias } of all) {
    const current = (await listIndices(client, prefix, kind)).filter(
      ({ behindAlias }) => behindAlias,
    );
    for (const { name } of current)
      actions.push({ remove: { index: name, alias, must_exist: true } });
    actions.push({ remove: { index: index.name, alias: fillAlias, must_exist: true } });
    actions.push({ add: { index: index.name, alias } });
    old.push(...current);
  }
  await client.indices.updateAliases({ actions });
  return old;
}

async function deleteIndices(client: Client, indices: Index[]): Promise<void> {
  for (const { name } of indices)
    await client.indices.delete({ index: name, ignore_unavailable: true });
}
