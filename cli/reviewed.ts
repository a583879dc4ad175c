// An article as the pipeline has read it → with what people said of its tags laid over; the tagger's own are kept beside.
import type { Desk } from '../archive/desk.ts';
import type { ProcessedBy } from '../archive/process-port.ts';
import { applyCorrections } from '../oversight/review/apply.ts';
import type { Extracted } from '../schemas/article.ts';
import type { Tags } from '../schemas/tag.ts';

export type ReviewStore = { reviews: Pick<Desk['reviews'], 'ofUrl' | 'keepTaggerReading'> };

type Read = { url: string; extracted: Extracted; tags: Tags };

/** The tags that an article gets once it is saved. Writes nothing. */
export function reviewedTags({ reviews }: ReviewStore, { url, extracted, tags }: Read): Tags {
  return applyCorrections(tags, extracted, reviews.ofUrl(url).reviews);
}

/** For saving: also keeps what the tagger itself says of a reviewed article. */
export function withReviews<Article extends Read>(
  { reviews }: ReviewStore,
  read: Article,
  { codeVersion: code, knowledgeVersion: knowledge }: ProcessedBy,
): Article {
  const { article, reviews: said } = reviews.ofUrl(read.url);
  if (said.length === 0) return read;
  reviews.keepTaggerReading(article, { tags: read.tags, code, knowledge });
  return { ...read, tags: applyCorrections(read.tags, read.extracted, said) };
}
