// The text of an entry in; the entry, or null where it is none that this version knows, out.
import { EvidenceEntry, type CaptureEntry, type ViewEntry } from '../../schemas/evidence.ts';
import type { EvidenceStore } from './ports.ts';

export function readEntry(text: string): EvidenceEntry | null {
  try {
    const read = EvidenceEntry.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null; // no JSON
  }
}

/** What the log says of an article, oldest first, with the number of the line. */
export type OfArticle = (CaptureEntry | ViewEntry) & { seq: number };

export const entriesOf = (evidence: EvidenceStore, article: string): OfArticle[] =>
  evidence.linesOf(article).flatMap(({ seq, entry }) => {
    const read = readEntry(entry);
    return read === null || read.kind === 'key' ? [] : [{ ...read, seq }];
  });
