// Ids of articles → a signed pack of all evidence on them, the same for the verb and for the dashboard.
import { setImmediate as turn } from 'node:timers/promises';
import { findChromium } from '../../crawlers/chromium.ts';
import { type Dossier, dossierOf } from '../../oversight/evidence/dossier.ts';
import { packOf } from '../../oversight/evidence/pack.ts';
import { printer } from '../../oversight/evidence/pdf.ts';
import type { EvidenceArchive } from '../../oversight/evidence/ports.ts';
import type { ZipSource } from '../../oversight/evidence/zip.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import type { Workplace } from '../deps.ts';
import { packageVersion } from '../version.ts';
import { namesOf } from '../watching/channels.ts';
import { keyForReading } from './key.ts';

export type Pack = {
  files: ZipSource[];
  /** In it, and those left out because nothing is kept of them. */
  articles: number;
  without: number;
  /** False where this machine has no Chromium: the report is in it as HTML alone. */
  pdf: boolean;
};

export type PackOrder = {
  ids: readonly string[];
  /** Of the report; null for the article's own title, or for how many they are. */
  title: string | null;
  /** UTC, ISO 8601. */
  created: string;
  /** What may be told of: the whole archive, or a part of it. */
  archive: EvidenceArchive;
};

/** Null where nothing is kept of any of them. Throws Failure where the key that signs the log is not here. */
export async function makePack(
  workplace: Pick<Workplace, 'archive' | 'config' | 'data'>,
  knowledge: Pick<Knowledge, 'regions'>,
  { ids, title, created, archive }: PackOrder,
): Promise<Pack | null> {
  const dossiers: Dossier[] = [];
  for (const id of ids) {
    const dossier = await dossierOf(archive, id);
    if (dossier !== null) dossiers.push(dossier);
    await turn();
  }
  if (dossiers.length === 0) return null;
  const chromium = findChromium(workplace.config.chromium, process.env);
  const files = await packOf({
    archive,
    key: keyForReading(workplace),
    dossiers,
    title: title ?? titleOf(dossiers),
    names: namesOf(knowledge),
    created,
    software: `Pantau ${packageVersion()}`,
    print: chromium === null ? null : printer(chromium),
  });
  const articles = dossiers.length;
  return { files, articles, without: ids.length - articles, pdf: chromium !== null };
}

const titleOf = (dossiers: Dossier[]): string =>
  dossiers.length === 1
    ? (dossiers[0]?.changes.article.extracted.title ?? '')
    : `Bukti pemberitaan: ${dossiers.length} artikel`;
