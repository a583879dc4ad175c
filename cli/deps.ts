// The composition root: real clock, archive, settings and log, made once and handed down.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, openArchive } from '../archive/open.ts';
import type { Config } from '../schemas/config.ts';
import type { Log } from '../schemas/log.ts';
import { loadConfig } from './config.ts';
import { Failure } from './failure.ts';
import { createLog } from './log.ts';
import { ARCHIVE_FILE } from './paths.ts';

export type Workplace = { data: string; config: Config; log: Log; archive: Archive };

/** UTC, ISO 8601. */
export const nowText = (): string => new Date().toISOString();

/** Opens the data folder for a verb that writes; creates the folder. Throws Failure or ArchiveError. */
export function openWorkplace(data: string, env: NodeJS.ProcessEnv = process.env): Workplace {
  mkdirSync(data, { recursive: true });
  return openAt(data, env, false);
}

/** Opens the data folder for a verb that only asks; it must hold an archive. */
export function openToRead(data: string): Workplace {
  if (!existsSync(join(data, ARCHIVE_FILE))) {
    throw new Failure(
      `${data} holds no archive yet. Run 'crawl' or 'demo' first, or name another folder with --data.`,
    );
  }
  return openAt(data, process.env, true);
}

function openAt(data: string, env: NodeJS.ProcessEnv, readOnly: boolean): Workplace {
  const config = loadConfig(data, env);
  const log = createLog(config.logLevel, process.stderr.isTTY);
  const archive = openArchive(join(data, ARCHIVE_FILE), {
    readOnly,
    waiting: {
      now: () => performance.now(),
      waits: (file, atMostSeconds) =>
        log('warn', 'archive.waiting', {
          file,
          for: 'another process, which writes to it',
          atMostSeconds,
        }),
    },
    slowWrite: (ms, stack) => log('warn', 'archive.slow-write', { ms, by: callerIn(stack) }),
  });
  return { data, config, log, archive };
}

/** The first places outside of the archive: `at tell (…/cli/watching/open.ts:120:3)`. */
const callerIn = (stack: string): string[] =>
  stack
    .split('\n')
    .filter((line) => line.includes('at ') && !/[/\\]archive[/\\]|node:/.test(line))
    .slice(0, 2)
    .map((line) => line.trim());
