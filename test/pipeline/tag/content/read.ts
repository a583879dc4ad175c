// What the content taggers say of a title and a text, for the tests of content/.
import { createContentTagger } from '../../../../pipeline/tag/content/content.ts';
import { createDocumentReader } from '../../../../pipeline/tag/document.ts';
import type { ContentTags } from '../../../../pipeline/tag/parts.ts';
import { PhraseBook } from '../../../../pipeline/tag/phrases.ts';
import type { TagInput } from '../../../../schemas/tag.ts';
import { inputOf, knowledge } from '../input.ts';

const book = new PhraseBook();
const tag = createContentTagger(knowledge, book);
const readDocument = createDocumentReader(knowledge.noise, book);

export function contentOf(fields: Partial<TagInput>): ContentTags {
  return tag(readDocument(inputOf(fields)), {
    regions: [],
    primary: null,
    elections: [],
    stage: null,
    day: null,
  });
}

/** A neutral end of an article that says it is about civil servants and an election, without an act or an appeal. */
export const ABOUT =
  'Netralitas ASN menjadi perhatian pada Pilkada 2024. Aparatur sipil negara terikat asas netralitas dalam pemilihan bupati.';
