// What is wrong with a request → application/problem+json (RFC 9457): the input, the reason, the next step.
import type { Problem } from './answers.ts';

export type Fault = { input: string; reason: string; next: string };
export type Failed = { status: 400 | 404 | 429 | 500; faults: Fault[]; retryAfter?: number };

const TITLES: Record<Failed['status'], string> = {
  400: 'The question was not understood',
  404: 'There is no such thing',
  429: 'Too many questions',
  500: 'The question could not be answered',
};

export const failed = (
  status: Failed['status'],
  input: string,
  reason: string,
  next: string,
): Failed => ({ status, faults: [{ input, reason, next }] });

export function problem({ status, faults, retryAfter }: Failed, instance: string): Response {
  const body: Problem = {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: faults.map(({ input, reason, next }) => `${input}: ${reason}. ${next}.`).join(' '),
    instance,
    problems: faults,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  });
}
