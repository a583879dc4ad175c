// An entry and its parts in; its line at the end of the log out, once.
import type { EvidenceEntry, EvidencePart, EvidenceRole, LogLine } from '../../schemas/evidence.ts';
import { sha256 } from './canonical.ts';
import { nextLine } from './chain.ts';
import type { SigningKey } from './key.ts';
import type { EvidenceArchive } from './ports.ts';

/** The bytes of a part, and how an entry names it. */
export type NewPart = { part: EvidencePart; data: Uint8Array };

export const newPart = (role: EvidenceRole, type: string, data: Uint8Array): NewPart => ({
  part: { role, sha256: sha256(data), bytes: data.length, type },
  data,
});

/**
 * Enters a fact about an article at a version, unless it was entered before (by another process, or before a crash);
 * null then. Call it in the transaction that also notes the work as done.
 */
export function appendOnce(
  { evidence }: Pick<EvidenceArchive, 'evidence'>,
  key: SigningKey,
  entry: EvidenceEntry,
  parts: readonly Uint8Array[],
): LogLine | null {
  const subject =
    entry.kind === 'key'
      ? { article: null, version: null }
      : { article: entry.article, version: entry.version };
  if (entry.kind !== 'key' && evidence.has(entry.article, entry.version, entry.kind)) return null;
  const line = nextLine(evidence.head(), entry, key);
  const waits = entry.kind === 'capture' && entry.view === 'follows';
  evidence.append(line, { kind: entry.kind, ...subject }, { parts, waits });
  return line;
}
