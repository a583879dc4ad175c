// The gate with a clock of its own: turns, delays, holds, restarts.
import { describe, expect, test } from 'vitest';
import { createGate, type Gate } from '../../crawlers/pace.ts';
import { hostKey } from '../../pipeline/normalise/url.ts';
import { watched } from '../../crawlers/watched.ts';
import { memoryLedger, type MemoryLedger } from '../contracts/memory-ledger.ts';

const NOON = Date.parse('2024-11-05T05:00:00Z');
const X = new URL('https://x.id/a');

/** A gate whose sleepers move the clock: whoever wakes first is woken first. */
function clockwork(ledger: MemoryLedger = memoryLedger(), start = NOON, concurrency = 10) {
  let now = start;
  const sleepers: { at: number; wake: () => void }[] = [];
  const gate = createGate({
    ledger,
    now: () => now,
    concurrency,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        sleepers.push({ at: now + ms, wake: resolve });
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await new Promise(setImmediate); // hosts whose request is over are given back
  };
  const run = async (): Promise<void> => {
    await settle();
    while (sleepers.length > 0) {
      sleepers.sort((a, b) => a.at - b.at);
      const next = sleepers.shift();
      now = Math.max(now, next?.at ?? now);
      next?.wake();
      await settle();
    }
  };
  return { gate, run, now: () => now, pass: (ms: number) => (now += ms) };
}

const never = new AbortController().signal;

/** Sends `count` requests through the gate, each taking `ms` of the clock; gives the moments they went out. */
function send(
  clock: ReturnType<typeof clockwork>,
  url: URL,
  delayMs: number,
  count: number,
): number[] {
  const sent: number[] = [];
  for (let each = 0; each < count; each += 1) {
    void clock.gate.enter(url, delayMs, never).then((turn) => {
      turn.sent();
      sent.push(clock.now() - NOON);
      return turn.leave();
    });
  }
  return sent;
}

describe('the gate', () => {
  test('lets one request of a host out each delay', async () => {
    const clock = clockwork();
    const sent = send(clock, X, 2000, 4);
    await clock.run();
    expect(sent).toEqual([0, 2000, 4000, 6000]);
  });

  test('hosts do not wait for each other', async () => {
    const clock = clockwork();
    const here = send(clock, X, 2000, 2);
    const there = send(clock, new URL('https://y.id/'), 2000, 2);
    await clock.run();
    expect([here, there]).toEqual([
      [0, 2000],
      [0, 2000],
    ]);
  });

  test('www., http and https of a name are one host; another port is another', () => {
    const key = (url: string): string => hostKey(new URL(url));
    expect(new Set(['https://www.x.id/', 'http://x.id/a', 'https://x.id:443'].map(key))).toEqual(
      new Set(['x.id']),
    );
    expect(key('https://m.x.id/')).toBe('m.x.id');
    expect(key('http://127.0.0.1:81/')).toBe('127.0.0.1:81');
  });

  test('nobody enters while the one before has not left, however long that takes', async () => {
    const clock = clockwork();
    const first = await clock.gate.enter(X, 1000, never);
    first.sent();
    const sent = send(clock, X, 1000, 1);
    clock.pass(60_000);
    await clock.run();
    expect(sent).toEqual([]);
    first.leave();
    await clock.run();
    expect(sent).toEqual([60_000]);
  });

  test('the delay counts from the sending, not from the turn', async () => {
    const clock = clockwork();
    const first = await clock.gate.enter(X, 1000, never);
    clock.pass(5000); // a slow connection
    first.sent();
    first.leave();
    const sent = send(clock, X, 1000, 1);
    await clock.run();
    expect(sent).toEqual([6000]);
  });

  test('Crawl-delay raises the delay and never lowers it', async () => {
    const clock = clockwork();
    clock.gate.slowDown(X, 5000);
    const sent = send(clock, X, 2000, 2);
    const other = new URL('https://y.id/');
    clock.gate.slowDown(other, 500);
    const slower = send(clock, other, 2000, 2);
    await clock.run();
    expect([sent, slower]).toEqual([
      [0, 5000],
      [0, 2000],
    ]);
  });

  test('a held host waits, and a shorter hold does not cut the longer one', async () => {
    const clock = clockwork();
    clock.gate.hold(X, NOON + 30_000);
    clock.gate.hold(X, NOON + 10_000);
    const sent = send(clock, X, 2000, 2);
    await clock.run();
    expect(sent).toEqual([30_000, 32_000]);
    expect(clock.gate.heldUntil(X)).toBe(NOON + 30_000);
  });

  test('a restart keeps the delay, and a clock set back does not stop the crawl', async () => {
    const ledger = memoryLedger();
    const before = clockwork(ledger);
    const sent = send(before, X, 2000, 1);
    await before.run();
    expect(sent).toEqual([0]);
    const after = clockwork(ledger, NOON + 500);
    const resumed = send(after, X, 2000, 1);
    await after.run();
    expect(resumed).toEqual([2000]);
    const earlier = clockwork(ledger, NOON - 3_600_000);
    expect(earlier.gate.readyAt(X, 2000)).toBe(NOON - 3_600_000 + 2000);
  });

  test('no more are under way than there are places', async () => {
    const clock = clockwork(memoryLedger(), NOON, 2);
    const turns = await Promise.all(
      ['a', 'b'].map((name) => clock.gate.enter(new URL(`https://${name}.id/`), 0, never)),
    );
    let third = false;
    void clock.gate.enter(new URL('https://c.id/'), 0, never).then(() => (third = true));
    await clock.run();
    expect(third).toBe(false);
    turns[0]?.leave();
    await clock.run();
    expect(third).toBe(true);
  });

  test('one that gives up does not hold up the next', async () => {
    const clock = clockwork();
    const controller = new AbortController();
    const first = await clock.gate.enter(X, 1000, never);
    first.sent();
    const second = clock.gate.enter(X, 1000, controller.signal);
    const sent = send(clock, X, 1000, 1);
    controller.abort();
    first.leave();
    await expect(second).rejects.toThrow('abort');
    await clock.run();
    expect(sent).toEqual([1000]);
  });

  test.for([
    ['at once', 0, 0],
    ['on a new connection', 3000, 1],
    ['while another process writes', 3000, 2],
  ] as const)(
    'killed as the request goes out %s, the next process still keeps the delay',
    async ([, connectMs, writes]) => {
      const ledger = memoryLedger();
      let now = NOON;
      let stamped = 0;
      // taking the host, and the first stamp where there are two, are slow
      const slow = {
        ...ledger,
        saveLastRequest: (host: string, at: string) => {
          stamped += 1;
          now += stamped < writes ? 2000 : 8;
          ledger.saveLastRequest(host, at);
        },
      };
      const gate = createGate({ ledger: slow, now: () => now, concurrency: 1 });
      const turn = await gate.enter(X, 0, never);
      now += connectMs;
      turn.sent();
      const wentOut = now;
      expect(stamped).toBe(writes);
      now += 500;
      const next = createGate({ ledger, now: () => now, concurrency: 1 });
      expect(next.readyAt(X, 1000)).toBeGreaterThanOrEqual(wentOut + 1000);
    },
  );

  test('a stamp that cannot be stored is no silent loss', async () => {
    const full = {
      ...memoryLedger(),
      saveLastRequest: () => {
        throw new Error('disk full');
      },
    };
    let now = NOON;
    const gate: Gate = createGate({ ledger: full, now: () => now, concurrency: 1 });
    const turn = await gate.enter(X, 0, never);
    now += 1000;
    expect(() => turn.sent()).toThrow('disk full');
  });

  /** A gate whose host was asked and is not given back yet; `frees` is what the ledger was told. */
  async function owing(trouble: () => void = () => {}) {
    const ledger = memoryLedger();
    const frees: string[] = [];
    let writes = 0;
    const counted = watched({
      ...ledger,
      freeHost: (host: string, holder: string, sentAt?: string) => {
        trouble();
        frees.push(host);
        ledger.freeHost(host, holder, sentAt);
      },
      transaction: <T>(work: () => T): T => {
        writes += 1;
        return work();
      },
    });
    const gate = createGate({ ledger: counted, now: () => NOON, concurrency: 1 });
    const turn = await gate.enter(X, 0, never);
    turn.sent();
    turn.leave();
    return { gate, frees, writes: () => writes };
  }

  test('a host is given back in the write of what it brought', async () => {
    const { gate, frees, writes } = await owing();
    expect(frees).toEqual([]);
    expect(gate.saveWith(() => 'saved')).toBe('saved');
    await new Promise(setImmediate);
    expect([frees, writes()]).toEqual([['x.id'], 1]);
  });

  test('a host that brought nothing is given back by itself', async () => {
    const { frees, writes } = await owing();
    await new Promise(setImmediate);
    expect([frees, writes()]).toEqual([['x.id'], 1]);
  });

  test('whoever of this process has it next need not wait for that', async () => {
    const { gate, frees } = await owing();
    await gate.enter(X, 0, never);
    expect(frees).toEqual(['x.id']);
  });

  test('what could not be written is owed still, and the next one hears of it', async () => {
    let full = true;
    const { gate, frees } = await owing(() => {
      if (full) throw new Error('disk full');
    });
    await new Promise(setImmediate);
    await expect(gate.enter(X, 0, never)).rejects.toThrow('disk full');
    expect(() => gate.saveWith(() => {})).toThrow('disk full');
    full = false;
    gate.saveWith(() => {});
    expect(frees).toEqual(['x.id']);
  });
});
