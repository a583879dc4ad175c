// A channel of a watch and the settings → what sends there.
import { guardedLookup, isRefusedLiteral, resolveByDns } from '../../crawlers/address.ts';
import {
  ACTOR_NAMES,
  COVERAGE_NAMES,
  VIOLATION_NAMES,
  electionName,
} from '../../dashboards/web/words.ts';
import type { Send } from '../../oversight/alerts/deliver.ts';
import { createLinks } from '../../oversight/alerts/links.ts';
import { emailChannel } from '../../oversight/channels/email.ts';
import type { Voice } from '../../oversight/channels/letter.ts';
import { telegramChannel } from '../../oversight/channels/telegram.ts';
import { webhookChannel } from '../../oversight/channels/webhook.ts';
import type { Names } from '../../oversight/channels/words.ts';
import type { Config } from '../../schemas/config.ts';
import type { Knowledge } from '../../schemas/knowledge.ts';
import type { WatchChannel } from '../../schemas/watch.ts';
import { regionNames } from '../regions.ts';
import { packageVersion } from '../version.ts';

export function namesOf(knowledge: Pick<Knowledge, 'regions'>): Names {
  const regions = regionNames(knowledge);
  return {
    region: (code) => regions.name(code),
    election: electionName,
    stage: (stage) => stage.replaceAll('-', ' '),
    kind: (kind) => COVERAGE_NAMES[kind],
    violation: (violation) => VIOLATION_NAMES[violation],
    actor: (actor) => ACTOR_NAMES[actor],
  };
}

export function voiceOf(
  knowledge: Pick<Knowledge, 'regions'>,
  base: string,
  key: Uint8Array,
): Voice {
  return { names: namesOf(knowledge), links: createLinks(base, key) };
}

export type MissingSetting = 'smtp' | 'telegramToken';

/** The setting that a kind of channel lacks; null where it lacks none. */
export function missingFor(kind: WatchChannel['kind'], config: Config): MissingSetting | null {
  if (kind === 'email' && config.smtp === null) return 'smtp';
  return kind === 'telegram' && config.telegramToken === null ? 'telegramToken' : null;
}

/** What an operator does about it. */
export const MISSING: Record<MissingSetting, string> = {
  smtp: 'no mail server is set: put smtp: smtp://user:password@host:587 into pantau.yaml',
  telegramToken: 'no Telegram bot is set: put telegramToken into pantau.yaml',
};

/** Sends to one channel. Without its settings every try fails with the next step, and nothing is lost. */
export function sendTo(channel: WatchChannel, config: Config, voice: Voice, key: Uint8Array): Send {
  const missing = missingFor(channel.kind, config);
  if (missing !== null) {
    return () => Promise.resolve({ kind: 'failed', reason: MISSING[missing], afterMs: null });
  }
  switch (channel.kind) {
    case 'email': {
      const { smtp, mailFrom: from } = config;
      const host = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
      return emailChannel(channel.to, { url: smtp ?? '', from, host }, voice);
    }
    case 'telegram': {
      const bot = { api: config.telegramApi, token: config.telegramToken ?? '' };
      return telegramChannel(channel.chat, bot, voice);
    }
    case 'webhook': {
      const open = config.webhookLoopback;
      return webhookChannel(channel.url, {
        key,
        links: voice.links,
        lookup: open ? null : guardedLookup(resolveByDns),
        isRefused: open ? () => false : isRefusedLiteral,
        version: packageVersion(),
        now: Date.now,
      });
    }
    default:
      return channel satisfies never;
  }
}
