// An article as the pipeline has read it → with what people said of its tags laid over; the tagger's own are kept beside.
import type { Desk } from '../archive/desk.ts';
import type { ProcessedBy } from '../archive/process-port.ts';
import { applyCorrections } from '../oversight/review/apply.ts';
import type { Article, Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';

export type ReviewStore = {
  reviews: Pick<Desk['reviews'], 'of' | 'ofUrl' | 'taggerReading' | 'keepTaggerReading'>;
};

type Read = { url: string; extracted: Extracted; tags: Tags };

/** The tags that an article gets once it is saved. Writes nothing. */
export function reviewedTags({ reviews }: ReviewStore, { url, extracted, tags }: Read): Tags {
  return applyCorrections(tags, extracted, reviews.ofUrl(url).reviews);
}

/** For saving: also keeps what the tagger itself says of a reviewed article. */
export function withReviews<Kept extends Read>(
  { reviews }: ReviewStore,
  read: Kept,
  { codeVersion: code, knowledgeVersion: knowledge }: ProcessedBy,
): Kept {
  const { article, reviews: said } = reviews.ofUrl(read.url);
  if (said.length === 0) return read;
  reviews.keepTaggerReading(article, { tags: read.tags, code, knowledge });
  return { ...read, tags: applyCorrections(read.tags, read.extracted, said) };
}

/**
 * The tags of an article that takes the place of another: what the tagger says of it, with what people said of either
 * laid over. Keeps what the tagger says under the id of the other.
 */
export function tagsInPlaceOf({ reviews }: ReviewStore, other: string, article: Article): Tags {
  const said = [...reviews.of(other), ...reviews.of(article.id)].sort((a, b) => a.n - b.n);
  if (said.length === 0) return article.tags;
  const { codeVersion: code, knowledgeVersion: knowledge } = article;
  const tagger = reviews.taggerReading(article.id) ?? { tags: article.tags, code, knowledge };
  reviews.keepTaggerReading(other, tagger);
  return applyCorrections(tagger.tags, article.extracted, said);
}
