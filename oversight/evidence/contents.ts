// An open pack in; the hash of each of its files, and the small ones whole, out.
import { createHash } from 'node:crypto';
import { DataPackage, Digest, PATHS, signedText } from './layout.ts';
import { canonical } from './canonical.ts';
import { isSigned } from './key.ts';
import type { OpenZip } from './zip.ts';

export type Content = { sha256: string; bytes: number; data: Buffer | null };
/** By path. */
export type Contents = Map<string, Content>;

/** Files that are read as text or ASN.1 and not only hashed. */
const WHOLE = /^(datapackage.*\.json|evidence\/(log\.jsonl|.*\.(pem|tsr)))$/;
const MOST_WHOLE = 512 * 1024 * 1024;

export async function readContents(
  zip: OpenZip,
): Promise<{ contents: Contents; faults: string[] }> {
  const contents: Contents = new Map();
  const faults: string[] = [];
  for (const [index, { path, bytes }] of zip.files.entries()) {
    if (contents.has(path)) faults.push(`${path}: it is there twice`);
    const whole = WHOLE.test(path) && bytes <= MOST_WHOLE;
    try {
      contents.set(path, await readOne(zip, index, whole));
    } catch (error) {
      faults.push(`${path}: it cannot be read (${error instanceof Error ? error.message : ''})`);
    }
  }
  return { contents, faults };
}

async function readOne(zip: OpenZip, index: number, whole: boolean): Promise<Content> {
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await zip.read(index)) {
    const data: Buffer = Buffer.from(chunk);
    hash.update(data);
    bytes += data.length;
    if (whole) kept.push(data);
  }
  return { sha256: hash.digest('hex'), bytes, data: whole ? Buffer.concat(kept) : null };
}

export const textOf = (contents: Contents, path: string): string | null =>
  contents.get(path)?.data?.toString('utf8') ?? null;

/** The text of a JSON file as a value that has its shape; null where it has not. */
function parsed<T>(
  text: string | null,
  shape: { safeParse(value: unknown): { data?: T } },
): T | null {
  try {
    return shape.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null; // no JSON
  }
}

export type Manifest = { datapackage: DataPackage | null; digest: Digest | null; faults: string[] };

/** Checks the manifest against the files, and its signature against the key that it names. */
export function checkManifest(contents: Contents): Manifest {
  const datapackage = parsed(textOf(contents, PATHS.datapackage), DataPackage);
  const digest = checkDigest(contents);
  const faults = [...digest.faults];
  if (datapackage === null)
    faults.push(`${PATHS.datapackage}: it is missing, or no manifest of WACZ 1.1.1`);
  const listed = new Set<string>([PATHS.datapackage, PATHS.digest]);
  for (const { path, hash, bytes } of datapackage?.resources ?? []) {
    listed.add(path);
    const found = contents.get(path);
    if (found === undefined) faults.push(`${path}: the manifest lists it, and it is missing`);
    else if (`sha256:${found.sha256}` !== hash || found.bytes !== bytes)
      faults.push(`${path}: its content is not the one that was packed (SHA-256 differs)`);
  }
  for (const path of contents.keys())
    if (!listed.has(path)) faults.push(`${path}: the manifest does not list it`);
  return { datapackage, digest: digest.digest, faults };
}

function checkDigest(contents: Contents): Pick<Manifest, 'digest' | 'faults'> {
  const text = textOf(contents, PATHS.digest);
  const digest = parsed(text, Digest);
  if (digest === null)
    return { digest, faults: [`${PATHS.digest}: it is missing, or not as Pantau writes it`] };
  const faults: string[] = [];
  if (canonical(digest) !== text) faults.push(`${PATHS.digest}: it is not as it was written`);
  if (`sha256:${contents.get(PATHS.datapackage)?.sha256 ?? ''}` !== digest.hash)
    faults.push(`${PATHS.datapackage}: its content is not the one that was signed`);
  const { created, software, publicKey, signature } = digest.ed25519;
  if (!isSigned(publicKey, signedText(digest.hash, created, software), signature))
    faults.push(`${PATHS.digest}: the signature is not that of the key it names`);
  return { digest, faults };
}
