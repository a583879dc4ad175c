// What the projection tests share: a clock that stands, waits that are noted and not waited.
import type { Client } from '@elastic/elasticsearch';
import type { LogEvent } from '../../schemas/log.ts';
import type { ProjectDeps } from '../../search/project.ts';

export type Noted = ProjectDeps & {
  waits: number[];
  events: { event: LogEvent; facts: Record<string, unknown> }[];
};

/** `onWait` runs in place of each wait: the moment to change the world. */
export function notingDeps(onWait: (count: number) => void | Promise<void> = () => {}): Noted {
  const waits: number[] = [];
  const events: Noted['events'] = [];
  return {
    waits,
    events,
    now: () => Date.UTC(2024, 10, 1),
    log: (_level, event, facts) => void events.push({ event, facts }),
    wait: async (ms) => {
      waits.push(ms);
      await onWait(waits.length);
    },
  };
}

/** Every document that readers see behind an alias, by id, with its version. */
export async function documents(
  client: Client,
  alias: string,
): Promise<Record<string, { version: number; source: unknown }>> {
  await client.indices.refresh({ index: alias });
  const found = await client.search({ index: alias, size: 10_000, version: true });
  const entries = found.hits.hits.map((hit) => {
    const { _id: id, _version: version, _source: source } = hit;
    return [id, { version, source }];
  });
  return Object.fromEntries(entries) as Record<string, { version: number; source: unknown }>; // an answer with version: true has both
}
