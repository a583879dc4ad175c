// The installation's key and the log in; the log begun with that key, or why it may not go on with it, out.
import type { KeyEntry } from '../../schemas/evidence.ts';
import { fail, ok, type Result } from '../../schemas/result.ts';
import { appendOnce } from './append.ts';
import { readEntry } from './entries.ts';
import type { SigningKey } from './key.ts';
import type { EvidenceArchive } from './ports.ts';

type Archive = Pick<EvidenceArchive, 'evidence' | 'transaction'>;

/** The keys that the log names, oldest first. */
export const keysInLog = ({ evidence }: Pick<EvidenceArchive, 'evidence'>): KeyEntry[] =>
  evidence.keyLines().flatMap(({ entry }) => {
    const read = readEntry(entry);
    return read?.kind === 'key' ? [read] : [];
  });

/** Begins an empty log with this key. Fails with the fingerprint of the log's own key where that is another. */
export function adoptKey(
  archive: Archive,
  key: SigningKey,
  at: string,
): Result<void, { expected: string }> {
  return archive.transaction(() => {
    const current = keysInLog(archive).at(-1);
    if (current === undefined) enterKey(archive, key, at, null);
    else if (current.fingerprint !== key.fingerprint)
      return fail({ expected: current.fingerprint });
    return ok(undefined);
  });
}

/** Goes on with another key, because the one before was lost; the log says so. */
export function replaceKey(archive: Archive, key: SigningKey, at: string): void {
  archive.transaction(() => {
    const current = keysInLog(archive).at(-1);
    if (current?.fingerprint !== key.fingerprint)
      enterKey(archive, key, at, current?.fingerprint ?? null);
  });
}

function enterKey(archive: Archive, key: SigningKey, at: string, previous: string | null): void {
  const { publicKey, fingerprint } = key;
  appendOnce(archive, key, { v: 1, kind: 'key', at, publicKey, fingerprint, previous }, []);
}
