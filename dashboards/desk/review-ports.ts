// What the pages of review ask; answered by cli/reviewing/desk.ts. An article that a viewer may not see is not there.
import type { Article } from '../../schemas/article.ts';
import type { Result } from '../../schemas/result.ts';
import type { Review, SampleShare, TaggerReading } from '../../schemas/review.ts';
import type { Viewer } from '../../schemas/viewer.ts';

export type ReviewQueue = {
  /** Nearest to the border first. */
  borderline: Article[];
  /** Drawn at random, not reviewed whole yet; `day` in UTC is that on which it was first seen. */
  sample: { day: string; share: SampleShare; article: Article }[];
  /** Drawn in the last days, as far as the viewer sees them, and how many of them were reviewed. */
  drawn: number;
  done: number;
};

export type ReviewedArticle = {
  article: Article;
  reviews: Review[];
  /** What the tagger itself says; null where nobody reviewed the article, which then carries just that. */
  tagger: TaggerReading | null;
};

export type ReviewFault =
  | { kind: 'unknown-article' | 'changed-meanwhile' | 'nothing-said' | 'no-reason' }
  | { kind: 'unknown-tag' | 'quote-not-found' | 'not-relevant'; what: string };

export type Said = { tag: string; holds: boolean; quote: string };

export type ReviewShare = { hits: number; of: number; low: number; high: number };

export type ReviewAccuracy = {
  articles: number;
  precision: ReviewShare | null;
  aside: ReviewShare | null;
  tags: { tag: string; precision: ReviewShare | null; recall: ReviewShare | null }[];
  regions: { region: string; right: ReviewShare | null }[];
};

export type Wrong = 'bukan' | 'wilayah' | 'jenis';

export type ReviewDesk = {
  queue: (viewer: Viewer) => ReviewQueue;
  article: (viewer: Viewer, id: string) => ReviewedArticle | null;
  submit: (
    viewer: Viewer,
    id: string,
    review: { version: number; said: Said[]; why: string; whole: boolean },
  ) => Result<{ n: number; version: number }, ReviewFault[]>;
  /** From the random sample alone, of the articles that the viewer may see. */
  accuracy: (viewer: Viewer) => ReviewAccuracy;
  /** Where the signed link of an alert leads; null where its signature or its day does not fit. */
  link: (parameters: URLSearchParams) => { article: string; wrong: Wrong } | null;
  /** The codes of the regions that a text may mean. */
  regionsCalled: (text: string) => string[];
};
