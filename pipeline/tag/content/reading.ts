// A document read with the lexicon: what the content taggers share. In: TagDocument. Out: its hits by question, and
// its sentences with what each speaks of.
import type { Lexicon, LexiconRow } from '../../../schemas/lexicon.ts';
import type { ReadField, TagDocument } from '../document.ts';
import { compileLexicons } from './lexicon.ts';
import type { LexiconHit } from './lexicon.ts';

/** Read leftmost-longest, so that 'aparat keamanan' is not 'aparat'; the others give every hit. */
const LONGEST = ['subjects', 'politics', 'topics', 'moods', 'advertorial', 'speech'] as const;
const ALL = ['kinds', 'acts'] as const;

export const READ_NAMES = [...LONGEST, ...ALL] as const;
export type ReadName = (typeof READ_NAMES)[number];

export type FieldReading = { field: ReadField; hits: Record<ReadName, LexiconHit[]> };

export type Reading = { document: TagDocument; title: FieldReading; text: FieldReading };

export type Reader = (document: TagDocument) => Reading;

export function createReader(lexicon: Lexicon): Reader {
  const lexicons = {} as Record<ReadName, { rows: LexiconRow[]; mode: 'longest' | 'all' }>; // set below
  for (const name of LONGEST) lexicons[name] = { rows: lexicon[name], mode: 'longest' };
  for (const name of ALL) lexicons[name] = { rows: lexicon[name], mode: 'all' };
  const match = compileLexicons(lexicons);
  const read = (field: ReadField): FieldReading => ({ field, hits: match(field) });
  return (document) => ({ document, title: read(document.title), text: read(document.text) });
}
