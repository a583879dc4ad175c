// Who may send when: one request at a time to a host, never sooner than its delay, across restarts.
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Ledger } from './ports.ts';

/** The server behind an address: its host without 'www.', and the port where it is not the default one. */
export const hostKey = (url: URL): string => url.host.replace(/^www\./, '');

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
export const sleepReally: Sleep = (ms, signal) => sleepFor(ms, undefined, { signal });

/** The right to send one request. */
export type Turn = {
  /** The request is going out now: the delay counts from here. Stored before it returns. */
  sent: () => void;
  /** The answer is in, or there will be none. */
  leave: () => void;
};

export type Gate = {
  /** Waits for this host's turn; rejects with the signal's reason when that aborts. */
  enter: (url: URL, delayMs: number, signal: AbortSignal) => Promise<Turn>;
  /** UTC ms from which a request may go out, as far as is known now. */
  readyAt: (url: URL, delayMs: number) => number;
  /** The host asked for this pace (Crawl-delay). */
  slowDown: (url: URL, delayMs: number) => void;
  /** The host asked to be left alone until then (Retry-After, 429). */
  hold: (url: URL, untilMs: number) => void;
  heldUntil: (url: URL) => number;
};

export type GateParts = {
  ledger: Pick<Ledger, 'lastRequest' | 'saveLastRequest'>;
  /** UTC milliseconds. */
  now: () => number;
  /** Requests under way at the same time, all hosts together. */
  concurrency: number;
  sleep?: Sleep;
};

type Host = {
  lastSent: number;
  crawlDelay: number;
  heldUntil: number;
  /** Settles when whoever came last has left; the next one waits for it. */
  tail: Promise<void>;
};

const ready = (host: Host, delayMs: number): number =>
  Math.max(host.lastSent + Math.max(delayMs, host.crawlDelay), host.heldUntil);

/** The gate of all hosts. One for the whole process, so that rounds side by side share it. */
export function createGate({ ledger, now, concurrency, sleep = sleepReally }: GateParts): Gate {
  const places = createPlaces(concurrency);
  const hostOf = createHosts(ledger, now);

  const untilReady = async (host: Host, delayMs: number, signal: AbortSignal): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const wait = ready(host, delayMs) - now();
      if (wait <= 0) return;
      await sleep(Math.ceil(wait), signal);
    }
  };

  return {
    async enter(url, delayMs, signal) {
      const host = hostOf(url);
      const before = host.tail;
      const { promise, resolve: free } = Promise.withResolvers<void>();
      host.tail = before.then(() => promise);
      try {
        await before;
        await untilReady(host, delayMs, signal);
        await places.take();
      } catch (error) {
        free();
        throw error;
      }
      const sent = (): void => {
        host.lastSent = now();
        ledger.saveLastRequest(hostKey(url), new Date(host.lastSent).toISOString());
      };
      const leave = (): void => {
        places.giveBack();
        free();
      };
      return { sent, leave };
    },
    readyAt: (url, delayMs) => ready(hostOf(url), delayMs),
    slowDown: (url, delayMs) => {
      hostOf(url).crawlDelay = delayMs;
    },
    hold: (url, untilMs) => {
      const host = hostOf(url);
      host.heldUntil = Math.max(host.heldUntil, untilMs);
    },
    heldUntil: (url) => hostOf(url).heldUntil,
  };
}

/** The hosts that were met, each with the last request that the ledger knows of. */
function createHosts(ledger: GateParts['ledger'], now: () => number): (url: URL) => Host {
  const hosts = new Map<string, Host>();
  return (url) => {
    const key = hostKey(url);
    const known = hosts.get(key);
    if (known !== undefined) return known;
    const stored = ledger.lastRequest(key);
    // a stamp of the future means that the clock was set back
    const lastSent = stored === null ? -Infinity : Math.min(Date.parse(stored), now());
    const host = { lastSent, crawlDelay: 0, heldUntil: 0, tail: Promise.resolve() };
    hosts.set(key, host);
    return host;
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
