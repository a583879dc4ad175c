// The data folder → the installation's key for alerts: signs webhooks and review links. Made at first use.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';

const FILE = 'alerts.key';
const BYTES = 32;

/** Reads DATA/alerts.key, or makes it, readable by its owner alone. */
export function alertKey(data: string): Buffer {
  const path = join(data, FILE);
  try {
    // Of two processes that come at once one makes it.
    writeFileSync(path, `${randomBytes(BYTES).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length === BYTES) return key;
  throw new Failure(
    `${path} holds no key of ${BYTES} bytes in hex. Put the right file back from a backup, or delete it: a new key is made, and receivers of webhooks need the new secret ('watch secret ID').`,
  );
}
