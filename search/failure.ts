// What the client throws → why Elasticsearch did not do it, in words, and whether trying again soon may help.
import { errors } from '@elastic/elasticsearch';

export type Failure = {
  reason: string;
  /** Busy, starting, out of reach for a moment. */
  passing: boolean;
  /** HTTP status; null where there was no answer. */
  status: number | null;
  /** Milliseconds that the server asked to wait (Retry-After). */
  retryAfter: number | null;
};

const BUSY = new Set([408, 429, 500, 502, 503, 504]);

const NEXT_STEP: Record<number, string> = {
  401: ' (is ELASTICSEARCH_API_KEY set and right?)',
  403: ' (the API key needs the privileges manage and write on these indices)',
};

/** Rethrows what is neither the server's nor the network's fault. */
export function toFailure(error: unknown): Failure {
  if (error instanceof errors.ResponseError) {
    const status = error.statusCode ?? 0;
    const seconds = Number(error.headers?.['retry-after']);
    return {
      reason: `Elasticsearch answered ${status}: ${error.message}${NEXT_STEP[status] ?? ''}`,
      passing: BUSY.has(status),
      status,
      retryAfter: Number.isFinite(seconds) ? seconds * 1000 : null,
    };
  }
  if (error instanceof errors.RequestAbortedError)
    return { reason: 'stopped', passing: false, status: null, retryAfter: null };
  const unreachable =
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError ||
    error instanceof errors.DeserializationError ||
    error instanceof errors.ProductNotSupportedError;
  if (!unreachable) throw error;
  const reason = `Elasticsearch does not answer: ${error.message}`;
  return { reason, passing: true, status: null, retryAfter: null };
}
