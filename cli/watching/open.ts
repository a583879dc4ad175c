// The workplace → watches at work: what is new is told, gathered into messages, and sent.
import type { Archive } from '../../archive/open.ts';
import { GROUPS_CONSUMER } from '../../pipeline/group/follow.ts';
import { composeMessages } from '../../oversight/alerts/compose.ts';
import { type Delivery, type Timing, createDelivery } from '../../oversight/alerts/deliver.ts';
import { followChanges } from '../../oversight/alerts/follow.ts';
import type { Voice } from '../../oversight/channels/letter.ts';
import type { Limits } from '../../oversight/watches/match.ts';
import type { Known, WatchList } from '../../oversight/watches/read.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import { type Watch, channelKey } from '../../schemas/watch.ts';
import { type Workplace, nowText } from '../deps.ts';
import { unlessBusy } from '../serving/loop.ts';
import { inShortSteps } from '../steps.ts';
import { sendTo, voiceOf } from './channels.ts';
import { type WatchFolder, openWatchFolder } from './folder.ts';
import { alertKey } from './key.ts';
import { knownOf } from './known.ts';
import { placeOf } from './place.ts';

export type Watching = {
  known: Known;
  voice: Voice;
  key: Buffer;
  folder: WatchFolder;
  /** Tells the watches what is new and gathers what is due into messages; how many alerts and messages. */
  tell(): Promise<{ alerts: number; messages: number }>;
  /** Starts sending what can be sent now; returns at once. */
  send(): void;
  /** When all that was started is done. */
  idle(): Promise<void>;
};

export type WatchingOptions = {
  /** Address of the dashboard, for links. */
  base: string;
  signal: AbortSignal;
  timing?: Partial<Timing>;
};

/** The address under which people reach the dashboard. */
export const baseOf = ({ config }: Pick<Workplace, 'config'>, port: number = config.port): string =>
  config.publicUrl ?? `http://${config.host}:${port}/`;

export function openWatching(
  workplace: Workplace,
  knowledge: Pick<Knowledge, 'regions'>,
  sources: () => readonly string[],
  { base, signal, timing }: WatchingOptions,
): Watching {
  const { archive, config, data, log } = workplace;
  const known = knownOf(knowledge, sources, archive);
  const key = alertKey(data);
  const voice = voiceOf(knowledge, base, key);
  const folder = openWatchFolder(workplace, known, (fault) =>
    log('error', 'watch.fault', { fault }),
  );
  let placed: WatchList | null = null;
  const delivery = deliveryOf(workplace, signal, timing);
  const active = (): Watch[] => folder.read().watches.filter((watch) => watch.active);
  return {
    known,
    voice,
    key,
    folder,
    tell: () => {
      const list = folder.read();
      if (list !== placed) {
        for (const { id, channels } of list.watches)
          archive.alerts.keepChannels(id, channels.map(channelKey), nowText());
        placed = list;
      }
      return tell(workplace, list, signal);
    },
    send: () => {
      delivery.kick(
        active().flatMap((watch) =>
          watch.channels.map((channel) => ({
            watch,
            channel: channelKey(channel),
            send: sendTo(channel, config, voice, key),
          })),
        ),
      );
    },
    idle: () => delivery.idle(),
  };
}

function deliveryOf(
  { archive, log }: Workplace,
  signal: AbortSignal,
  timing: Partial<Timing> = {},
): Delivery {
  return createDelivery(
    {
      store: archive.alerts,
      now: Date.now,
      timer: (ms) => AbortSignal.timeout(ms),
      timing,
      settled: ({ watch, channel, key, attempts }, sent) => {
        const facts = { watch, channel, key, attempts };
        if (sent.kind === 'delivered') log('info', 'alert.sent', facts);
        else log('warn', 'alert.failed', { ...facts, reason: sent.reason });
      },
      // not noted as sent, so it is sent again, under the same key
      broke: unlessBusy,
    },
    signal,
  );
}

/** What the account of a watch may see; an account that is disabled, or that nobody knows, sees nothing. */
export function limitsOf(
  { desk }: Pick<Archive, 'desk'>,
  { account }: Pick<Watch, 'account'>,
): Limits {
  if (account === null) return null;
  const known = desk.accounts.get(account);
  return known === null || known.disabledAt !== null ? [] : known.regions;
}

async function tell(
  { archive, log }: Workplace,
  list: WatchList,
  signal: AbortSignal,
): Promise<{ alerts: number; messages: number }> {
  const watches = list.watches.filter((watch) => watch.active);
  const since = new Map(archive.alerts.watches().map((row) => [row.id, row.since]));
  const asked = watches.map((watch) => ({
    watch,
    since: since.get(watch.id) ?? 0,
    limits: limitsOf(archive, watch),
  }));
  const deps = {
    feed: archive,
    store: archive.alerts,
    place: placeOf(archive),
    watches: () => asked,
    grouped: () => archive.cursor(GROUPS_CONSUMER),
    now: nowText,
  };
  let alerts = 0;
  await inShortSteps((limit) => {
    const done = followChanges(deps, limit);
    alerts += done.alerts;
    return done.changes;
  }, signal);
  if (alerts > 0) log('info', 'alert.given', { alerts });
  const store = { ...archive.alerts, transaction: archive.transaction };
  return { alerts, messages: composeMessages(store, watches, nowText()) };
}
