// Reviews that the tests are about: whole, what a test says on top.
import type { Judgement, Review } from '../../../schemas/review.ts';
import { AT } from '../../archive/make.ts';

export const judged = (tag: string, holds = true): Judgement => ({ tag, holds, span: null });

export const review = (n: number, judgements: Judgement[], more: Partial<Review> = {}): Review => ({
  n,
  article: 'a1',
  version: 1,
  at: AT,
  who: 'siti',
  why: 'karena',
  whole: false,
  sample: null,
  judgements,
  tagger: [],
  code: 'c',
  knowledge: 'k',
  ...more,
});
