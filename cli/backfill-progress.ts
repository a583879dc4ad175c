// A backfill under way → how much of it is left and for how long: on the terminal each second, else a line of the log each minute.
import { hostKey } from '../pipeline/normalise/url.ts';
import type { Site } from '../schemas/site.ts';
import type { Workplace } from './deps.ts';
import { showProgress } from './progress.ts';
import { aboutSeconds, secondsLeft } from './time-left.ts';

export type Left = {
  /** Addresses that backfills of the source found, and those of them still to be fetched. */
  found: number;
  due: number;
  secondsLeft: number;
};

export type BackfillProgress = { left: () => Left; show: () => void; stop: () => void };

const SHOWN_EVERY = 1000;
const LOGGED_EVERY = 60_000;

export function trackBackfill({ archive, log }: Workplace, site: Site): BackfillProgress {
  const startedAt = Date.now();
  const host = hostKey(new URL(site.home));
  const fetchedOf = (): { found: number; due: number; fetched: number } => {
    const { found, due } = archive.backfillLeft(site.id);
    return { found, due, fetched: found - due };
  };
  const before = fetchedOf().fetched;
  const left = (): Left => {
    const { found, due, fetched } = fetchedOf();
    const delayMs = Math.max(site.delay * 1000, archive.pace(host).delayMs);
    const pace = { due, fetched: fetched - before, elapsedMs: Date.now() - startedAt, delayMs };
    return { found, due, secondsLeft: secondsLeft(pace) };
  };
  const bar = showProgress(`${site.id}: addresses fetched`, 0);
  const show = (): void => {
    const { found, due, secondsLeft: seconds } = left();
    bar.update(found - due, found, `about ${aboutSeconds(seconds)} left`);
  };
  const seen = process.stderr.isTTY
    ? setInterval(show, SHOWN_EVERY)
    : setInterval(() => {
        log('info', 'backfill.progress', { site: site.id, ...left() });
      }, LOGGED_EVERY);
  seen.unref();
  return {
    left,
    show,
    stop: () => {
      clearInterval(seen);
      bar.stop();
    },
  };
}
