// A TagInput from the few fields that a test cares about, and the knowledge that all tests of the taggers share.
import { loadKnowledge } from '../../../cli/knowledge.ts';
import { createDocumentReader } from '../../../pipeline/tag/document.ts';
import { createElectionTagger } from '../../../pipeline/tag/elections/elections.ts';
import { PhraseBook } from '../../../pipeline/tag/phrases.ts';
import { createPlaceTagger } from '../../../pipeline/tag/places/places.ts';
import type { TagInput, Tags } from '../../../schemas/tag.ts';

export const knowledge = loadKnowledge('knowledge');

export const inputOf = (fields: Partial<TagInput>): TagInput => ({
  url: null,
  outlet: null,
  outletRegion: null,
  title: '',
  text: '',
  published: null,
  markedAdvertorial: false,
  ...fields,
});

export type Located = Pick<Tags, 'regions' | 'primary' | 'elections' | 'stage' | 'reasons'>;

const book = new PhraseBook();
const tagPlaces = createPlaceTagger(knowledge, book);
const elections = createElectionTagger(knowledge, book);
const read = createDocumentReader(knowledge.noise, book);

/** Places and elections alone, as the tagger composes them. */
export function locate(input: TagInput): Located {
  const document = read(input);
  const words = elections.read(document);
  const place = tagPlaces(document, words.day?.day ?? null);
  const election = elections.tag(words, document, place);
  return { ...place, ...election, reasons: [...place.reasons, ...election.reasons] };
}
