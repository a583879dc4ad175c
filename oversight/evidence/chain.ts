// Entries in; lines of the log, each holding the hash of the one before and signed as the head of its moment, out; and
// lines checked.
import type { EvidenceEntry, LogLine, OtherLine } from '../../schemas/evidence.ts';
import { canonical, sha256 } from './canonical.ts';
import { fingerprintOf, isSigned, type SigningKey } from './key.ts';

/** What stands before the first line. */
export const START = '0'.repeat(64);

/** Binds a line to its place. Over the hash of the entry, so that an excerpt can leave entries out and still be a chain. */
export const linkHash = (seq: number, prev: string, content: string): string =>
  sha256(`${seq}\n${prev}\n${content}`);

/** The line that comes after `head`. */
export function nextLine(
  head: Pick<LogLine, 'seq' | 'hash'> | null,
  entry: EvidenceEntry,
  key: SigningKey,
): LogLine {
  const seq = (head?.seq ?? 0) + 1;
  const prev = head?.hash ?? START;
  const text = canonical(entry);
  const content = sha256(text);
  const hash = linkHash(seq, prev, content);
  const signature = key.sign(hash);
  return { seq, prev, content, hash, entry: text, key: key.fingerprint, signature };
}

/** What is wrong with one line by itself: sentences. */
function faultsWithin(line: LogLine, keys: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const where = `log line ${line.seq}`;
  if (sha256(line.entry) !== line.content)
    faults.push(`${where}: its entry does not have the hash that the line names`);
  if (linkHash(line.seq, line.prev, line.content) !== line.hash)
    faults.push(`${where}: its hash is not that of its place and content`);
  const publicKey = keys.get(line.key);
  if (publicKey === undefined)
    faults.push(`${where}: signed by the key ${line.key}, which the log does not name`);
  else if (!isSigned(publicKey, line.hash, line.signature))
    faults.push(`${where}: its signature is not that of key ${line.key}`);
  if (line.seq === 1 && line.prev !== START) faults.push(`${where}: something stands before it`);
  return faults;
}

export type ChainCheck = {
  /** Takes the next line; returns its hash, and what is wrong with it and with its place, as sentences. */
  next(line: LogLine | OtherLine): { hash: string; faults: string[] };
};

type Before = { seq: number; hash: string } | null;

function placeFaults(before: Before, { seq }: OtherLine): string[] {
  if (before === null || seq === before.seq + 1) return [];
  if (seq <= before.seq) return [`log: line ${seq} comes after line ${before.seq}`];
  return [`log: the lines between ${before.seq} and ${seq} are missing`];
}

/** Checks lines one after the other; `keys` are public keys (base64) by fingerprint. An excerpt may begin at any whole line. */
export function checkChain(keys: ReadonlyMap<string, string>): ChainCheck {
  let before: Before = null;
  return {
    next: (line) => {
      const faults = placeFaults(before, line);
      const { seq, content } = line;
      let hash = linkHash(seq, before?.hash ?? START, content);
      if ('entry' in line) {
        faults.push(...faultsWithin(line, keys));
        if (before !== null && faults.length === 0 && line.prev !== before.hash)
          faults.push(`log line ${seq}: it does not follow line ${before.seq} as that stands`);
        ({ hash } = line);
      } else {
        if (before === null) faults.push(`log line ${seq}: an excerpt cannot begin with it`);
        if (line.hash !== undefined && line.hash !== hash)
          faults.push(`log line ${seq}: its hash is not that of its place and content`);
      }
      before = { seq, hash };
      return { hash, faults };
    },
  };
}

/** Public keys by fingerprint, from those that are named; a name that is not the key's own is left out. */
export function keysOf(
  named: readonly { publicKey: string; fingerprint: string }[],
): Map<string, string> {
  return new Map(
    named
      .filter(({ publicKey, fingerprint }) => fingerprintOf(publicKey) === fingerprint)
      .map(({ publicKey, fingerprint }) => [fingerprint, publicKey]),
  );
}
