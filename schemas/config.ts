// pantau.yaml in the data folder and the environment: one table of fields, their defaults and their help.
import { z } from 'zod';
import { ElectionStage } from './tag.ts';

/** While an election in which its region votes is in one of these stages, a source is read at least so often. */
export const StageRule = z.strictObject({
  stages: z.array(ElectionStage).min(1),
  maxMinutes: z.int().min(5),
});
export type StageRule = z.infer<typeof StageRule>;

export const Config = z.strictObject({
  contact: z
    .string()
    .default('operator contact not set')
    .describe('e-mail or address shown in the User-Agent, so that a webmaster can reach you'),
  host: z.string().default('127.0.0.1').describe('address that the dashboard listens on'),
  port: z.int().min(0).max(65535).default(8030).describe('port of the dashboard'),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe(
      'address that people use, when a proxy or a name stands before the dashboard; https makes cookies secure',
    ),
  publicRead: z
    .boolean()
    .default(false)
    .describe('true lets everybody read without an account; everything else still takes one'),
  elasticsearch: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe('Elasticsearch 9 address; null to do without'),
  elasticsearchApiKey: z.string().nullable().default(null).describe('API key of Elasticsearch'),
  indexPrefix: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .default('pantau')
    .describe('first word of the index names'),
  kibana: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe("address of Kibana 8.19 or 9, with the path of its space, for 'kibana import'"),
  kibanaApiKey: z.string().nullable().default(null).describe('API key of Kibana'),
  chromium: z
    .string()
    .nullable()
    .default(null)
    .describe('path of a Chromium; null to look for one'),
  smtp: z
    .url({ protocol: /^smtps?$/ })
    .nullable()
    .default(null)
    .describe(
      'mail server for alerts: smtp://user:password@host:587, smtps:// for TLS from the start',
    ),
  mailFrom: z.string().default('Pantau <pantau@localhost>').describe('sender of alerts by mail'),
  telegramToken: z
    .string()
    .nullable()
    .default(null)
    .describe('token of the Telegram bot, from @BotFather'),
  telegramApi: z
    .url({ protocol: /^https?$/ })
    .default('https://api.telegram.org')
    .describe('Bot API server'),
  webhookLoopback: z
    .boolean()
    .default(false)
    .describe('let webhooks go to private and loopback addresses'),
  evidence: z
    .enum(['seen', 'relevant', 'off'])
    .default('seen')
    .describe('of which articles proof is kept: seen (relevant and to review), relevant, or off'),
  evidenceViews: z
    .boolean()
    .default(true)
    .describe('draw the pages of those articles in Chromium too, at the pace of their site'),
  timestampService: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe('address of a time-stamp service (RFC 3161) for the evidence log; null for none'),
  concurrency: z.int().min(1).max(500).default(50).describe('hosts read at the same time'),
  schedule: z
    .array(StageRule)
    .default([])
    .describe(
      'rules of the election calendar, for example [{ stages: [kampanye, masa-tenang], maxMinutes: 30 }]: sources of regions that vote are then read at least so often',
    ),
  diskBudget: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe(
      'gigabytes that the archive may take; from 80 % of it the raw pages of irrelevant articles are dropped, text and evidence never; null: all that the disk has, and nothing is dropped',
    ),
  logLevel: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('least important events that are logged'),
});
export type Config = z.infer<typeof Config>;

/** Environment variables that override the file; lists stand in the file only. */
export const CONFIG_ENV = {
  contact: 'PANTAU_CONTACT',
  host: 'PANTAU_HOST',
  port: 'PANTAU_PORT',
  publicUrl: 'PANTAU_PUBLIC_URL',
  publicRead: 'PANTAU_PUBLIC_READ',
  elasticsearch: 'ELASTICSEARCH_URL',
  elasticsearchApiKey: 'ELASTICSEARCH_API_KEY',
  indexPrefix: 'PANTAU_INDEX_PREFIX',
  kibana: 'KIBANA_URL',
  kibanaApiKey: 'KIBANA_API_KEY',
  chromium: 'PANTAU_CHROMIUM',
  smtp: 'PANTAU_SMTP',
  mailFrom: 'PANTAU_MAIL_FROM',
  telegramToken: 'PANTAU_TELEGRAM_TOKEN',
  telegramApi: 'PANTAU_TELEGRAM_API',
  webhookLoopback: 'PANTAU_WEBHOOK_LOOPBACK',
  evidence: 'PANTAU_EVIDENCE',
  evidenceViews: 'PANTAU_EVIDENCE_VIEWS',
  timestampService: 'PANTAU_TIMESTAMP_SERVICE',
  concurrency: 'PANTAU_CONCURRENCY',
  diskBudget: 'PANTAU_DISK_BUDGET',
  logLevel: 'PANTAU_LOG_LEVEL',
} as const satisfies Partial<Record<keyof Config, string>>;

/** The environment variable of a setting; null where it stands in the file only. */
export function variableOf(key: keyof Config): string | null {
  const names: Partial<Record<keyof Config, string>> = CONFIG_ENV;
  return names[key] ?? null;
}
