// An article's id in; all that evidence on it says, read and checked, out: what reports and packs are made of.
import type { CaptureEntry, LogLine, TimeStamp } from '../../schemas/evidence.ts';
import { changesOf, type ArticleChanges } from './changes.ts';
import { entriesOf, type OfArticle } from './entries.ts';
import type { EvidenceArchive } from './ports.ts';
import { readStamp, type Stamp } from './stamp.ts';

export type Dossier = {
  changes: ArticleChanges;
  /** The masthead. */
  media: string;
  entries: OfArticle[];
  /** The newest line of the article, whose signature and place in the chain the report names. */
  line: LogLine;
  /** The first stamp on each entry, by its line number; none where nothing covers it. */
  stamps: Map<number, { stamp: TimeStamp; read: Stamp }>;
  /** The last time a service was asked; says why there is no stamp. */
  lastAsked: TimeStamp | null;
  screenshot: Uint8Array | null;
};

/** Null for an article without evidence. */
export async function dossierOf(archive: EvidenceArchive, id: string): Promise<Dossier | null> {
  const { evidence } = archive;
  const entries = entriesOf(evidence, id);
  const last = entries.at(-1);
  const line = last === undefined ? null : evidence.line(last.seq);
  const changes = changesOf(archive, id);
  if (line === null || changes === null) return null;
  return {
    changes,
    media: archive.reports.article(id)?.siteName ?? changes.article.outlet,
    entries,
    line,
    stamps: await stampsOf(archive, entries),
    lastAsked: evidence.lastStamp(),
    screenshot: screenshotOf(archive, entries),
  };
}

async function stampsOf(
  { evidence }: EvidenceArchive,
  entries: readonly OfArticle[],
): Promise<Dossier['stamps']> {
  const stamps: Dossier['stamps'] = new Map();
  for (const { seq } of entries) {
    const stamp = evidence.stampFrom(seq);
    if (stamp === null || stamp.response === null) continue;
    const read = await readStamp(stamp.response, stamp.hash);
    if (read.ok) stamps.set(seq, { stamp, read: read.value });
  }
  return stamps;
}

/** The newest one. */
function screenshotOf(
  { evidence }: EvidenceArchive,
  entries: readonly OfArticle[],
): Uint8Array | null {
  const part = entries.flatMap(({ parts }) => parts).findLast(({ role }) => role === 'screenshot');
  return part === undefined ? null : evidence.part(part.sha256);
}

export const capturesOf = (entries: readonly OfArticle[]): (CaptureEntry & { seq: number })[] =>
  entries.filter((entry) => entry.kind === 'capture');
