// A round that began or ended in; when the next one of the source is due, and why then, out.
import { createTask } from 'node-cron';
import { ZONE_MINUTES, zoneOf, type Zone } from '../schemas/region.ts';
import type { Site } from '../schemas/site.ts';
import { minutesToNext, type Rhythm } from './rhythm.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** The IANA zones of Indonesia's clocks; none has daylight saving. */
const TIME_ZONES = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
} as const satisfies Record<Zone, string>;

/** Where nothing is learnt yet. */
const USUAL_MINUTES = 60;
/** A source that does not answer is asked after this, then after twice, three times as long … and daily for ever. */
const REST_MINUTES = 30;

export type Plan = {
  /** UTC, ISO 8601. */
  nextDue: string;
  /** Minutes from the beginning of one round to that of the next. */
  every: number;
  why: 'interval' | 'rhythm' | 'cron' | 'election' | 'resting';
  failures: number;
};

export type PlanTask = {
  site: Site;
  /** UTC ms at which the round began, and now. */
  startedAt: number;
  now: number;
  /** Rounds in a row in which no source of addresses answered, this one included. */
  failures: number;
  rhythm: Omit<Rhythm, 'zone'>;
  /** Longest interval that a rule of the election calendar leaves; null where none holds. */
  electionMinutes: number | null;
  /** UTC ms until which its host asked to be left alone. */
  heldUntil: number;
};

/** Shortest and longest minutes between rounds that the entry allows. */
export const boundsOf = ({ interval }: Pick<Site, 'interval'>): { min: number; max: number } =>
  typeof interval === 'number' ? { min: interval, max: interval } : interval;

type Pace = Pick<Plan, 'every' | 'why'>;

/** When the next round of the site is due: from the beginning of this one, and never while its host is to be left alone. */
export function planRound(task: PlanTask): Plan {
  const { site, startedAt, now, failures, heldUntil } = task;
  const { every, why } = paceOf(task);
  const at = Math.max(startedAt + every * MINUTE, now, heldUntil);
  if (failures === 0 && site.cron !== undefined) {
    const next = nextCron(site.cron, zoneOf(site.region), Math.max(startedAt, heldUntil));
    const minutes = Math.round((next - startedAt) / MINUTE);
    return { nextDue: iso(Math.max(next, now)), every: minutes, why: 'cron', failures };
  }
  return { nextDue: iso(at), every, why, failures };
}

const iso = (ms: number): string => new Date(ms).toISOString();

function paceOf(task: PlanTask): Pace {
  const { failures, electionMinutes } = task;
  if (failures > 0) {
    return { every: Math.min(failures * REST_MINUTES, DAY_MINUTES), why: 'resting' };
  }
  const pace = usualPace(task);
  return electionMinutes !== null && electionMinutes < pace.every
    ? { every: electionMinutes, why: 'election' }
    : pace;
}

function usualPace({ site, startedAt, rhythm }: PlanTask): Pace {
  const { min, max } = boundsOf(site);
  if (min === max) return { every: min, why: 'interval' };
  const zone = ZONE_MINUTES[zoneOf(site.region)];
  const learnt = minutesToNext({ ...rhythm, zone }, startedAt, max);
  const within = (minutes: number): number => Math.min(Math.max(minutes, min), max);
  return learnt === null
    ? { every: within(USUAL_MINUTES), why: 'interval' }
    : { every: within(learnt), why: 'rhythm' };
}

/** No expression that names any day names none for longer, but for 29 February. */
const LOOK_AHEAD_DAYS = 366;

/** The first minute after `fromMs` that the expression names on the clock of that zone; a year later where it names none. */
export function nextCron(expression: string, zone: Zone, fromMs: number): number {
  const [, hours = '*', ...days] = expression.trim().split(/\s+/);
  const task = (...fields: string[]): TaskOf =>
    createTask(fields.join(' '), () => undefined, { timezone: TIME_ZONES[zone] });
  // whole days and hours that are not named are stepped over: asking for each minute of a month takes a second
  const [minute, hour, day] = [
    task(expression),
    task('*', hours, ...days),
    task('*', '*', ...days),
  ];
  const offset = ZONE_MINUTES[zone] * MINUTE;
  const nextWhole = (at: number, unit: number): number =>
    (Math.floor((at + offset) / unit) + 1) * unit - offset;
  const last = fromMs + LOOK_AHEAD_DAYS * DAY_MINUTES * MINUTE;
  let at = nextWhole(fromMs, MINUTE);
  while (at < last && !minute.match(new Date(at))) {
    const unit = !day.match(new Date(at)) ? DAY_MINUTES : hour.match(new Date(at)) ? 1 : 60;
    at = nextWhole(at, unit * MINUTE);
  }
  for (const each of [minute, hour, day]) void each.destroy();
  return Math.min(at, last);
}

type TaskOf = ReturnType<typeof createTask>;
