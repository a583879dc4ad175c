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

/** Pauses before the second and the third try. */
export const RETRY_DELAYS_MS: readonly number[] = [5_000, 25_000];

/**
 * When to try again after a failed try, in UTC ms; null when that was the last one or a repeat would give the
 * same. Never sooner than the server asked for.
 * @param attempts failed tries before this one
 */
export function retryAt(
  error: FetchError,
  attempts: number,
  nowMs: number,
  delays: readonly number[] = RETRY_DELAYS_MS,
): number | null {
  const delay = delays[attempts];
  if (delay === undefined || !isTransient(error)) return null;
  return nowMs + Math.max(delay, (error.retryAfter ?? 0) * 1000);
}
