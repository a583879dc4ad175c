// What a person says of the tags of an article: each review is an event that is added and never changed.
import { z } from 'zod';
import { Tags } from './tag.ts';

/** The words that a judgement rests on; `quote` equals the field's text from start to end, in UTF-16 units. */
export const ReviewSpan = z.strictObject({
  field: z.enum(['title', 'text']),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string().min(1),
});
export type ReviewSpan = z.infer<typeof ReviewSpan>;

/** Whether a tag, written as reasons write it ('coverage:dugaan'), holds. */
export const Judgement = z.strictObject({
  tag: z.string(),
  holds: z.boolean(),
  span: ReviewSpan.nullable(),
});
export type Judgement = z.infer<typeof Judgement>;

/** Shares of the random sample: what the tagger showed, and what it put aside. */
export const SampleShare = z.enum(['seen', 'irrelevant']);
export type SampleShare = z.infer<typeof SampleShare>;

export const Review = z.object({
  /** Counts up. */
  n: z.int(),
  article: z.string(),
  /** Version of the article that was looked at. */
  version: z.int(),
  /** UTC, ISO 8601. */
  at: z.string(),
  /** Null where nobody had to sign in. */
  who: z.string().nullable(),
  why: z.string(),
  /** Every tag was looked at: what is not named is as the tagger says. */
  whole: z.boolean(),
  /** Null where the random sample had not drawn the article. */
  sample: SampleShare.nullable(),
  judgements: z.array(Judgement),
  /** What the tagger had said: the names of its tags, and 'decision:…'. */
  tagger: z.array(z.string()),
  code: z.string(),
  knowledge: z.string(),
});
export type Review = z.infer<typeof Review>;

/** What the tagger itself says of a reviewed article, and by which versions. */
export const TaggerReading = z.object({ tags: Tags, code: z.string(), knowledge: z.string() });
export type TaggerReading = z.infer<typeof TaggerReading>;
