// The rhythm of a site and the size of what it serves → an interval for its rounds, and the check 'cost'.
import { ok, warning, type Check, type Sample } from './report.ts';
import type { Way } from './way.ts';

const DAY_MINUTES = 1440;
/** Minutes between rounds that an entry is given. */
const INTERVALS = [15, 30, 60, 120, 240, 360];
const USUAL = 60;

/**
 * About one new article a round, and no round so late that the shortest list has dropped half of its entries;
 * hourly where no dates tell.
 */
export function intervalFor(perDay: number | null, ways: readonly Way[]): number {
  if (perDay === null || perDay <= 0) return USUAL;
  const shortest = Math.min(...ways.map(({ found }) => found.length), 100);
  const wanted = Math.min(DAY_MINUTES / perDay, (shortest / 2 / perDay) * DAY_MINUTES);
  return INTERVALS.findLast((minutes) => minutes <= wanted) ?? 15;
}

/** Requests a day from which some servers shut a reader out. */
const MANY = 1000;

export type CostTask = {
  ways: readonly Way[];
  samples: readonly Sample[];
  perDay: number | null;
  /** Minutes between rounds, seconds between requests. */
  interval: number;
  delay: number;
};

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;

function sayArticles(perDay: number | null): string {
  if (perDay === null) return 'an unknown number of articles';
  return perDay < 1 ? 'under one article' : `${Math.round(perDay)} articles`;
}

/** What a day of reading asks of the server at most; unchanged lists that answer 304 cost less. */
export function judgeCost({ ways, samples, perDay, interval, delay }: CostTask): Check {
  const name = 'cost';
  if (ways.length === 0) return ok(name, 'not known: nothing to read was found');
  const rounds = DAY_MINUTES / interval;
  const pages = samples.flatMap(({ page }) => (page === null ? [] : [page.body.length]));
  const mean = pages.reduce((sum, bytes) => sum + bytes, 0) / Math.max(1, pages.length);
  const articles = perDay ?? 0;
  const sum = (of: 'requests' | 'bytes'): number => ways.reduce((total, way) => total + way[of], 0);
  const requests = Math.ceil(rounds * sum('requests') + articles);
  const bytes = rounds * sum('bytes') + articles * mean;
  const reason = `a round every ${interval} min and ${sayArticles(perDay)} a day: at most ${requests} requests and ${size(bytes)} a day`;
  if (requests * delay > 86_400 / 2) {
    return warning(
      name,
      `${reason}, with ${delay} s between them`,
      'Raise interval:, or leave out a way in discover: that adds nothing.',
    );
  }
  if (requests > MANY)
    return warning(
      name,
      reason,
      'Raise interval:, or leave out a way in discover: that adds nothing.',
    );
  return ok(name, reason);
}
