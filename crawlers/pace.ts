// Who may send when: one request at a time to a host, never sooner than its delay, across restarts and processes.
import { setTimeout as sleepFor } from 'node:timers/promises';
import { hostKey } from '../pipeline/normalise/url.ts';
import { createDebts } from './debts.ts';
import type { Claim, Turns } from './ports.ts';

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
export const sleepReally: Sleep = (ms, signal) => sleepFor(ms, undefined, { signal });

/** The right to send one request. */
export type Turn = {
  /** The request goes out once this returns: the delay counts from there. Stored by then. */
  sent: () => void;
  /** The answer is in, or there will be none. */
  leave: () => void;
};

export type Gate = {
  /** Waits for this host's turn; rejects with the signal's reason when that aborts. */
  enter: (url: URL, delayMs: number, signal: AbortSignal) => Promise<Turn>;
  /** UTC ms from which a request may go out, as far as is known now. */
  readyAt: (url: URL, delayMs: number) => number;
  /** The host asked for this pace (Crawl-delay); 0 where it asks for none. */
  slowDown: (url: URL, delayMs: number) => void;
  /** The host asked to be left alone until then (Retry-After, 429). */
  hold: (url: URL, untilMs: number) => void;
  heldUntil: (url: URL) => number;
  /** Runs `save`, which writes what a request brought, and gives its host back in the same write. */
  saveWith: <T>(save: () => T) => T;
};

export type GateParts = {
  ledger: Turns;
  /** UTC milliseconds. */
  now: () => number;
  /** Requests under way at the same time, all hosts together. */
  concurrency: number;
  sleep?: Sleep;
  holder?: Holder;
};

/** Names this process among those that share the archive. */
export type Holder = { id: string; isDead?: (holder: string) => boolean };

export const LONE_HOLDER: Holder = { id: 'alone' };

/** No exchange takes as long (LIMITS in web.ts); then a host held by a process that hangs is free again. */
const TURN_MS = 5 * 60_000;

/** What holding something for `ms` milliseconds from now is claimed with. */
export const claimFor = ({ id, isDead }: Holder, nowMs: number, ms: number): Claim => ({
  holder: id,
  at: new Date(nowMs).toISOString(),
  until: new Date(nowMs + ms).toISOString(),
  ...(isDead && { isDead }),
});

/**
 * The gate of all hosts. One for the whole process: its requests to a host stand in line here, and whoever is first
 * takes the host in the archive, where the other processes see it.
 */
export function createGate(parts: GateParts): Gate {
  const { ledger, now, concurrency, sleep = sleepReally, holder = LONE_HOLDER } = parts;
  const places = createPlaces(concurrency);
  const join = createLines();
  const debts = createDebts(ledger, holder.id);

  const { readyAt, heldUntil } = paceOf(ledger, now);

  /** Waits outside of the places, so that a slow host keeps none from others. Gives the moment of its stamp. */
  const takeTurn = async (host: string, delayMs: number, signal: AbortSignal): Promise<number> => {
    for (;;) {
      signal.throwIfAborted();
      let wait = readyAt(host, delayMs) - now();
      if (wait <= 0) {
        await places.take();
        try {
          debts.payFor(host);
          const at = now();
          wait = ledger.claimHost(host, delayMs, claimFor(holder, at, TURN_MS), stampOf(at));
          if (wait <= 0) return at;
        } catch (error) {
          places.giveBack();
          throw error;
        }
        places.giveBack();
      }
      await sleep(Math.ceil(wait), signal);
    }
  };

  return {
    async enter(url, delayMs, signal) {
      const host = hostKey(url);
      const line = join(host);
      let stampedAt: number;
      try {
        await line.myTurn;
        stampedAt = await takeTurn(host, delayMs, signal);
      } catch (error) {
        line.leave();
        throw error;
      }
      let sentAt: string | undefined;
      const sent = (): void => {
        // a new connection takes longer: then the delay counts from now
        if (isLate(stampedAt, now())) stampSent(ledger, host, now);
        sentAt = new Date(now()).toISOString();
      };
      const leave = (): void => {
        places.giveBack();
        debts.owe(host, sentAt);
        line.leave();
      };
      return { sent, leave };
    },
    saveWith: debts.payWith,
    readyAt: (url, delayMs) => readyAt(hostKey(url), delayMs),
    slowDown: (url, delayMs) => ledger.slowHost(hostKey(url), delayMs),
    hold: (url, untilMs) => ledger.holdHost(hostKey(url), new Date(untilMs).toISOString()),
    heldUntil: (url) => heldUntil(hostKey(url)),
  };
}

/** UTC ms from which a host may be asked again, and until which it wants to be left alone. */
function paceOf(ledger: Turns, now: () => number) {
  const heldUntil = (host: string): number => Date.parse(ledger.pace(host).heldUntil ?? '') || 0;
  const readyAt = (host: string, delayMs: number): number => {
    const pace = ledger.pace(host);
    // a stamp of the future means that the clock was set back
    const last = pace.lastRequest === null ? 0 : Math.min(Date.parse(pace.lastRequest), now());
    return Math.max(last + Math.max(delayMs, pace.delayMs), heldUntil(host));
  };
  return { readyAt, heldUntil };
}

/** Milliseconds between a stamp's writing and the request that may pass unseen, and writes tried to keep to that. */
const STAMP_BLUR_MS = 10;
const STAMPS = 5;

const stampOf = (at: number): string => new Date(at + STAMP_BLUR_MS).toISOString();
/** A clock that was set back tells nothing. */
const isLate = (stampedAt: number, now: number): boolean =>
  now - stampedAt > STAMP_BLUR_MS || now < stampedAt;

/**
 * Stores by when the request goes out, which is once this returns: should this process die, the next one counts from there.
 * While another process writes, storing takes long and the stamp would be of the past: so a slow one is written again.
 */
function stampSent(ledger: Turns, host: string, now: () => number): void {
  for (let tries = 1; ; tries += 1) {
    const at = now();
    ledger.saveLastRequest(host, stampOf(at));
    if (!isLate(at, now()) || tries >= STAMPS) return;
  }
}

type Line = { myTurn: Promise<void>; leave: () => void };

/** Who of this process wants the same host waits for whoever came before to leave. */
function createLines(): (host: string) => Line {
  const last = new Map<string, Promise<void>>();
  return (host) => {
    const myTurn = last.get(host) ?? Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const own = myTurn.then(() => promise);
    last.set(host, own);
    const leave = (): void => {
      resolve();
      if (last.get(host) === own) last.delete(host);
    };
    return { myTurn, leave };
  };
}

export type Places = { take: () => Promise<void>; giveBack: () => void };

/** A place for each of `count` holders; more wait in order. */
export function createPlaces(count: number): Places {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    take: () => {
      if (free <= 0) return new Promise((resolve) => waiting.push(resolve));
      free -= 1;
      return Promise.resolve();
    },
    giveBack: () => {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}
