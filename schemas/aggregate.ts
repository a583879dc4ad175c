// What articles are counted by, and what is counted.
import { z } from 'zod';

export const Grouping = z.enum([
  'day',
  'week',
  'month',
  'year',
  'primary',
  'province',
  'region',
  'election',
  'stage',
  'coverage',
  'decision',
  'advertorial',
  'site',
  'outlet',
  'actor',
  'violation',
  'institution',
]);
export type Grouping = z.infer<typeof Grouping>;

export const TimeGrouping = z.enum(['day', 'week', 'month', 'year']);
export type TimeGrouping = z.infer<typeof TimeGrouping>;

export const Counts = z.object({
  articles: z.int(),
  texts: z.int().describe('distinct texts: copies count once'),
  stories: z.int().describe('distinct stories: texts that tell the same count once'),
  outlets: z.int().describe('distinct outlets'),
});
export type Counts = z.infer<typeof Counts>;

export const AggregateRow = Counts.extend({ key: z.string() });
export type AggregateRow = z.infer<typeof AggregateRow>;
