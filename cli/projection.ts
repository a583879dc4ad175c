// The archive's changes → Elasticsearch, where the configuration names one.
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../search/client.ts';
import {
  type ProjectDeps,
  type ProjectReport,
  type SearchTarget,
  project,
} from '../search/project.ts';
import { rebuild } from '../search/rebuild.ts';
import type { Config } from '../schemas/config.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import { gazetteerOf } from './regions.ts';
import type { Workplace } from './deps.ts';

export type Projection = {
  /** Sends what is new. Never throws for what Elasticsearch does. */
  project(): Promise<ProjectReport>;
  rebuild(): Promise<ProjectReport>;
  close(): Promise<void>;
};

/** Null where no Elasticsearch is configured. `signal` ends waiting for a busy one. */
export function openProjection(
  { archive, config, log }: Workplace,
  knowledge: Knowledge,
  signal?: AbortSignal,
): Projection | null {
  const target = targetOf(config, knowledge, signal);
  if (target === null) return null;
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

function targetOf(config: Config, knowledge: Knowledge, signal?: AbortSignal): SearchTarget | null {
  if (config.elasticsearch === null) return null;
  return {
    client: connect({ url: config.elasticsearch, apiKey: config.elasticsearchApiKey }, signal),
    prefix: config.indexPrefix,
    gazetteer: gazetteerOf(knowledge),
  };
}
