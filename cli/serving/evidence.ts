// What is new → evidence, for as long as 'serve' runs.
import type { Crawler } from '../../crawlers/crawl.ts';
import type { Site } from '../../schemas/site.ts';
import type { Workplace } from '../deps.ts';
import { openProofOrSay } from '../proving/open.ts';
import { repeat } from './loop.ts';

/** Milliseconds between looks for changes, and for pages to draw or a log to stamp. */
const EVERY = 2_000;
const SLOW_EVERY = 5_000;

/** Entries are made at once; drawing and stamping wait for others and do not hold them up. A missing key ends it, and is logged. */
export async function keepProving(
  workplace: Workplace,
  crawler: Crawler,
  sites: readonly Site[],
  signal: AbortSignal,
): Promise<void> {
  const proof = openProofOrSay(workplace, crawler, sites);
  if (proof === null) return;
  await Promise.all([
    repeat(EVERY, signal, () => proof.capture(signal)),
    repeat(SLOW_EVERY, signal, () => proof.draw(signal)),
    repeat(SLOW_EVERY, signal, () => proof.stamp(signal)),
  ]);
}
