// The source list and a clock in; which sources are due, minute by minute, out. Nothing is remembered here.
import { createTask, schedule } from 'node-cron';
import { zoneOf, type Zone } from '../schemas/region.ts';
import type { Site } from '../schemas/site.ts';

const MINUTE = 60_000;
/** A missed cron moment is caught up once, within this time. */
const LOOK_BACK = 24 * 60 * MINUTE;

/** The IANA zones of Indonesia's clocks; none has daylight saving. */
const TIME_ZONES = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
} as const satisfies Record<Zone, string>;

/** True where the expression names a minute after `fromMs` and up to `toMs`, on the clock of that zone. */
function cronMet(expression: string, zone: Zone, fromMs: number, toMs: number): boolean {
  const task = createTask(expression, () => undefined, { timezone: TIME_ZONES[zone] });
  try {
    const first = Math.floor(Math.max(fromMs, toMs - LOOK_BACK) / MINUTE) * MINUTE + MINUTE;
    for (let at = first; at <= toMs; at += MINUTE) if (task.match(new Date(at))) return true;
    return false;
  } finally {
    void task.destroy();
  }
}

/**
 * True where the site's next round should begin: `interval` minutes after the last one began, or, with a cron
 * expression, when it named a minute since then in the site's own zone. A site never read is due.
 * @param startedAt UTC, ISO 8601; when its last round began
 */
export function isDue(site: Site, startedAt: string | null, nowMs: number): boolean {
  if (startedAt === null) return true;
  const last = Date.parse(startedAt);
  if (site.cron !== undefined) return cronMet(site.cron, zoneOf(site.region), last, nowMs);
  return nowMs - last >= site.interval * MINUTE;
}

export type ScheduleParts = {
  sites: readonly Site[];
  /** When the site's last round began, from the archive; null where it was never read. */
  startedAt: (site: string) => string | null;
  /** UTC milliseconds. */
  now: () => number;
  /** Runs one round of one site. What it throws is a bug and reaches the process. */
  run: (site: Site) => Promise<void>;
};

export type Scheduler = {
  /** Starts the rounds that are due; a site whose round still runs is left out. Called each minute. */
  tick: () => void;
  /** Ends the ticking and waits for the rounds that run. */
  stop: () => Promise<void>;
};

/** Ticks at once and then each minute. */
export function startSchedule({ sites, startedAt, now, run }: ScheduleParts): Scheduler {
  const running = new Map<string, Promise<void>>();
  const tick = (): void => {
    for (const site of sites) {
      if (running.has(site.id) || !isDue(site, startedAt(site.id), now())) continue;
      running.set(
        site.id,
        run(site).finally(() => running.delete(site.id)),
      );
    }
  };
  const task = schedule('* * * * *', tick);
  tick();
  return {
    tick,
    stop: async () => {
      await task.destroy();
      await Promise.allSettled(running.values());
    },
  };
}
