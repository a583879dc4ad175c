// The outbox over a simulated clock: order within a story, channels apart, patience, dead letters.
import { describe, expect, test } from 'vitest';
import { composeMessages } from '../../../oversight/alerts/compose.ts';
import { type Sent, createDelivery } from '../../../oversight/alerts/deliver.ts';
import { type Watch, channelKey } from '../../../schemas/watch.ts';
import { AT } from '../../archive/make.ts';
import { alert, watch } from '../make.ts';
import { openNewsroom } from './newsroom.ts';

const MAIL = { kind: 'email', to: 'desk@example.org' } as const;
const HOOK = { kind: 'webhook', url: 'https://example.org/x' } as const;
const HOUR = 3_600_000;

/** Alerts as [story, key]; each is one message. */
function openOutbox(rules: Partial<Watch>, alerts: [number, string][]) {
  const watched = watch({ channels: [MAIL, HOOK], ...rules });
  const { archive } = openNewsroom([watched]);
  const stories = new Map<number, number>();
  const give = (story: number, key: string): void => {
    const members = [{ article: `a${story}`, outlet: 'x', network: null }];
    const incident = { region: null, kind: 'dugaan', confirmed: false, members } as const;
    const open = (): number => archive.alerts.openIncident(watched.id, { ...incident }, AT);
    const id = stories.get(story) ?? open();
    stories.set(story, id);
    archive.alerts.addAlert(alert({ key, incident: id }));
  };
  const clock = { now: Date.parse(AT) };
  const iso = (): string => new Date(clock.now).toISOString();
  const compose = (): number =>
    composeMessages({ ...archive.alerts, transaction: archive.transaction }, [watched], iso());
  for (const [story, key] of alerts) {
    give(story, key);
    compose();
  }
  const sent: [channel: string, key: string][] = [];
  const stop = new AbortController();
  const delivery = createDelivery(
    { store: archive.alerts, now: () => clock.now, timer: () => new AbortController().signal },
    stop.signal,
  );
  /** One round of sending; `answers` says what each channel answers to a letter of these alerts. */
  const round = async (answers: (channel: string, keys: string[]) => Sent): Promise<void> => {
    delivery.kick(
      watched.channels.map(channelKey).map((channel) => ({
        watch: watched,
        channel,
        send: (letter) => {
          const keys = letter.alerts.map(({ key }) => key);
          sent.push([channel.split(':', 1)[0] ?? '', keys.join('+')]);
          return Promise.resolve(answers(channel, keys));
        },
      })),
    );
    await delivery.idle();
  };
  return { archive, watched, clock, compose, give, round, sent, stop };
}

const ok: Sent = { kind: 'delivered' };
const no: Sent = { kind: 'failed', reason: 'down', afterMs: null };
const of = (sent: [string, string][], channel: string): string[] =>
  sent.filter(([name]) => name === channel).map(([, key]) => key);

describe('delivery', () => {
  test('a channel that is down holds up no other, and loses nothing', async () => {
    const { archive, clock, round, sent } = openOutbox({}, [
      [1, 'a'],
      [2, 'b'],
    ]);
    await round((channel) => (channel.startsWith('email') ? no : ok));
    expect(of(sent, 'webhook')).toEqual(['a', 'b']);
    expect(archive.alerts.channelStates()).toMatchObject([
      { channel: 'email:desk@example.org', open: 2, delivered: 0, error: 'down', failures: 1 },
      { open: 0, delivered: 2, error: null },
    ]);
    clock.now += HOUR;
    await round(() => ok);
    expect(of(sent, 'email').toSorted()).toEqual(['a', 'a', 'b']);
    expect(archive.alerts.channelStates()[0]).toMatchObject({ open: 0, delivered: 2, error: null });
  });

  test('alerts of one story wait for each other, others go on', async () => {
    const { clock, round, sent } = openOutbox({ channels: [HOOK] }, [
      [1, 'a1'],
      [1, 'a2'],
      [2, 'b1'],
      [1, 'a3'],
    ]);
    const refuse = (_channel: string, keys: string[]): Sent => (keys.includes('a1') ? no : ok);
    for (let n = 0; n < 6; n += 1) {
      await round(refuse);
      clock.now += 120_000;
    }
    const before = of(sent, 'webhook');
    expect(before).toContain('b1');
    expect(before).not.toContain('a2');
    clock.now += HOUR;
    await round(() => ok);
    expect(of(sent, 'webhook').slice(-3)).toEqual(['a1', 'a2', 'a3']);
  });

  test('waits grow, a channel is left alone a minute at most, and Retry-After is heeded', async () => {
    const { archive, clock, round, sent } = openOutbox({ channels: [HOOK] }, [[1, 'a']]);
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      await round(() => no);
      const [row] = archive.alerts.messages(null, 1);
      waits.push(Date.parse(row?.nextTry ?? '') - clock.now);
      clock.now = Date.parse(row?.nextTry ?? '');
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(waits.at(-1)).toBe(HOUR);
    expect(sent).toHaveLength(12);
    await round(() => ({ kind: 'failed', reason: '429', afterMs: 2 * HOUR }));
    const [row] = archive.alerts.messages(null, 1);
    expect(Date.parse(row?.nextTry ?? '') - clock.now).toBe(2 * HOUR);
    const [channel] = archive.alerts.channelStates();
    expect(Date.parse(channel?.nextTry ?? '') - clock.now).toBe(2 * HOUR);
  });

  test('what is never taken ends as a dead letter after three days, and can be tried again', async () => {
    const { archive, clock, round, sent } = openOutbox({ channels: [HOOK] }, [
      [1, 'a'],
      [1, 'b'],
    ]);
    await round(() => no);
    clock.now += 3 * 24 * HOUR + 60_000;
    await round((_channel, keys) => (keys.includes('a') ? no : ok));
    expect(archive.alerts.channelStates()).toMatchObject([{ dead: 1, open: 0, delivered: 1 }]);
    expect(archive.alerts.messages(null, 5).at(-1)?.error).toMatch(/given up after 2 tries: down/);
    expect(archive.alerts.reviveDead(null)).toBe(1);
    await round(() => ok);
    expect(of(sent, 'webhook')).toEqual(['a', 'a', 'b', 'a']);
    expect(archive.alerts.channelStates()).toMatchObject([{ dead: 0, delivered: 2 }]);
  });

  test('a receiver that refuses for good makes a dead letter at once, and the next message goes on', async () => {
    const { archive, round, sent } = openOutbox({ channels: [HOOK] }, [
      [1, 'a'],
      [2, 'b'],
    ]);
    await round((_channel, keys) => (keys.includes('a') ? { kind: 'refused', reason: '400' } : ok));
    expect(of(sent, 'webhook')).toEqual(['a', 'b']);
    expect(archive.alerts.channelStates()).toMatchObject([{ dead: 1, delivered: 1 }]);
  });

  test('a try that we break off counts as no failure', async () => {
    const { archive, round, stop } = openOutbox({ channels: [HOOK] }, [[1, 'a']]);
    await round(() => {
      stop.abort();
      return no;
    });
    expect(archive.alerts.channelStates()).toMatchObject([{ open: 1, failures: 0, error: null }]);
    expect(archive.alerts.messages(null, 1)).toMatchObject([{ state: 'open', nextTry: null }]);
  });

  test('what another process is sending is not sent twice at once, but after its time is over', () => {
    const { archive, watched } = openOutbox({ channels: [HOOK] }, [[1, 'a']]);
    const claim = (now: string) =>
      archive.alerts.claim(watched.id, channelKey(HOOK), now, '2030-01-01T00:01:00.000Z');
    const first = claim('2030-01-01T00:00:00.000Z');
    expect(claim('2030-01-01T00:00:30.000Z')).toBeNull();
    expect(claim('2030-01-01T00:02:00.000Z')).toMatchObject({ key: first?.key, attempts: 2 });
  });
});

describe('messages', () => {
  test('a few at once come one by one, many come together under one key', () => {
    const { archive, compose, give, watched } = openOutbox({ channels: [HOOK] }, []);
    for (const key of ['a', 'b', 'c']) give(1, key);
    expect(compose()).toBe(3);
    for (let n = 0; n < 20; n += 1) give(2, `many-${n}`);
    expect(compose()).toBe(1);
    expect(archive.alerts.messages(watched.id, 9).map((row) => row.alerts)).toEqual([20, 1, 1, 1]);
    expect(compose()).toBe(0);
  });

  test('a digest waits for its hour', () => {
    const { archive, clock, compose } = openOutbox({ pace: 'hourly', channels: [HOOK] }, [
      [1, 'a'],
      [2, 'b'],
    ]);
    expect(archive.alerts.channelStates()).toMatchObject([{ waiting: 2, open: 0 }]);
    clock.now += HOUR;
    expect(compose()).toBe(1);
  });

  test('a channel that is taken out drops what waited for it; a new one is told what comes', () => {
    const { archive, give, compose, watched } = openOutbox({ channels: [HOOK] }, [[1, 'a']]);
    archive.alerts.keepChannels(watched.id, [], AT);
    expect(archive.alerts.messages(null, 1)).toMatchObject([{ state: 'dropped' }]);
    archive.alerts.keepChannels(watched.id, [channelKey(HOOK)], AT);
    expect(compose()).toBe(0);
    give(2, 'b');
    expect(compose()).toBe(1);
  });

  test('a watch that is gone takes its channels with it', () => {
    const { archive } = openOutbox({}, [[1, 'a']]);
    archive.alerts.keepWatches([], AT);
    expect([archive.alerts.watches(), archive.alerts.channelStates()]).toEqual([[], []]);
  });
});
