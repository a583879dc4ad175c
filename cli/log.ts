// Log events → one line each on stderr: JSON for machines, readable in a terminal.
import { createRequire } from 'node:module';
import pino from 'pino';
import type Pretty from 'pino-pretty';
import type { Config } from '../schemas/config.ts';
import type { Log } from '../schemas/log.ts';

/** Loaded where somebody looks: a log for machines does without it, and every start without its thirty files. */
const loadPretty = (): typeof Pretty =>
  createRequire(import.meta.url)('pino-pretty') as typeof Pretty; // require has no types

/** A logger on stderr at the configured level; synchronous, so that no line is lost when the process ends. */
export function createLog(level: Config['logLevel'], terminal: boolean): Log {
  const target = terminal
    ? loadPretty()({
        destination: 2,
        sync: true,
        ignore: 'pid,hostname',
        translateTime: 'HH:MM:ss',
      })
    : pino.destination({ dest: 2, sync: true });
  const logger = pino({ level, messageKey: 'event' }, target);
  return (at, event, facts) => logger[at](facts, event);
}
