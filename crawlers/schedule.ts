// The source list, the plans in the archive and a clock in; rounds of sources whose turn has come out, minute by minute.
import { schedule } from 'node-cron';
import type { Log } from '../schemas/log.ts';
import type { Site } from '../schemas/site.ts';
import type { Holder } from './pace.ts';

const MINUTE = 60_000;

/** What the archive holds of a source's turn; all null where it was never read. */
export type Turn = {
  nextDue: string | null;
  /** Minutes between rounds. */
  every: number | null;
  holder: string | null;
  heldSince: string | null;
  /** The lease of the holder runs out then. */
  until: string | null;
};

/** `round`: the source's lists are read. `visits`: only addresses that are due already. */
export type Purpose = 'round' | 'visits';

export type ScheduleParts = {
  sites: readonly Site[];
  ledger: {
    scheduleOf(site: string): Turn | null;
    /** A round fell due while one was running: counted, and due again at `nextDue`. */
    overlapped(site: string, nextDue: string): void;
    /** Moment at which the next address falls due, re-visits included; null if none waits. */
    nextVisit(site: string): string | null;
  };
  /** UTC milliseconds. */
  now: () => number;
  holder: Holder;
  log: Log;
  /**
   * Runs one round of one site; `nextDue` is what made it due. What it throws is a bug and reaches the process.
   */
  run: (site: Site, purpose: Purpose, nextDue: string | null) => Promise<void>;
};

export type Scheduler = {
  /** Starts the rounds that are due; a site that is being read is left out. Called each minute. */
  tick: () => void;
  /** Ends the ticking and waits for the rounds that run. */
  stop: () => Promise<void>;
};

export type Verdict =
  /** Nothing to do. */
  | { do: 'wait' }
  /** `missed`: rounds that fell due since and were not run: they are caught up by this one. */
  | { do: 'round'; missed: number }
  | { do: 'visits' }
  /** Due, but being read still. */
  | { do: 'overlap' };

/** What is to be done for a source now. A lease that ran out was a process that died: its round is begun again. */
export function judgeTurn(
  turn: Turn | null,
  { now, isDead, running }: { now: number; isDead?: Holder['isDead']; running: boolean },
): Verdict {
  const due = turn === null || turn.nextDue === null || Date.parse(turn.nextDue) <= now;
  const held = turn !== null && turn.holder !== null && isAlive(turn, now, isDead);
  const broken = turn !== null && turn.holder !== null && !held && !running;
  if (running || held) {
    return due && turn !== null && turn.nextDue !== null ? { do: 'overlap' } : { do: 'wait' };
  }
  if (!due && !broken) return { do: 'visits' };
  const late = turn === null || turn.nextDue === null ? 0 : now - Date.parse(turn.nextDue);
  const every = (turn?.every ?? 0) * MINUTE;
  return { do: 'round', missed: every > 0 && late > 0 ? Math.floor(late / every) : 0 };
}

const isAlive = ({ holder, until }: Turn, now: number, isDead: Holder['isDead']): boolean =>
  until !== null && Date.parse(until) > now && isDead?.(holder ?? '') !== true;

/** Ticks at once and then each minute. */
export function startSchedule(parts: ScheduleParts): Scheduler {
  const { sites, ledger, now, holder, log, run } = parts;
  const running = new Map<string, Promise<void>>();
  const start = (site: Site, purpose: Purpose, nextDue: string | null): void => {
    const end = run(site, purpose, nextDue).finally(() => running.delete(site.id));
    running.set(site.id, end);
  };
  const look = (site: Site): void => {
    const turn = ledger.scheduleOf(site.id);
    const at = now();
    const facts = { now: at, isDead: holder.isDead, running: running.has(site.id) };
    const verdict = judgeTurn(turn, facts);
    if (verdict.do === 'overlap') {
      const every = (turn?.every ?? 0) * MINUTE;
      ledger.overlapped(site.id, new Date(at + Math.max(every, MINUTE)).toISOString());
      log('warn', 'schedule.overlap', { site: site.id, since: turn?.heldSince, by: turn?.holder });
    } else if (verdict.do === 'round') {
      const { missed } = verdict;
      if (missed > 0) log('warn', 'schedule.late', { site: site.id, due: turn?.nextDue, missed });
      start(site, 'round', turn?.nextDue ?? null);
    } else if (verdict.do === 'visits') {
      const next = ledger.nextVisit(site.id);
      if (next !== null && Date.parse(next) <= at) start(site, 'visits', turn?.nextDue ?? null);
    }
  };
  const tick = (): void => {
    for (const site of sites) look(site);
  };
  const task = schedule('* * * * *', tick, { suppressMissedWarning: true });
  tick();
  return {
    tick,
    stop: async () => {
      await task.destroy();
      await Promise.allSettled(running.values());
    },
  };
}
