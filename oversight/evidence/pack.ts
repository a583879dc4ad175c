// Articles in; a WACZ 1.1.1 that proves what was published, as files in their order, out.
import type { CaptureEntry, LogLine, OtherLine } from '../../schemas/evidence.ts';
import { canonical, sha256 } from './canonical.ts';
import { capturesOf, type Dossier } from './dossier.ts';
import type { SigningKey } from './key.ts';
import {
  keyPath,
  partPath,
  PATHS,
  pemOf,
  signedText,
  stampPath,
  WACZ_VERSION,
  warcName,
  warcPath,
  type DataPackage,
  type Digest,
} from './layout.ts';
import type { EvidenceArchive } from './ports.ts';
import { reportOf } from './report.ts';
import type { Names } from '../channels/words.ts';
import { keysInLog } from './signing.ts';
import { indexOf } from './warc.ts';
import { streamOf, type ZipSource } from './zip.ts';

export type PackParts = {
  archive: EvidenceArchive;
  key: SigningKey;
  dossiers: readonly Dossier[];
  title: string;
  names: Names;
  /** UTC, ISO 8601. */
  created: string;
  /** 'Pantau 0.1.0'. */
  software: string;
  /** Prints the report; null where this machine cannot. */
  print: ((html: string) => Promise<Uint8Array>) | null;
};

/** A file of the pack; those of the archive are read when their turn comes. */
type PackFile = { path: string; sha256: string; bytes: number; read: () => Uint8Array };

const held = (path: string, data: string | Uint8Array): PackFile => {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return { path, sha256: sha256(bytes), bytes: bytes.length, read: () => bytes };
};

/** The files of the pack, the signed manifest last. @throws Error where the archive lacks a part that its log names */
export async function packOf(parts: PackParts): Promise<ZipSource[]> {
  const { archive, key, dossiers, created, software, title, names } = parts;
  const report = reportOf({ title, dossiers, names, created, software, key: key.fingerprint });
  const files = [
    ...partsOf(archive, dossiers),
    held(PATHS.index, await indexText(archive, dossiers)),
    held(PATHS.pages, pagesText(dossiers)),
    held(PATHS.log, logText(archive, dossiers)),
    ...keysInLog(archive).map(({ publicKey, fingerprint }) =>
      held(keyPath(fingerprint), pemOf(publicKey)),
    ),
    ...stampsOf(dossiers),
    held(PATHS.reportHtml, report),
    ...(parts.print === null ? [] : [held(PATHS.reportPdf, await parts.print(report))]),
  ];
  const manifest = held(PATHS.datapackage, manifestOf(parts, files));
  const digest = held(PATHS.digest, digestOf(parts, manifest.sha256));
  return [...files, manifest, digest].map(({ path, bytes, read }) => ({
    path,
    bytes,
    read: () => streamOf(read()),
  }));
}

/** Every part that the entries name, once. */
function partsOf({ evidence }: EvidenceArchive, dossiers: readonly Dossier[]): PackFile[] {
  const files = new Map<string, PackFile>();
  for (const entry of dossiers.flatMap(({ entries }) => entries)) {
    for (const part of entry.parts) {
      const path = partPath(entry, part);
      const { sha256: hash, bytes } = part;
      files.set(path, { path, sha256: hash, bytes, read: () => partOf(evidence, hash) });
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function partOf(evidence: EvidenceArchive['evidence'], hash: string): Uint8Array {
  const data = evidence.part(hash);
  if (data === null)
    throw new Error(`the archive lacks evidence part ${hash}, which its log names`);
  return data;
}

async function indexText(
  { evidence }: EvidenceArchive,
  dossiers: readonly Dossier[],
): Promise<string> {
  const hashes = new Set(
    dossiers
      .flatMap(({ entries }) => entries)
      .flatMap(({ parts }) => parts)
      .filter((part) => partPath({ article: '', version: 0 }, part) === warcPath(part.sha256))
      .map((part) => part.sha256),
  );
  const lines: string[] = [];
  for (const hash of hashes) lines.push(...(await indexOf(partOf(evidence, hash), warcName(hash))));
  return `${lines.sort().join('\n')}\n`;
}

/** Each page once, as it was fetched. */
function pagesText(dossiers: readonly Dossier[]): string {
  const pages = new Map<string, object>();
  for (const { entries } of dossiers) {
    for (const capture of capturesOf(entries)) {
      const first = capture.pages[0];
      if (first === undefined) continue;
      const url = addressOf(first);
      const ts = first.fetchedAt;
      pages.set(`${ts} ${url}`, {
        id: `${capture.article}-v${capture.version}`,
        url,
        ts,
        title: capture.title,
      });
    }
  }
  const header = { format: 'json-pages-1.0', id: 'pages', title: 'Halaman' };
  return [header, ...pages.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The address under which the WARC holds a page. */
const addressOf = ({ url, finalUrl, via }: CaptureEntry['pages'][number]): string =>
  new URL(via === 'browser' ? finalUrl : url).href;

/** From the first line about these articles to the last stamp on one; lines about others without what they say. */
function logText({ evidence }: EvidenceArchive, dossiers: readonly Dossier[]): string {
  const own = new Set(dossiers.flatMap(({ entries }) => entries.map(({ seq }) => seq)));
  const stamped = dossiers.flatMap(({ stamps }) =>
    [...stamps.values()].map(({ stamp }) => stamp.seq),
  );
  const numbers = [...own, ...stamped];
  let text = '';
  for (const line of evidence.lines(Math.min(...numbers), Math.max(...numbers))) {
    const { seq, content, hash } = line;
    const other: OtherLine = stamped.includes(seq) ? { seq, content, hash } : { seq, content };
    const shown: LogLine | OtherLine = own.has(seq) ? line : other;
    text += `${canonical(shown)}\n`;
  }
  return text;
}

function stampsOf(dossiers: readonly Dossier[]): PackFile[] {
  const files = new Map<string, PackFile>();
  for (const { stamps } of dossiers) {
    for (const { stamp } of stamps.values()) {
      const path = stampPath(stamp.seq);
      if (stamp.response !== null) files.set(path, held(path, stamp.response));
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function manifestOf({ title, created, software, dossiers }: PackParts, files: PackFile[]): string {
  const main = dossiers.flatMap(({ entries }) => capturesOf(entries)).at(-1)?.pages[0];
  const manifest: DataPackage = {
    profile: 'data-package',
    wacz_version: WACZ_VERSION,
    title,
    created,
    software,
    ...(main === undefined ? {} : { mainPageUrl: addressOf(main), mainPageDate: main.fetchedAt }),
    resources: files.map(({ path, sha256: hash, bytes }) => ({
      name: path.replaceAll('/', '-').toLowerCase(),
      path,
      hash: `sha256:${hash}`,
      bytes,
    })),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function digestOf({ key, created, software }: PackParts, manifestHash: string): string {
  const hash = `sha256:${manifestHash}`;
  const signature = key.sign(signedText(hash, created, software));
  const digest: Digest = {
    path: PATHS.datapackage,
    hash,
    ed25519: { created, software, publicKey: key.publicKey, signature },
  };
  return canonical(digest);
}
