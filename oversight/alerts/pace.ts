// A watch and the moment of its oldest alert in; the moment at which a message is due out. Pure.
import { ZONE_MINUTES } from '../../schemas/region.ts';
import { DAYS, type Watch, minutesOf } from '../../schemas/watch.ts';

type Pace = Pick<Watch, 'pace' | 'at' | 'day' | 'quiet' | 'zone'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 1 January 1970 was a Thursday: the index of that day in DAYS. */
const EPOCH_DAY = 3;

/** When the alerts that wait since `since` are sent, both in milliseconds since 1970. */
export function dueAt(watch: Pace, since: number): number {
  // Indonesia has no summer time: local time is UTC and a fixed number of minutes.
  const offset = ZONE_MINUTES[watch.zone] * MINUTE;
  return afterQuiet(watch, gathered(watch, since + offset)) - offset;
}

/** All in local milliseconds from here on. */
function gathered({ pace, at, day }: Pace, since: number): number {
  switch (pace) {
    case 'at-once':
      return since;
    case 'hourly':
      return nextMark(since, HOUR, 0);
    case 'daily':
      return nextMark(since, DAY, minutesOf(at) * MINUTE);
    case 'weekly': {
      const days = (DAYS.indexOf(day) - EPOCH_DAY + DAYS.length) % DAYS.length;
      return nextMark(since, DAYS.length * DAY, days * DAY + minutesOf(at) * MINUTE);
    }
    default:
      return pace satisfies never;
  }
}

/** The first moment after `since` that is `start` and a whole number of `every`. */
const nextMark = (since: number, every: number, start: number): number =>
  start + (Math.floor((since - start) / every) + 1) * every;

/** The end of the quiet hours where `moment` lies in them; they may go over midnight. */
function afterQuiet({ quiet }: Pace, moment: number): number {
  if (quiet === null) return moment;
  const [from, to] = [minutesOf(quiet.from) * MINUTE, minutesOf(quiet.to) * MINUTE];
  const midnight = Math.floor(moment / DAY) * DAY;
  const time = moment - midnight;
  if (from <= to) return time >= from && time < to ? midnight + to : moment;
  if (time >= from) return midnight + DAY + to;
  return time < to ? midnight + to : moment;
}
