// A backfill under way → how much of it is left and for how long: on the terminal each second, else a line of the log each minute.
import { hostKey } from '../pipeline/normalise/url.ts';
import type { BackfillList } from '../archive/backfills.ts';
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

/** Pages of lists that this run has read, and how many lists are read to their end. */
type Lists = { pages: number; done: number; of: number };

export type BackfillProgress = {
  left: () => Left;
  show: () => void;
  /** A page of a list was read; how all of them stand. */
  listed: (lists: readonly BackfillList[]) => void;
  stop: () => void;
};

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
  const lists: Lists = { pages: 0, done: 0, of: 0 };
  const left = (): Left => {
    const { found, due, fetched } = fetchedOf();
    const delayMs = Math.max(site.delay * 1000, archive.pace(host).delayMs);
    const requests = fetched - before + lists.pages;
    const pace = { due, requests, elapsedMs: Date.now() - startedAt, delayMs };
    return { found, due, secondsLeft: secondsLeft(pace) };
  };
  const bar = showProgress(`${site.id}: addresses fetched`, 0);
  const show = (): void => {
    const { found, due, secondsLeft: seconds } = left();
    const note = `about ${aboutSeconds(seconds)} left`;
    bar.update(found - due, found, lists.done < lists.of ? sayLists(lists) : note);
  };
  const say = (): void => log('info', 'backfill.progress', { site: site.id, ...left(), lists });
  const seen = process.stderr.isTTY
    ? setInterval(show, SHOWN_EVERY)
    : setInterval(say, LOGGED_EVERY);
  seen.unref();
  return {
    left,
    show,
    listed: (stand) => {
      lists.pages += 1;
      lists.of = stand.length;
      lists.done = stand.filter(({ done }) => done).length;
      show();
      // a sign of life at once
      if (lists.pages === 1 && !process.stderr.isTTY) say();
    },
    stop: () => {
      clearInterval(seen);
      bar.stop();
    },
  };
}

/** Until the lists are read nobody knows how many addresses there are. */
const sayLists = ({ pages, done, of }: Lists): string =>
  `reading lists: ${pages} ${pages === 1 ? 'page' : 'pages'}, ${done} of ${of} lists done`;
