// Addresses still to be fetched and the pace so far → how long the rest takes, in seconds and in words.

export type Pace = {
  /** Addresses still to be fetched. */
  due: number;
  /** Requests of this run, for lists and for addresses, and the milliseconds they took, other rounds included. */
  requests: number;
  elapsedMs: number;
  /** Milliseconds between two requests to the host. */
  delayMs: number;
};

/** So many must have been sent before their pace is believed; until then the delay alone is counted. */
const ENOUGH = 20;

/** Seconds, rounded up. */
export function secondsLeft({ due, requests, elapsedMs, delayMs }: Pace): number {
  const each = requests >= ENOUGH ? Math.max(elapsedMs / requests, delayMs) : delayMs;
  return Math.ceil((due * each) / 1000);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Whole units of the largest kind that fits twice, rounded up: '2 days', '36 hours', 'a minute'. */
export function aboutSeconds(seconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => seconds >= 2 * size) ?? ['minute', 60];
  const count = Math.max(1, Math.ceil(seconds / length));
  return count === 1 ? `a ${unit}` : `${count} ${unit}s`;
}
