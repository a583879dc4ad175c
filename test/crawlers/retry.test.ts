// Retry-After, and when an address that failed is tried again.
import { describe, expect, test } from 'vitest';
import { retryAfter, retryAt } from '../../crawlers/retry.ts';
import type { FetchError } from '../../schemas/page.ts';

const NOON = Date.parse('2024-11-05T05:00:00Z');

test.for([
  ['120', 120],
  [' 5 ', 5],
  ['0', 0],
  ['999999999', 86_400],
  ['Tue, 05 Nov 2024 05:02:00 GMT', 120],
  ['Tue, 05 Nov 2024 04:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('Retry-After %s is %s s', ([header, seconds]) => {
  expect(retryAfter(header, NOON)).toBe(seconds);
});

describe('another try', () => {
  const status = (code: number, retryAfterS?: number): FetchError => ({
    kind: 'status',
    status: code,
    detail: '',
    ...(retryAfterS !== undefined && { retryAfter: retryAfterS }),
  });
  const timeout: FetchError = { kind: 'timeout', detail: '' };
  const [HOUR, DAY] = [3_600_000, 86_400_000];
  test.for<{
    name: string;
    error: FetchError;
    attempts?: number;
    fetched?: boolean;
    after: number | null;
    rest?: boolean;
  }>([
    { name: 'a timeout, first', error: timeout, after: 5000 },
    { name: 'a timeout, second', error: timeout, attempts: 1, after: 25_000 },
    {
      name: 'a timeout, third: it rests',
      error: timeout,
      attempts: 2,
      after: HOUR / 6,
      rest: true,
    },
    { name: 'then for longer', error: timeout, attempts: 4, after: 6 * HOUR, rest: true },
    { name: 'and is never forgotten', error: timeout, attempts: 99, after: 30 * DAY, rest: true },
    { name: '500', error: status(500), after: 5000 },
    { name: '429', error: status(429), after: 5000 },
    { name: '503 with Retry-After', error: status(503, 120), after: 120_000 },
    { name: 'a new 404, once more', error: status(404), after: HOUR, rest: true },
    { name: '404 again', error: status(404), attempts: 1, after: null },
    { name: '404 of what was there', error: status(404), fetched: true, after: null },
    { name: '410', error: status(410), after: null },
    { name: '403', error: status(403), after: 6 * HOUR, rest: true },
    { name: 'tls', error: { kind: 'tls', detail: '' }, after: 6 * HOUR, rest: true },
    { name: 'too-large', error: { kind: 'too-large', detail: '' }, after: null },
  ])('$name: after $after ms', ({ error, attempts = 0, fetched = false, after, rest = false }) => {
    const expected = after === null ? null : { at: NOON + after, rest };
    expect(retryAt(error, { attempts, fetched }, NOON)).toEqual(expected);
  });
});
