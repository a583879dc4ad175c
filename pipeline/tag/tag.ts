// TagInput → Tags: the one composition of all taggers. Places and elections first, then what kind of article it is.
import type { Knowledge } from '../../schemas/knowledge.ts';
import type { TagInput, Tags } from '../../schemas/tag.ts';
import { createContentTagger } from './content/content.ts';
import { createDocumentReader } from './document.ts';
import { createElectionTagger } from './elections/elections.ts';
import { PhraseBook } from './phrases.ts';
import { createPlaceTagger } from './places/places.ts';

export type Tagger = (input: TagInput) => Tags;

/** Builds the tagger from what it knows. It never throws, and its time is linear in the length of the input. */
export function createTagger(knowledge: Knowledge): Tagger {
  const book = new PhraseBook();
  const elections = createElectionTagger(knowledge, book);
  const tagPlaces = createPlaceTagger(knowledge, book);
  const tagContent = createContentTagger(knowledge, book);
  const read = createDocumentReader(knowledge.noise, book);
  return (input) => {
    const document = read(input);
    const reading = elections.read(document);
    const place = tagPlaces(document, reading.day?.day ?? null);
    const election = elections.tag(reading, document, place);
    const content = tagContent(document, {
      regions: place.regions,
      primary: place.primary,
      elections: election.elections,
      stage: election.stage,
      day: election.day,
    });
    return {
      ...content,
      regions: place.regions,
      primary: place.primary,
      candidates: place.candidates,
      elections: election.elections,
      stage: election.stage,
      reasons: [...content.reasons, ...place.reasons, ...election.reasons],
    };
  };
}
