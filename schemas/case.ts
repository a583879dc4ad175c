// A case: what a desk gathers on one matter, and how far it has come through the institutions.
import { z } from 'zod';
import { RegionCode } from './region.ts';

/** The way of a case, in order. */
export const CaseState = z.enum([
  'informasi-awal',
  'penelusuran',
  'kajian',
  'bkn',
  'putusan',
  'selesai',
]);
export type CaseState = z.infer<typeof CaseState>;

export const Case = z.object({
  n: z.int(),
  title: z.string(),
  /** Main regions of its articles: who is limited to others does not see it. */
  regions: z.array(RegionCode),
  state: CaseState,
  /** 'YYYY-MM-DD': when it is to be looked at next. */
  nextDate: z.iso.date().nullable(),
  /** UTC, ISO 8601. */
  openedAt: z.string(),
  openedBy: z.string().nullable(),
});
export type Case = z.infer<typeof Case>;

/** `story`: with whatever groups with the article, also later. */
export const CaseItem = z.object({
  article: z.string(),
  story: z.boolean(),
  addedAt: z.string(),
  addedBy: z.string().nullable(),
});
export type CaseItem = z.infer<typeof CaseItem>;

export const CaseEvent = z.object({
  n: z.int(),
  at: z.string(),
  who: z.string().nullable(),
  kind: z.enum(['opened', 'moved', 'noted', 'dated', 'added']),
  /** The state moved to, the note, the date, the id of the article; after a state, a space and why. */
  text: z.string(),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
