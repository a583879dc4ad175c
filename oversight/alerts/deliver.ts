// Messages of the outbox → their channels: each channel works by itself, so that one which is down holds up no other.
import type { Alert, Watch } from '../../schemas/watch.ts';

export type Letter = { key: string; watch: Watch; alerts: Alert[]; createdAt: string };

export type Sent =
  | { kind: 'delivered' }
  /** Worth another try, not before `afterMs` milliseconds where the receiver said so. */
  | { kind: 'failed'; reason: string; afterMs: number | null }
  /** The receiver will never take it. */
  | { kind: 'refused'; reason: string };

/** Hands a message to a channel. Answers as a value whatever the receiver does; throws only a bug. */
export type Send = (letter: Letter, signal: AbortSignal) => Promise<Sent>;

type Message = {
  id: number;
  key: string;
  watch: string;
  channel: string;
  createdAt: string;
  attempts: number;
  firstTry: string;
  /** Failures of the channel in a row, before this try. */
  failures: number;
  alerts: Alert[];
};

type Settlement =
  | { kind: 'delivered' | 'released' }
  | { kind: 'retry'; error: string; next: string; channelNext: string }
  | { kind: 'dead'; error: string };

export type DeliveryStore = {
  claim(watch: string, channel: string, now: string, until: string): Message | null;
  settle(message: Pick<Message, 'id' | 'watch' | 'channel'>, how: Settlement, at: string): void;
};

export type DeliveryDeps = {
  store: DeliveryStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** A signal that comes after so many milliseconds. */
  timer(ms: number): AbortSignal;
  timing?: Partial<Timing>;
  settled?: (message: Message, sent: Sent) => void;
  /** Told what the store throws; the message stays claimed for a while, then it is tried again. Left out: rejected. */
  broke?: (error: unknown) => void;
};

/** Milliseconds. */
export type Timing = {
  /** A try is given up after this long. */
  timeout: number;
  /** The first wait between two tries of a message; it doubles up to `longest`. */
  first: number;
  longest: number;
  /** A channel that fails is left alone for at most this long, whatever waits for it. */
  channelLongest: number;
  /** After this long without success a message is dead. */
  giveUp: number;
};

export const TIMING: Timing = {
  timeout: 15_000,
  first: 5_000,
  longest: 3_600_000,
  channelLongest: 60_000,
  giveUp: 3 * 86_400_000,
};

/** Longer waits that a receiver asks for are cut to this. */
const LONGEST_ASKED = 6 * 3_600_000;

export type Delivery = {
  /** Starts what can be sent now and is not under way; returns at once. */
  kick(lanes: readonly { watch: Watch; channel: string; send: Send }[]): void;
  /** When all that was started is done. */
  idle(): Promise<void>;
};

/** `signal` breaks off what is under way; it stays open and is tried again by whoever comes next. */
export function createDelivery(deps: DeliveryDeps, signal: AbortSignal): Delivery {
  const timing = { ...TIMING, ...deps.timing };
  const busy = new Map<string, Promise<void>>();
  return {
    kick: (lanes) => {
      for (const lane of lanes) {
        const name = `${lane.watch.id} ${lane.channel}`;
        if (busy.has(name) || signal.aborted) continue;
        const work = empty(deps, timing, lane, signal)
          .catch((error: unknown) => {
            if (deps.broke === undefined) throw error;
            deps.broke(error);
          })
          .finally(() => busy.delete(name));
        busy.set(name, work);
      }
    },
    idle: async () => {
      await Promise.all(busy.values());
    },
  };
}

type Lane = { watch: Watch; channel: string; send: Send };

/** Sends one message after the other until none may be tried now. */
// oxlint-disable-next-line max-params -- the ports, how patient, what to whom, and until when
async function empty(
  deps: DeliveryDeps,
  timing: Timing,
  { watch, channel, send }: Lane,
  signal: AbortSignal,
): Promise<void> {
  const iso = (ms: number): string => new Date(ms).toISOString();
  while (!signal.aborted) {
    const now = deps.now();
    // Longer than the try may last, so that nobody else takes it meanwhile.
    const until = iso(now + 2 * timing.timeout);
    const message = deps.store.claim(watch.id, channel, iso(now), until);
    if (message === null) return;
    const { key, alerts, createdAt } = message;
    const tooLong = deps.timer(timing.timeout);
    const sent = await send({ key, watch, alerts, createdAt }, AbortSignal.any([signal, tooLong]));
    const at = deps.now();
    const how =
      signal.aborted && sent.kind !== 'delivered'
        ? ({ kind: 'released' } as const)
        : settlement(sent, message, at, timing);
    deps.store.settle(message, how, iso(at));
    deps.settled?.(message, sent);
  }
}

function settlement(sent: Sent, message: Message, at: number, timing: Timing): Settlement {
  if (sent.kind === 'delivered') return sent;
  if (sent.kind === 'refused') return { kind: 'dead', error: sent.reason };
  if (at - Date.parse(message.firstTry) > timing.giveUp) {
    return { kind: 'dead', error: `given up after ${message.attempts} tries: ${sent.reason}` };
  }
  const wait = (tries: number, longest: number): number =>
    Math.min(longest, timing.first * 2 ** Math.min(tries, 20));
  const asked = Math.min(sent.afterMs ?? 0, LONGEST_ASKED);
  const next = Math.max(asked, wait(message.attempts - 1, timing.longest));
  const channelNext = Math.max(asked, wait(message.failures, timing.channelLongest));
  const moment = (ms: number): string => new Date(at + ms).toISOString();
  return {
    kind: 'retry',
    error: sent.reason,
    next: moment(next),
    channelNext: moment(channelNext),
  };
}
