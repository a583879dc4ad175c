// The address of a time-stamp service → who asks it over HTTP (RFC 3161 §3.4).
import type { AskService } from '../../oversight/evidence/ports.ts';
import { fail, ok } from '../../schemas/result.ts';

const WITHIN_MS = 20_000;
/** A response with its certificates takes some kilobytes. */
const MOST_BYTES = 256 * 1024;

export const askTimestampService =
  (url: string, signal?: AbortSignal): AskService =>
  async (request) => {
    const limit = AbortSignal.timeout(WITHIN_MS);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/timestamp-query',
          accept: 'application/timestamp-reply',
        },
        body: new Uint8Array(request),
        redirect: 'error',
        signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
      });
      if (response.status !== 200) return fail(`HTTP ${response.status}`);
      const parts: Uint8Array[] = [];
      let bytes = 0;
      for await (const part of response.body ?? []) {
        bytes += part.length;
        if (bytes > MOST_BYTES) return fail(`an answer of more than ${MOST_BYTES} bytes`);
        parts.push(part);
      }
      return ok(Buffer.concat(parts));
    } catch (error) {
      // whoever stops the process has not learnt anything about the service
      if (signal?.aborted === true) throw error;
      return fail(reasonOf(error));
    }
  };

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${WITHIN_MS / 1000} s`;
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
