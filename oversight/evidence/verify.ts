// A pack in, nothing else: no archive, no network. What does not match, by name, and what the pack proves, out.
import { fail, ok, type Result } from '../../schemas/result.ts';
import { checkManifest, readContents } from './contents.ts';
import {
  absences,
  checkExcerpt,
  checkStamps,
  keysIn,
  type Excerpt,
  type StampFact,
} from './excerpt.ts';
import { fingerprintOf } from './key.ts';
import { openZip } from './zip.ts';

export type Verdict = {
  /** Nothing does not match. */
  whole: boolean;
  /** What does not match; each names the part. */
  faults: string[];
  /** What matches and still limits what is proven: no time stamp, no screenshot. */
  notes: string[];
  title: string | null;
  created: string | null;
  /** SHA-256 of the public key that signed the pack. */
  key: string | null;
  /** What the log says was kept. */
  entries: {
    seq: number;
    kind: string;
    article: string;
    version: number;
    at: string;
    url: string | null;
  }[];
  stamps: StampFact[];
};

export type VerifyOptions = {
  /** The fingerprint that the key must have, as the installation published it. */
  key?: string | undefined;
  /** Root certificates (DER) that signers of time stamps must lead to. */
  trusted?: readonly Uint8Array[] | undefined;
};

/** @throws the error of node:fs where the file cannot be opened */
export async function verifyPack(path: string, options: VerifyOptions = {}): Promise<Verdict> {
  const zip = await openZip(path);
  if (!zip.ok) return unreadable(`the file is no readable ZIP: ${zip.error}`);
  try {
    const { contents, faults } = await readContents(zip.value);
    const manifest = checkManifest(contents);
    const keys = keysIn(contents);
    const excerpt = checkExcerpt(contents, keys.keys);
    const stamps = await checkStamps(contents, excerpt.lines, options.trusted);
    const key = manifest.digest === null ? null : fingerprintOf(manifest.digest.ed25519.publicKey);
    const all = [
      ...faults,
      ...manifest.faults,
      ...keys.faults,
      ...excerpt.faults,
      ...stamps.faults,
      ...signerFaults(key, keys.keys, options.key),
    ];
    const differs = await zip.value.firstDifference();
    if (differs !== null) all.push(`the ZIP: byte ${differs} is not as it was written`);
    return {
      whole: all.length === 0,
      faults: all,
      notes: [...notesOn(stamps.stamps, excerpt.entries, options), ...absences(excerpt.entries)],
      title: manifest.datapackage?.title ?? null,
      created: manifest.digest?.ed25519.created ?? null,
      key,
      entries: excerpt.entries.map((entry) => ({
        seq: entry.seq,
        kind: entry.kind,
        article: entry.article,
        version: entry.version,
        at: entry.at,
        url: entry.kind === 'capture' ? entry.url : null,
      })),
      stamps: stamps.stamps,
    };
  } finally {
    await zip.value.close();
  }
}

/** The log excerpt of a pack, to be compared with the log that it came from. @throws the error of node:fs where the file cannot be opened */
export async function linesOfPack(path: string): Promise<Result<Excerpt['lines'], string>> {
  const zip = await openZip(path);
  if (!zip.ok) return fail(`it is no readable ZIP: ${zip.error}`);
  try {
    const { contents } = await readContents(zip.value);
    const { lines } = checkExcerpt(contents, keysIn(contents).keys);
    return lines.length === 0 ? fail('it holds no log') : ok(lines);
  } finally {
    await zip.value.close();
  }
}

const unreadable = (fault: string): Verdict => ({
  whole: false,
  faults: [fault],
  notes: [],
  title: null,
  created: null,
  key: null,
  entries: [],
  stamps: [],
});

function signerFaults(
  key: string | null,
  keys: ReadonlyMap<string, string>,
  expected: string | undefined,
): string[] {
  const faults: string[] = [];
  if (key !== null && !keys.has(key))
    faults.push(`the pack is signed by ${key}, which is no key of its log`);
  if (expected !== undefined && key !== expected.toLowerCase())
    faults.push(
      `the pack is signed by ${key ?? 'nobody'}, not by the key that was asked for, ${expected}`,
    );
  return faults;
}

function notesOn(
  stamps: readonly StampFact[],
  entries: readonly { seq: number }[],
  { key, trusted }: VerifyOptions,
): string[] {
  const notes: string[] = [];
  if (key === undefined)
    notes.push(
      'whose key signed it is not known: compare the fingerprint with the one the desk published, or give it with --key',
    );
  const last = stamps.at(-1)?.seq ?? 0;
  const open = entries.filter(({ seq }) => seq > last);
  if (open.length > 0)
    notes.push(
      `no trusted time stamp covers log lines ${open.map(({ seq }) => seq).join(', ')}: their times are the desk's own word`,
    );
  if (stamps.length > 0 && trusted === undefined)
    notes.push(
      "the time-stamp signers were not compared with trusted certificates: give the service's root with --ca",
    );
  return notes;
}
