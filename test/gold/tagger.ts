// The knowledge and the tagger as the pipeline uses them, for the gold set.
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';
import type { OutletRegion, TagArticle } from './run.ts';

export function goldTagger(): { tag: TagArticle; outletRegion: OutletRegion } {
  return { tag: createTagger(loadKnowledge('knowledge')), outletRegion: () => null };
}
