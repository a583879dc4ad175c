// Which article of the press behaves badly, and how: the same ones in each run, so that an account can be checked.

export type Fault =
  /** 404, always. */
  | 'gone'
  /** 500, always. */
  | 'broken'
  /** 503 at the first request, then well. */
  | 'flaky'
  /** The connection is reset at the first request. */
  | 'reset'
  /** The body ends early at the first request. */
  | 'cut'
  /** Sent on to the article before it. */
  | 'moved'
  /** robots.txt forbids it. */
  | 'forbidden';

/** Of a thousand articles. */
const SHARES: [Fault, number][] = [
  ['gone', 10],
  ['broken', 5],
  ['flaky', 20],
  ['reset', 10],
  ['cut', 10],
  ['moved', 10],
  ['forbidden', 5],
];

/** `host` and `article` count from 1; the first article of a host is always well. */
export function faultOf(host: number, article: number): Fault | null {
  if (article === 1) return null;
  let draw = Math.imul(host * 7919 + article, 0x9e_37_79_b1) >>> 0;
  draw = ((draw ^ (draw >>> 15)) >>> 0) % 1000;
  for (const [fault, share] of SHARES) {
    if (draw < share) return fault;
    draw -= share;
  }
  return null;
}

/** Faults that a second try mends. */
export const PASSING: ReadonlySet<Fault> = new Set(['flaky', 'reset', 'cut']);
