// The log excerpt of a pack in; what is wrong with its chain, its signatures, its parts and its time stamps, out.
import { z } from 'zod';
import { LogLine, OtherLine, type EvidenceMissing } from '../../schemas/evidence.ts';
import { canonical } from './canonical.ts';
import { checkChain, keysOf } from './chain.ts';
import { textOf, type Contents } from './contents.ts';
import { readEntry, type OfArticle } from './entries.ts';
import { fingerprintOf } from './key.ts';
import { KEY_PATH, PATHS, STAMP_PATH, keyPath, partPath, publicKeyOf } from './layout.ts';
import { readStamp } from './stamp.ts';

export type Excerpt = {
  lines: { seq: number; content: string; hash: string }[];
  entries: OfArticle[];
  faults: string[];
};

/** The public keys that lie in a pack, base64 by fingerprint. */
export function keysIn(contents: Contents): { keys: Map<string, string>; faults: string[] } {
  const faults: string[] = [];
  const named = [...contents.keys()]
    .filter((path) => KEY_PATH.test(path))
    .flatMap((path) => {
      const publicKey = publicKeyOf(textOf(contents, path) ?? '');
      const fingerprint = publicKey === null ? '' : fingerprintOf(publicKey);
      if (publicKey !== null && keyPath(fingerprint) === path) return [{ publicKey, fingerprint }];
      faults.push(`${path}: it does not hold the key that its name says`);
      return [];
    });
  return { keys: keysOf(named), faults };
}

/** Checks each line, its place, its signature, and that the parts of its entry lie in the pack as they were entered. */
export function checkExcerpt(contents: Contents, keys: ReadonlyMap<string, string>): Excerpt {
  const excerpt: Excerpt = { lines: [], entries: [], faults: [] };
  const chain = checkChain(keys);
  const named = new Set<string>();
  for (const [index, text] of linesOf(contents).entries()) {
    const line = readLine(text);
    if (line === null) {
      excerpt.faults.push(`${PATHS.log}: line ${index + 1} is no line of a log`);
      continue;
    }
    const { hash, faults } = chain.next(line);
    excerpt.lines.push({ seq: line.seq, content: line.content, hash });
    excerpt.faults.push(...faults);
    if (!('entry' in line)) continue;
    const entry = readEntry(line.entry);
    if (entry === null) excerpt.faults.push(`log line ${line.seq}: its entry has no known form`);
    if (entry === null || entry.kind === 'key') continue;
    excerpt.entries.push({ ...entry, seq: line.seq });
    for (const part of entry.parts) {
      const path = partPath(entry, part);
      named.add(path);
      const found = contents.get(path);
      if (found === undefined)
        excerpt.faults.push(`${path}: log line ${line.seq} names it, and it is missing`);
      else if (found.sha256 !== part.sha256 || found.bytes !== part.bytes)
        excerpt.faults.push(`${path}: it is not what log line ${line.seq} names (SHA-256 differs)`);
    }
  }
  if (excerpt.entries.length === 0) excerpt.faults.push(`${PATHS.log}: it is missing or empty`);
  excerpt.faults.push(...strangers(contents, named));
  return excerpt;
}

const linesOf = (contents: Contents): string[] =>
  (textOf(contents, PATHS.log) ?? '').split('\n').filter((line) => line !== '');

const AnyLine = z.union([LogLine, OtherLine]);

function readLine(text: string): LogLine | OtherLine | null {
  try {
    const read = AnyLine.safeParse(JSON.parse(text));
    return read.success && canonical(read.data) === text ? read.data : null;
  } catch {
    return null; // no JSON
  }
}

/** Files that look like evidence and are not in the log. */
const EVIDENCE = /^archive\/|^evidence\/.*-(reading|screenshot|seen)\./;

const strangers = (contents: Contents, named: ReadonlySet<string>): string[] =>
  [...contents.keys()]
    .filter((path) => EVIDENCE.test(path) && !named.has(path))
    .map((path) => `${path}: no line of the log names it`);

export type StampFact = {
  seq: number;
  /** UTC, ISO 8601: what was entered up to `seq` was there at that time. */
  time: string;
  signer: string;
  /** Null where no trusted certificate was given to compare with. */
  trusted: boolean | null;
};

/** Checks the time stamps against the lines they are about. */
export async function checkStamps(
  contents: Contents,
  lines: readonly { seq: number; hash: string }[],
  trusted: readonly Uint8Array[] | undefined,
): Promise<{ stamps: StampFact[]; faults: string[] }> {
  const stamps: StampFact[] = [];
  const faults: string[] = [];
  const hashes = new Map(lines.map(({ seq, hash }) => [seq, hash]));
  for (const [path, { data }] of contents) {
    const seq = Number(STAMP_PATH.exec(path)?.[1] ?? Number.NaN);
    if (Number.isNaN(seq)) continue;
    const hash = hashes.get(seq);
    if (hash === undefined || data === null) {
      faults.push(`${path}: the excerpt has no line ${seq}`);
      continue;
    }
    const stamp = await readStamp(data, hash, trusted === undefined ? {} : { trusted });
    if (!stamp.ok) faults.push(`${path}: ${stamp.error}`);
    else {
      const { time, signer } = stamp.value;
      stamps.push({ seq, time, signer, trusted: stamp.value.trusted });
      if (stamp.value.trusted === false)
        faults.push(`${path}: its signer, ${signer}, does not lead to a trusted certificate`);
    }
  }
  return { stamps: stamps.sort((a, b) => a.seq - b.seq), faults };
}

/** What the log itself says is missing, a sentence each. */
export const absences = (entries: readonly OfArticle[]): string[] =>
  entries.flatMap((entry) =>
    entry.missing.map(
      ({ role, reason }: EvidenceMissing) =>
        `${entry.article} version ${entry.version}: no ${role} was kept: ${reason}`,
    ),
  );
