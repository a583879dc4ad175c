// Index names and the committed mappings → one versioned index of each kind, behind an alias that readers use.
import { errors } from '@elastic/elasticsearch';
import type { Client, estypes } from '@elastic/elasticsearch';
import { fail, ok } from '../schemas/result.ts';
import type { Fail, Result } from '../schemas/result.ts';
import { toFailure } from './failure.ts';
import articles from './mappings/articles.gen.json' with { type: 'json' };
import coverage from './mappings/coverage.gen.json' with { type: 'json' };
import regions from './mappings/regions.gen.json' with { type: 'json' };

export type Kind = 'articles' | 'coverage' | 'regions';
export const KINDS = ['articles', 'coverage', 'regions'] as const satisfies Kind[];

type Body = Pick<estypes.IndicesIndexState, 'settings' | 'mappings'>;
// The compiler widens the literals of a JSON file; Elasticsearch itself checks them when an index is made.
const BODIES = { articles, coverage, regions } as Record<Kind, Body>;

/** One index as Elasticsearch has it. `uuid` changes when it is deleted and made anew: cursors are kept under it. */
export type Index = { name: string; uuid: string; schema: string | null; behindAlias: boolean };

/** `blocked`: a person has to do what `reason` says; `waiting`: it may pass by itself. */
export type IndexProblem = { kind: 'waiting' | 'blocked'; reason: string };

/** The name that readers use, and that writes go through: for example 'pantau-articles'. */
export const aliasOf = (prefix: string, kind: Kind): string => `${prefix}-${kind}`;

const schemaOf = (mappings: estypes.MappingTypeMapping | undefined): string | null => {
  const { _meta: meta } = mappings ?? {};
  const schema: unknown = meta?.['schema'];
  return typeof schema === 'string' ? schema : null;
};

/** Every index of a kind: those behind the alias, and those that an unfinished rebuild left. Throws as the client does. */
export async function listIndices(client: Client, prefix: string, kind: Kind): Promise<Index[]> {
  const alias = aliasOf(prefix, kind);
  const found = await client.indices.get({
    index: [alias, `${alias}-*`],
    ignore_unavailable: true,
    allow_no_indices: true,
  });
  return Object.entries(found)
    .map(([name, { aliases, mappings, settings }]) => ({
      name,
      uuid: settings?.index?.uuid ?? '',
      schema: schemaOf(mappings),
      behindAlias: aliases?.[alias] !== undefined,
    }))
    .filter(({ name, behindAlias }) => behindAlias || name === alias || numberOf(name, alias) > 0);
}

const numberOf = (name: string, alias: string): number => {
  const digits = name.startsWith(`${alias}-`) ? name.slice(alias.length + 1) : '';
  return /^\d{6}$/.test(digits) ? Number(digits) : 0;
};

/** A name above all that are there, so that two rebuilds never take each other's index for their own. */
export function nextName(alias: string, present: Index[]): string {
  const last = Math.max(0, ...present.map(({ name }) => numberOf(name, alias)));
  return `${alias}-${String(last + 1).padStart(6, '0')}`;
}

/** Makes an index with the committed mapping, behind an alias from its first moment. Throws as the client does. */
export async function createIndex(
  client: Client,
  index: { kind: Kind; name: string; alias: string },
): Promise<Index> {
  const { kind, name, alias } = index;
  await client.indices.create({ index: name, ...BODIES[kind], aliases: { [alias]: {} } });
  const made = (await client.indices.get({ index: name }))[name];
  return {
    name,
    uuid: made?.settings?.index?.uuid ?? '',
    schema: schemaOf(made?.mappings),
    behindAlias: true,
  };
}

/**
 * The index behind the alias of a kind, made where there is none. Does not throw for what the server or the network
 * does; two processes may ask at once.
 */
export async function ensureIndex(
  client: Client,
  prefix: string,
  kind: Kind,
): Promise<Result<Index, IndexProblem>> {
  const alias = aliasOf(prefix, kind);
  try {
    const present = await listIndices(client, prefix, kind);
    const current = present.filter(({ behindAlias }) => behindAlias);
    const [index, second] = current;
    if (index === undefined && present.some(({ name }) => name === alias))
      return blocked(`${alias} is an index, not an alias: delete it, or set another indexPrefix`);
    if (index === undefined)
      return ok(await createIndex(client, { kind, name: nextName(alias, present), alias }));
    if (second !== undefined)
      return blocked(`${alias} stands for ${current.length} indices: ${REBUILD}`);
    if (index.schema !== schemaOf(BODIES[kind].mappings))
      return blocked(`${index.name} has the mapping of another version of Pantau: ${REBUILD}`);
    return ok(index);
  } catch (error) {
    if (isTaken(error)) return ensureIndex(client, prefix, kind);
    return fail({ kind: 'waiting', reason: toFailure(error).reason });
  }
}

/** Another process made the index between our question and our request. */
const isTaken = (error: unknown): boolean =>
  error instanceof errors.ResponseError &&
  error.message.includes('resource_already_exists_exception');

const REBUILD = "run 'pantau index --rebuild'";

const blocked = (reason: string): Fail<IndexProblem> => fail({ kind: 'blocked', reason });
