// Printed times and their UTC → the check 'clock': is the site's clock set, and to the zone of its region?
import type { Site } from '../../schemas/site.ts';
import { zoneMinutes } from '../discover/dates.ts';
import { ok, warning, type Check, type Sample } from './report.ts';

const clockText = (minutes: number): string => {
  const hours = Math.abs(minutes) / 60;
  return `UTC${minutes < 0 ? '-' : '+'}${hours}`;
};

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Differences below this are editing, not clocks. */
const NOTABLE_MINUTES = 45;

/**
 * WordPress gives each post on the site's clock and in UTC: equal, the clock was never set. Elsewhere the date on the
 * page is held against that of the feed or sitemap.
 * @param offsets minutes between the two, one a post; [] without WordPress
 * @param region of the entry, or the likely one
 */
export function judgeClock(
  offsets: readonly number[],
  samples: readonly Sample[],
  region: Site['region'],
): Check {
  const name = 'clock';
  const own = zoneMinutes(region);
  if (offsets.length > 0) {
    const unset = offsets.filter((minutes) => minutes === 0).length;
    if (unset * 2 > offsets.length) {
      return warning(
        name,
        `date equals date_gmt in ${unset} of ${offsets.length} posts: the site's clock is unset`,
        `Printed times are UTC or wrong by ${own / 60} h. Compare the newest article with a clock and write what you find into notes:.`,
      );
    }
    const offset = median([...offsets]);
    if (offset === own || region === null) return ok(name, `WordPress shows ${clockText(offset)}`);
    return warning(
      name,
      `WordPress shows ${clockText(offset)}, the region keeps ${clockText(own)}`,
      'Is the region right? If so, the offset of the site is kept with each date; nothing to write.',
    );
  }
  const gaps = samples.flatMap(gapOf);
  if (gaps.length === 0)
    return ok(name, 'not tested: no WordPress, and no list that dates the samples');
  const gap = median(gaps);
  if (Math.abs(gap) < NOTABLE_MINUTES)
    return ok(name, `pages and lists agree at ${gaps.length} samples`);
  return warning(
    name,
    `pages are ${Math.round(Math.abs(gap) / 60)} h ${gap > 0 ? 'behind' : 'ahead of'} the lists that name them`,
    'Look at the time that an article prints: the one that agrees with it is right. Write it into notes:.',
  );
}

/** Minutes from the page's own date to that of the list; [] where either has no time of day. */
function gapOf({ published, hints }: Sample): number[] {
  const listed = hints.published;
  if (published === null || listed === null || !listed.includes('T')) return [];
  if (published.precision !== 'minute' || /^(?:feed|sitemap|last-modified)$/.test(published.basis))
    return [];
  const gap = Math.round((Date.parse(listed) - Date.parse(published.at)) / 60_000);
  // whole zones only: a day and more is an edit or another date
  return Number.isNaN(gap) || Math.abs(gap) > 14 * 60 ? [] : [gap];
}
