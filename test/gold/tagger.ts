// The tagger with the committed knowledge, as the verbs use it.
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';
import type { TagArticle } from './run.ts';

export const goldTagger = (): TagArticle => createTagger(loadKnowledge('knowledge'));
