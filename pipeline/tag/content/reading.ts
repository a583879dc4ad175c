// A document read with the lexicon: what the content taggers share. In: TagDocument. Out: its hits by question, and
// its sentences with what each speaks of.
import type { Lexicon, LexiconName } from '../../../schemas/lexicon.ts';
import type { ReadField, TagDocument } from '../document.ts';
import { compileLexicon } from './lexicon.ts';
import type { LexiconHit, LexiconMatcher } from './lexicon.ts';

/** Read leftmost-longest, so that 'aparat keamanan' is not 'aparat'; the others give every hit. */
const LONGEST = ['subjects', 'politics', 'topics', 'moods', 'advertorial', 'speech'] as const;
const ALL = ['kinds', 'acts'] as const;

export const READ_NAMES = [...LONGEST, ...ALL] as const;
export type ReadName = (typeof READ_NAMES)[number];

export type FieldReading = { field: ReadField; hits: Record<ReadName, LexiconHit[]> };

export type Reading = { document: TagDocument; title: FieldReading; text: FieldReading };

export type Reader = (document: TagDocument) => Reading;

export function createReader(lexicon: Lexicon): Reader {
  const matchers = new Map<ReadName, LexiconMatcher>();
  for (const name of LONGEST) matchers.set(name, compileLexicon(rowsOf(lexicon, name), 'longest'));
  for (const name of ALL) matchers.set(name, compileLexicon(rowsOf(lexicon, name), 'all'));
  const read = (field: ReadField): FieldReading => {
    const hits = {} as Record<ReadName, LexiconHit[]>;
    for (const [name, match] of matchers) hits[name] = match(field);
    return { field, hits };
  };
  return (document) => ({ document, title: read(document.title), text: read(document.text) });
}

function rowsOf(lexicon: Lexicon, name: LexiconName): Lexicon[LexiconName] {
  return lexicon[name] ?? [];
}
