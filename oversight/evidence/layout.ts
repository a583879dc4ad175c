// Where things lie in a pack, and its small files: one place for who writes and who checks.
import { z } from 'zod';

export const WACZ_VERSION = '1.1.1';
export const PATHS = {
  datapackage: 'datapackage.json',
  digest: 'datapackage-digest.json',
  pages: 'pages/pages.jsonl',
  index: 'indexes/index.cdx',
  log: 'evidence/log.jsonl',
  reportHtml: 'evidence/laporan.html',
  reportPdf: 'evidence/laporan.pdf',
} as const;

const SHORT = 16;
export const warcName = (hash: string): string => `${hash.slice(0, SHORT)}.warc.gz`;
export const warcPath = (hash: string): string => `archive/${warcName(hash)}`;
export const keyPath = (fingerprint: string): string =>
  `evidence/key-${fingerprint.slice(0, SHORT)}.pem`;
export const stampPath = (seq: number): string => `evidence/stamp-${seq}.tsr`;
export const KEY_PATH = /^evidence\/key-[0-9a-f]{16}\.pem$/;
export const STAMP_PATH = /^evidence\/stamp-(\d+)\.tsr$/;

const ENDINGS = { reading: 'json', screenshot: 'jpg', seen: 'html.gz' } as const;

/** Where a part lies: WARCs by their hash, for several entries may name one; the others by article and version. */
export function partPath(
  { article, version }: { article: string; version: number },
  { role, sha256 }: { role: string; sha256: string },
): string {
  if (role === 'reading' || role === 'screenshot' || role === 'seen')
    return `evidence/${article}-v${version}-${role}.${ENDINGS[role]}`;
  return warcPath(sha256);
}

const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const DataPackage = z.looseObject({
  wacz_version: z.literal(WACZ_VERSION),
  title: z.string(),
  created: z.iso.datetime(),
  software: z.string(),
  resources: z.array(
    z.strictObject({ name: z.string(), path: z.string(), hash: Hash, bytes: z.int() }),
  ),
});
export type DataPackage = z.infer<typeof DataPackage>;

/** `signature` is over signedText(). The standard's signedData is for ECDSA keys, so it is not used. */
export const Digest = z.strictObject({
  path: z.literal(PATHS.datapackage),
  hash: Hash,
  ed25519: z.strictObject({
    created: z.iso.datetime(),
    software: z.string(),
    publicKey: z.string(),
    signature: z.string(),
  }),
});
export type Digest = z.infer<typeof Digest>;

export const signedText = (hash: string, created: string, software: string): string =>
  `${hash}\n${created}\n${software}`;

/** A public key in base64 as PEM. */
export const pemOf = (publicKey: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;

/** The base64 of a PEM that pemOf() made; null for another text. */
export function publicKeyOf(pem: string): string | null {
  const publicKey = pem.split('\n')[1] ?? '';
  return pemOf(publicKey) === pem ? publicKey : null;
}
