// A document read with the lexicon: what the content taggers share. In: TagDocument. Out: its hits by question, and
// its sentences with what each speaks of.
import type { Lexicon } from '../../../schemas/lexicon.ts';
import type { ReadField, TagDocument } from '../document.ts';
import type { Hit, PhraseBook } from '../phrases.ts';
import { compileLexicon } from './lexicon.ts';
import type { LexiconFinder, LexiconHit } from './lexicon.ts';
import { COUNTED } from './structure.ts';

/** Read leftmost-longest, so that 'aparat keamanan' is not 'aparat'; the others give every hit. */
const LONGEST = ['subjects', 'politics', 'topics', 'moods', 'advertorial', 'speech'] as const;
const ALL = ['kinds', 'acts'] as const;

export const READ_NAMES = [...LONGEST, ...ALL] as const;
export type ReadName = (typeof READ_NAMES)[number];

export type FieldReading = {
  field: ReadField;
  hits: Record<ReadName, LexiconHit[]>;
  /** What may be counted: 'orang', 'kasus'. */
  counted: Hit<null>[];
};

export type Reading = { document: TagDocument; title: FieldReading; text: FieldReading };

export type Reader = (document: TagDocument) => Reading;

export function createReader(lexicon: Lexicon, book: PhraseBook): Reader {
  const finders = {} as Record<ReadName, LexiconFinder>; // set below
  for (const name of LONGEST) finders[name] = compileLexicon(lexicon[name], 'longest', book);
  for (const name of ALL) finders[name] = compileLexicon(lexicon[name], 'all', book);
  const findCounted = book.add(
    COUNTED.map((words) => ({ words, value: null })),
    'all',
  );
  const read = (field: ReadField): FieldReading => {
    const hits = {} as FieldReading['hits']; // set below
    for (const name of READ_NAMES) hits[name] = finders[name](field);
    return { field, hits, counted: findCounted(field) };
  };
  return (document) => ({ document, title: read(document.title), text: read(document.text) });
}
