// How a source stands, why where it is ill, and the alarms that an operator gets: what the assessment writes and readers show.
import { z } from 'zod';

/** Why a source brings nothing, or brings it badly. One alarm is raised for each, whatever the number of sources. */
export const HEALTH_CAUSES = [
  'worker', // our own crawler does not ask it
  'dns', // its name leads nowhere
  'tls', // its certificate or its TLS is refused
  'timeout', // it does not answer in time, or breaks off
  'server', // it answers with an error of its own (5xx)
  'refused', // 401, 403, 429, 451: it does not want us
  'wall', // a challenge, consent, login or pay wall in place of its pages
  'robots', // robots.txt forbids what we read, or cannot be read
  'moved', // its feed or its pages are gone, or lead to another host
  'parked', // the domain is for sale, the account suspended
  'hijacked', // its pages advertise gambling
  'shell', // its pages are empty without JavaScript
  'unreadable', // it answers, and nothing can be read from its lists or its pages
  'drift', // articles come, but a field is missing from them or their text has become short
  'stale', // its lists answer, and nothing new is in them
] as const;
export const HealthCause = z.enum(HEALTH_CAUSES);
export type HealthCause = z.infer<typeof HealthCause>;

export const SourceHealth = z.object({
  site: z.string(),
  /** When this was judged. */
  at: z.iso.datetime(),
  /**
   * learning: too little is known of its rhythm. well: as it should be. suspect: something is wrong, and the time is
   * not up. ill: an alarm stands.
   */
  state: z.enum(['learning', 'well', 'suspect', 'ill']),
  /** Null where it is well or learning. */
  cause: HealthCause.nullable(),
  /** Facts for the operator, in English: 'answers 403 since …'. Empty where there is nothing to say. */
  detail: z.string(),
  /** Since when it is suspect or ill. */
  since: z.iso.datetime().nullable(),
  /** When it last named something new; null if never. */
  lastNew: z.iso.datetime().nullable(),
  /** When it was last asked. */
  lastRound: z.iso.datetime().nullable(),
  /** Learnt: new articles in a usual week; null while learning. */
  perWeek: z.number().nullable(),
  /** If nothing new comes until then, an alarm is raised; null while learning. */
  deadline: z.iso.datetime().nullable(),
});
export type SourceHealth = z.infer<typeof SourceHealth>;

/** One alarm a cause: sources that fall ill of the same join it, and it closes when the last one is well. */
export const Alarm = z.object({
  id: z.int(),
  cause: HealthCause,
  openedAt: z.iso.datetime(),
  /** Null while it stands. */
  closedAt: z.iso.datetime().nullable(),
  /** Sources, worst first heard of first; those that recovered meanwhile are left out of an open one. */
  sites: z.array(z.string()),
});
export type Alarm = z.infer<typeof Alarm>;
