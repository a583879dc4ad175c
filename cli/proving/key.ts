// The data folder → the installation's signing key: made once, readable by its owner alone, never replaced unasked.
import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type SigningKey, readKey } from '../../oversight/evidence/key.ts';
import { adoptKey, keysInLog, replaceKey } from '../../oversight/evidence/signing.ts';
import { type Workplace, nowText } from '../deps.ts';
import { Failure } from '../failure.ts';

export const KEY_FILE = 'evidence-key.pem';

/**
 * The key that signs this archive's log. A fresh archive gets a new one. Throws Failure where the log is signed by a
 * key that is not here.
 */
export function openKey({ data, archive }: Pick<Workplace, 'data' | 'archive'>): SigningKey {
  const path = join(data, KEY_FILE);
  const known = keysInLog(archive).at(-1);
  if (!existsSync(path)) {
    if (known !== undefined) throw lost(path, 'is missing', known.fingerprint);
    createKey(path);
  }
  const key = readKeyFile(path);
  const adopted = adoptKey(archive, key, nowText());
  if (!adopted.ok)
    throw lost(path, `holds another key (${key.fingerprint})`, adopted.error.expected);
  return key;
}

/** The key for a verb that writes nothing into the archive. Throws Failure as openKey() does, and in a log without a key. */
export function keyForReading({ data, archive }: Pick<Workplace, 'data' | 'archive'>): SigningKey {
  const path = join(data, KEY_FILE);
  const known = keysInLog(archive).at(-1);
  if (known === undefined)
    throw new Failure("No evidence is kept yet: 'serve' or 'evidence capture' begins with it.");
  if (!existsSync(path)) throw lost(path, 'is missing', known.fingerprint);
  const key = readKeyFile(path);
  if (key.fingerprint === known.fingerprint) return key;
  throw lost(path, `holds another key (${key.fingerprint})`, known.fingerprint);
}

const lost = (path: string, what: string, expected: string): Failure =>
  new Failure(
    `${path} ${what}. The evidence log is signed by the key ${expected}.\n` +
      `Bring that file back from a backup. If it is lost, 'pantau evidence key --new' goes on with a new key and says so in the log.`,
  );

/** Goes on with a new key where the one that signed so far is lost; the log says so. Throws Failure where it is not lost. */
export function renewKey(workplace: Pick<Workplace, 'data' | 'archive'>): SigningKey {
  const path = join(workplace.data, KEY_FILE);
  const known = keysInLog(workplace.archive).at(-1);
  if (existsSync(path)) {
    const key = readKeyFile(path);
    if (known === undefined || known.fingerprint === key.fingerprint)
      throw new Failure(`${path} is the key of this log: nothing is lost, so nothing is changed.`);
    replaceKey(workplace.archive, key, nowText());
    return key;
  }
  createKey(path);
  const key = readKeyFile(path);
  replaceKey(workplace.archive, key, nowText());
  return key;
}

/** Written aside and linked into place: whoever comes second, or after a crash, finds a whole key or none. */
function createKey(path: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const aside = `${path}.${process.pid}`;
  const file = openSync(aside, 'w', 0o600);
  try {
    writeSync(file, pem.toString());
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(aside, path);
  } catch (error) {
    // another process was first: its key is the one
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(aside);
  }
}

const OTHERS = 0o077;

function readKeyFile(path: string): SigningKey {
  // a copy from a backup may have lost its mode; Windows has none
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) chmodSync(path, 0o600);
  try {
    return readKey(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `${path} is no Ed25519 private key (PEM): ${reason}. Bring the file back from a backup.`,
    );
  }
}
