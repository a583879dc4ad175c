// An archive with articles that have evidence, a key, and packs of it: what the tests of evidence work on.
import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onTestFinished } from 'vitest';
import { openArchive, type Archive } from '../../../archive/open.ts';
import { captureSome, type CaptureDeps } from '../../../oversight/evidence/capture.ts';
import { dossierOf, type Dossier } from '../../../oversight/evidence/dossier.ts';
import { readKey, type SigningKey } from '../../../oversight/evidence/key.ts';
import { packOf } from '../../../oversight/evidence/pack.ts';
import type { Look } from '../../../oversight/evidence/ports.ts';
import { adoptKey } from '../../../oversight/evidence/signing.ts';
import { zipOf } from '../../../oversight/evidence/zip.ts';
import type { ArticleContent } from '../../../archive/process-port.ts';
import { AT, by, candidate, content, later, page, site } from '../../archive/make.ts';

export const newKey = (): SigningKey =>
  readKey(
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-evidence-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export type Rig = {
  archive: Archive;
  key: SigningKey;
  /** Stores a page and what was read of it; the next version where `n` is known. Returns the article's id. */
  save(n: number, minute: number, more?: Partial<ArticleContent>, html?: string): string;
  capture(more?: Partial<CaptureDeps>): Promise<number>;
};

export const NOW = Date.parse(later(30));

export function rig(path = ':memory:', key = newKey()): Rig {
  const archive = openArchive(path);
  onTestFinished(() => archive.close());
  archive.saveSites([site()], AT);
  adoptKey(archive, key, AT);
  return {
    archive,
    key,
    save: (n, minute, more = {}, html = `<html><body><p>Isi ${n}</p></body></html>`) => {
      const at = later(minute);
      archive.addCandidates('natmed', [candidate(n)], at);
      const id = archive.savePage(page(n, { fetchedAt: at, body: Buffer.from(html) }));
      return archive.saveArticle(by(n, id), content(n, [id], more), at).id;
    },
    capture: async (more = {}) => {
      const deps = { archive, key, now: () => NOW, wanted: 'seen', views: 'off' } as const;
      const { entered } = await captureSome({ ...deps, ...more }, 1000);
      return entered;
    },
  };
}

export const NAMES = {
  region: (code: string) => code,
  election: (id: string) => id,
  stage: (stage: string) => stage,
  kind: (kind: string) => kind,
  violation: (violation: string) => violation,
  actor: (actor: string) => actor,
};

/** A pack of these articles in a file. */
export async function pack(
  { archive, key }: Pick<Rig, 'archive' | 'key'>,
  ids: string[],
  more: Partial<Parameters<typeof packOf>[0]> = {},
): Promise<string> {
  const dossiers: Dossier[] = [];
  for (const id of ids) {
    const dossier = await dossierOf(archive, id);
    if (dossier !== null) dossiers.push(dossier);
  }
  const files = await packOf({
    archive,
    key,
    dossiers,
    title: 'Bukti uji',
    names: NAMES,
    created: later(60),
    software: 'Pantau 0.1.0',
    print: null,
    ...more,
  });
  const path = join(newFolder(), 'bukti.wacz');
  await pipeline(zipOf(files), createWriteStream(path));
  return path;
}

export const look = (more: Partial<Look> = {}): Look => ({
  html: Buffer.from('<html>seen</html>'),
  picture: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
  cut: false,
  resources: new Map([
    [
      'https://natmed.test/gaya.css',
      {
        status: 200,
        finalUrl: 'https://natmed.test/gaya.css',
        headers: { 'content-type': 'text/css' },
        body: Buffer.from('p { color: rgb(1, 2, 3) }'),
      },
    ],
  ]),
  refused: 2,
  ...more,
});
