// Sources and alarms judged again and again, and a sign of life, for as long as 'serve' runs.
import type { Site } from '../../schemas/site.ts';
import { type Workplace, nowText } from '../deps.ts';
import { refreshHealth } from '../health.ts';
import { repeat } from './loop.ts';

/** Milliseconds between signs of life, and between judgements. */
const BEAT_EVERY = 30_000;
const JUDGE_EVERY = 5 * 60_000;

export async function keepHealth(
  workplace: Workplace,
  sites: readonly Site[],
  signal: AbortSignal,
): Promise<void> {
  let judgedAt = -Infinity;
  await repeat(BEAT_EVERY, signal, () => {
    workplace.archive.health.beat('serve', nowText());
    const now = Date.now();
    if (now - judgedAt >= JUDGE_EVERY) {
      refreshHealth(workplace, sites, { all: true, now });
      judgedAt = now;
    }
  });
}
