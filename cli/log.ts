// Log events → one line each on stderr: JSON for machines, readable in a terminal.
import pino from 'pino';
import pretty from 'pino-pretty';
import type { Config } from '../schemas/config.ts';
import type { Log } from '../schemas/log.ts';

/** A logger on stderr at the configured level; synchronous, so that no line is lost when the process ends. */
export function createLog(level: Config['logLevel'], terminal: boolean): Log {
  const target = terminal
    ? pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' })
    : pino.destination({ dest: 2, sync: true });
  const logger = pino({ level, messageKey: 'event' }, target);
  return (at, event, facts) => logger[at](facts, event);
}
