// Changes of the archive → Elasticsearch, for as long as 'serve' runs.
import type { Projection } from '../projection.ts';
import { repeat } from './loop.ts';

/** Milliseconds between looks for changes to send. */
const EVERY = 5_000;

/** Elasticsearch that is down is asked again and again; what it missed waits behind its cursor. */
export async function keepSending(
  projection: Projection | null,
  signal: AbortSignal,
): Promise<void> {
  if (projection === null) return;
  await repeat(EVERY, signal, () => projection.project());
}
