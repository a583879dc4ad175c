// The composition root: real clock, archive, knowledge, log, made once and handed down.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, openArchive } from '../archive/open.ts';
import { loadSites } from '../crawlers/sites.ts';
import { createProcessor } from '../pipeline/process.ts';
import type { Config } from '../schemas/config.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Log } from '../schemas/log.ts';
import type { Site } from '../schemas/site.ts';
import { loadConfig } from './config.ts';
import { Failure } from './failure.ts';
import { loadKnowledge } from './knowledge.ts';
import { createLog } from './log.ts';
import { ARCHIVE_FILE, KNOWLEDGE_DIR, SITES_DIR } from './paths.ts';
import type { ReaderDeps } from './reading.ts';
import { codeVersion } from './version.ts';

export type Workplace = { data: string; config: Config; log: Log; archive: Archive };

/** UTC, ISO 8601. */
export const nowText = (): string => new Date().toISOString();

/** Opens the data folder for a verb that writes; creates the folder. Throws Failure or ArchiveError. */
export function openWorkplace(data: string): Workplace {
  mkdirSync(data, { recursive: true });
  return openAt(data, false);
}

/** Opens the data folder for a verb that only asks; it must hold an archive. */
export function openToRead(data: string): Workplace {
  if (!existsSync(join(data, ARCHIVE_FILE))) {
    throw new Failure(
      `${data} holds no archive yet. Run 'crawl' or 'demo' first, or name another folder with --data.`,
    );
  }
  return openAt(data, true);
}

function openAt(data: string, readOnly: boolean): Workplace {
  const config = loadConfig(data, process.env);
  const log = createLog(config.logLevel, process.stderr.isTTY);
  return { data, config, log, archive: openArchive(join(data, ARCHIVE_FILE), { readOnly }) };
}

export type SourceList = { sites: Site[]; faults: string[] };

/** The entries of a folder; one that cannot be read is a fault beside the others. */
export function readSourceList(dir: string = SITES_DIR): SourceList {
  if (!existsSync(dir)) throw new Failure(`${dir}: there is no such folder of source entries.`, 2);
  return loadSites(dir);
}

/** The gazetteer's names, for people. */
export const regionNames = (knowledge: Knowledge): { name: (code: string) => string } => {
  const names = new Map(knowledge.regions.map((region) => [region.id, region.name]));
  return { name: (code) => names.get(code) ?? code };
};

/** What the reading loop needs, with the knowledge of this installation. */
export function readerDeps(
  { archive, log }: Workplace,
  sites: Site[],
  knowledge: Knowledge = loadKnowledge(KNOWLEDGE_DIR),
): ReaderDeps {
  return {
    archive,
    process: createProcessor(knowledge),
    sites: new Map(sites.map((site) => [site.id, site])),
    codeVersion: codeVersion(),
    knowledgeVersion: knowledge.version,
    now: nowText,
    log,
  };
}
