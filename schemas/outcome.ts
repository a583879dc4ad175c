// The one ending of each page: kept, skipped with a reason, or failed at a stage.
import { z } from 'zod';

export const SKIP_REASONS = [
  'robots', // robots.txt forbids the address
  'no-browser', // the page needs JavaScript and this machine has no Chromium
  'alias', // another address of an article that has its own entry (AMP, redirect, rel=canonical)
  'part', // page 2 … n of an article, joined to its first page
  'not-article', // a section, tag or home page
  'no-text', // an article page without a readable body
  'blocked', // a challenge, consent, login or pay wall
  'soft-404', // the answer is 200 and the page says that it is not there, or broken
  'parked', // the domain is for sale, the account suspended
  'hijacked', // the page advertises gambling
  'shell', // an empty page that scripts would fill
] as const;
export const SkipReason = z.enum(SKIP_REASONS);
export type SkipReason = z.infer<typeof SkipReason>;

export const Stage = z.enum(['fetch', 'extract', 'normalise', 'tag', 'save']);
export type Stage = z.infer<typeof Stage>;

export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kept'), article: z.string() }),
  z.object({ kind: z.literal('skipped'), reason: SkipReason, detail: z.string().optional() }),
  z.object({
    kind: z.literal('failed'),
    stage: Stage,
    reason: z.string(),
    detail: z.string().optional(),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;
