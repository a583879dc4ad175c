// The archive's changes → Elasticsearch, where the configuration names one.
import { setTimeout as pause } from 'node:timers/promises';
import type { ProjectDeps, ProjectReport } from '../search/project.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { gazetteerOf } from './regions.ts';
import type { Workplace } from './deps.ts';

export type Projection = {
  /** Sends what is new. Never throws for what Elasticsearch does. */
  project(): Promise<ProjectReport>;
  rebuild(): Promise<ProjectReport>;
  close(): Promise<void>;
};

/** Null where no Elasticsearch is configured: its client, 250 files, is loaded only then. `signal` ends waiting for a busy one. */
export async function openProjection(
  { archive, config, log }: Workplace,
  knowledge: Knowledge,
  signal?: AbortSignal,
): Promise<Projection | null> {
  if (config.elasticsearch === null) return null;
  const [{ connect }, { project }, { rebuild }] = await Promise.all([
    import('../search/client.ts'),
    import('../search/project.ts'),
    import('../search/rebuild.ts'),
  ]);
  const server = { url: config.elasticsearch, apiKey: config.elasticsearchApiKey };
  const target = {
    client: connect(server, signal),
    prefix: config.indexPrefix,
    gazetteer: gazetteerOf(knowledge),
  };
  const deps: ProjectDeps = {
    log,
    now: Date.now,
    wait: async (ms) => {
      await pause(ms, undefined, signal === undefined ? {} : { signal }).catch(() => {});
    },
    ...(signal === undefined ? {} : { signal }),
  };
  return {
    project: () => project(archive, target, deps),
    rebuild: () => rebuild(archive, target, deps),
    close: () => target.client.close(),
  };
}
