// A failed fetch in; whether and when it is tried again out.
import type { FetchError, FetchErrorKind } from '../schemas/page.ts';

/** A server may ask for a day at most; more is read as a day. */
const MAX_RETRY_AFTER = 86_400;

/** Seconds that a Retry-After header asks for, given as seconds or as a date; undefined where it says nothing. */
export function retryAfter(header: string | undefined, nowMs: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text), MAX_RETRY_AFTER);
  // a date begins with its weekday; Date.parse would find a year in almost anything
  const seconds = /^[a-z]/i.test(text) ? Math.ceil((Date.parse(text) - nowMs) / 1000) : Number.NaN;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER);
}

const TRANSIENT = new Set<FetchErrorKind>(['timeout', 'reset', 'connect', 'dns', 'browser']);

/** Worth another try: the network, 408, 425, 429 and 5xx. */
export const isTransient = (error: FetchError): boolean =>
  TRANSIENT.has(error.kind) ||
  (error.kind === 'status' &&
    error.status !== undefined &&
    (error.status >= 500 || [408, 425, 429].includes(error.status)));

/** Pauses before the second and the third try, within a round. */
export const RETRY_DELAYS_MS: readonly number[] = [5_000, 25_000];

const HOUR = 3600 * 1000;
const DAY = 24 * HOUR;
/** Then the address rests, each time for longer, and is tried once after each rest: never forgotten. */
const RESTS_MS = [HOUR / 6, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];
/** Rests of what a repeat will hardly mend soon begin here: a refusal, a certificate that ran out. */
const FIRST_LONG_REST = 2;
/** A list may name an article before the server has it: asked for once more. */
const NOT_YET_MS = HOUR;

const isRefusal = ({ kind, status }: FetchError): boolean =>
  kind === 'tls' || status === 401 || status === 403;

export type Retry = {
  /** UTC ms. */
  at: number;
  /** The address has failed for now and ends as such; this try comes much later. */
  rest: boolean;
};

/**
 * When to try again after a failed try; null when a repeat would give the same. Never sooner than the server asked
 * for.
 * @param attempts failed tries before this one
 * @param fetched it was fetched before: then a 404 is no article that is not there yet
 */
export function retryAt(
  error: FetchError,
  { attempts, fetched }: { attempts: number; fetched: boolean },
  nowMs: number,
  delays: readonly number[] = RETRY_DELAYS_MS,
): Retry | null {
  const asked = (error.retryAfter ?? 0) * 1000;
  const after = (ms: number, rest: boolean): Retry => ({ at: nowMs + Math.max(ms, asked), rest });
  if (isTransient(error)) {
    const delay = delays[attempts];
    return delay === undefined
      ? after(restMs(attempts - delays.length), true)
      : after(delay, false);
  }
  if (isRefusal(error)) return after(restMs(FIRST_LONG_REST + attempts), true);
  return error.status === 404 && !fetched && attempts === 0 ? after(NOT_YET_MS, true) : null;
}

const restMs = (rests: number): number =>
  RESTS_MS[Math.min(Math.max(rests, 0), RESTS_MS.length - 1)] ?? DAY;
