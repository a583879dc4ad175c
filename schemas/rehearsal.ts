// What a watch would have sent: the answer of a rehearsal, for the dashboard and for `watch rehearse --json`.
import { z } from 'zod';
import { Coverage, Decision } from './tag.ts';
import { Alert, AlertEvent, WatchEvent } from './watch.ts';

/** A change of the watch that was tried, and how many alerts it would spare. */
export const Hint = z.discriminatedUnion('change', [
  z.object({ change: z.literal('without-kind'), kind: Coverage, spares: z.int() }),
  z.object({ change: z.literal('without-event'), event: WatchEvent, spares: z.int() }),
  z.object({ change: z.literal('only-decision'), decision: Decision, spares: z.int() }),
  z.object({ change: z.literal('least-relevance'), relevance: z.number(), spares: z.int() }),
  z.object({ change: z.literal('without-copies'), spares: z.int() }),
]);
export type Hint = z.infer<typeof Hint>;

export const Rehearsal = z.object({
  days: z.int(),
  alerts: z.int(),
  stories: z.int(),
  /** The story with most alerts. */
  largest: z.object({ alerts: z.int(), title: z.string() }).nullable(),
  /** By the most telling event of each. */
  byEvent: z.partialRecord(AlertEvent, z.int()),
  /** Messages that one channel would have got, as they are paced. */
  messages: z.int(),
  /** Newest first. */
  list: z.array(Alert),
  /** What would narrow the watch, most first; [] where there is little to narrow. */
  hints: z.array(Hint),
});
export type Rehearsal = z.infer<typeof Rehearsal>;
