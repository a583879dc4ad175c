// The elections an article means, its place given.
import { createDocumentReader } from '../../../../pipeline/tag/document.ts';
import { createElectionTagger } from '../../../../pipeline/tag/elections/elections.ts';
import type { ElectionTags } from '../../../../pipeline/tag/parts.ts';
import { PhraseBook } from '../../../../pipeline/tag/phrases.ts';
import type { RegionCode } from '../../../../schemas/region.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { inputOf, knowledge } from '../input.ts';

const book = new PhraseBook();
const tagger = createElectionTagger(knowledge, book);
const read = createDocumentReader(knowledge.noise, book);

export function electionsOf(
  fields: Partial<TagInput>,
  region: RegionCode | null,
  bodies: string[] = [],
): ElectionTags {
  const document = read(inputOf(fields));
  const place = {
    primary: region,
    regions: region === null ? [] : [region],
    bodies: new Set(bodies),
  };
  return tagger.tag(tagger.read(document), document, place);
}
