// The knowledge and the tagger as the pipeline uses them, for the gold set.
import { loadKnowledge } from '../../cli/knowledge.ts';
import { createTagger } from '../../pipeline/tag/tag.ts';
import type { OutletRegion, TagArticle } from './run.ts';

export function goldTagger(): { tag: TagArticle; outletRegion: OutletRegion } {
  const knowledge = loadKnowledge('knowledge');
  const regions = new Map(knowledge.outlets.map((outlet) => [outlet.id, outlet.region]));
  return { tag: createTagger(knowledge), outletRegion: (host) => regions.get(host) ?? null };
}
