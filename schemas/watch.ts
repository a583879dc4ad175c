// What an oversight body waits for: the shape of DATA/watches/<id>.yaml, and of an alert that one gave.
import { z } from 'zod';
import { RegionCode } from './region.ts';
import { Actor, Coverage, Decision, ElectionId, ElectionStage, Violation } from './tag.ts';

/**
 * What may be told of a story: its first report; a new kind on the way dugaan → penanganan → sanksi; the first report
 * of a second outlet in its own words; an article of it edited, or gone; and, only where asked for, each copy.
 */
export const AlertEvent = z.enum(['first', 'kind', 'outlet', 'edited', 'gone', 'copy']);
export type AlertEvent = z.infer<typeof AlertEvent>;

/** Those that a watch chooses from; copies are asked for apart. */
export const WatchEvent = AlertEvent.exclude(['copy']);
export type WatchEvent = z.infer<typeof WatchEvent>;

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day such as '07:30', quoted in YAML");

/** Minutes after midnight of 'HH:MM'. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

export const WatchChannel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), to: z.email('an e-mail address') }),
  z.strictObject({
    kind: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/, error: 'an http or https address' }),
  }),
  z.strictObject({
    kind: z.literal('telegram'),
    chat: z
      .string()
      .regex(
        /^(-?\d{1,20}|@\w{5,32})$/,
        "a chat number such as '-1001234567890' or '@channel', quoted in YAML",
      ),
  }),
]);
export type WatchChannel = z.infer<typeof WatchChannel>;

/** The name under which the archive keeps what was sent there, for example 'email:a@b.id'. */
export function channelKey(channel: WatchChannel): string {
  switch (channel.kind) {
    case 'email':
      return `email:${channel.to.toLowerCase()}`;
    case 'webhook':
      return `webhook:${channel.url}`;
    case 'telegram':
      return `telegram:${channel.chat}`;
    default:
      return channel satisfies never;
  }
}

export const PACES = ['at-once', 'hourly', 'daily', 'weekly'] as const;
export const DAYS = ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'] as const;

const phrases = z.array(z.string().trim().min(2).max(200)).max(100).default([]);

/** An empty list narrows nothing; the values of one list are joined by OR, the lists by AND. */
export const WatchRules = z.strictObject({
  name: z.string().trim().min(1).max(120).describe('what people call it'),
  account: z
    .string()
    .nullable()
    .default(null)
    .describe('whose watch it is: it is told no more than this account may see'),
  active: z.boolean().default(true).describe('false keeps it and sends nothing'),
  regions: z
    .array(RegionCode)
    .max(200)
    .default([])
    .describe('regions with all below them; [] the whole country'),
  elections: z.array(ElectionId).default([]),
  stages: z.array(ElectionStage).default([]).describe('stage of the election on the day'),
  kinds: z.array(Coverage).default([]).describe('kinds of report'),
  violations: z.array(Violation).default([]).describe('acts of SKB 2022'),
  actors: z.array(Actor).default([]),
  offices: phrases.describe(
    'offices, in the text or as that of somebody quoted: Sekda, Dinas Pendidikan',
  ),
  words: phrases.describe('searches as in the search box, by stem; one of them must answer'),
  sources: z.array(z.string()).default([]).describe('ids of sources'),
  relevance: z.number().min(0).max(1).default(0).describe('least relevance'),
  decisions: z
    .array(Decision)
    .default(['relevant', 'review'])
    .describe("'review' are those that a person has yet to judge"),
  advertorials: z.boolean().default(false).describe('also paid articles'),
  copies: z.boolean().default(false).describe('also each copy of a text in another outlet'),
  events: z
    .array(WatchEvent)
    .min(1)
    .default(['first', 'kind', 'outlet', 'edited', 'gone'])
    .describe('what is told of a story'),
  freshDays: z
    .int()
    .min(1)
    .nullable()
    .default(14)
    .describe('articles older than so many days give no alert; null for any age'),
  channels: z
    .array(WatchChannel)
    .max(20)
    .default([])
    .describe('besides the feed that every watch has'),
  pace: z.enum(PACES).default('at-once').describe('at once, or gathered'),
  at: Clock.default('07:00').describe('time of the daily and weekly digest'),
  day: z.enum(DAYS).default('senin').describe('day of the weekly digest'),
  quiet: z
    .strictObject({ from: Clock, to: Clock })
    .nullable()
    .default(null)
    .describe('hours in which nothing is sent; it comes when they are over'),
  zone: z.enum(['WIB', 'WITA', 'WIT']).default('WIB').describe('clock of at, day and quiet'),
  cap: z
    .int()
    .min(1)
    .max(50)
    .default(12)
    .describe("alerts told in one message; the others are '… and 12 more'"),
  language: z.enum(['id', 'en']).default('id'),
});
export type WatchRules = z.infer<typeof WatchRules>;

export const WATCH_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A watch by the name of its file. */
export type Watch = WatchRules & { id: string };

/** An alert as it was when it was given; what is sent is made of it, so a repeat says the same. */
export const Alert = z.object({
  /** The same in each repeat. */
  key: z.string(),
  watch: z.string(),
  /** The story of this watch; alerts of one story come in order. */
  incident: z.int(),
  /** Most telling first. */
  events: z.array(AlertEvent).min(1),
  at: z.iso.datetime(),
  article: z.object({
    id: z.string(),
    version: z.int(),
    url: z.string(),
    title: z.string(),
    outlet: z.string(),
    day: z.iso.date().nullable(),
    /** Opening words of the text. */
    opening: z.string(),
  }),
  regions: z.array(RegionCode),
  primary: RegionCode.nullable(),
  elections: z.array(ElectionId),
  stage: ElectionStage.nullable(),
  kind: Coverage,
  /** The kind that the story had before, where the event is a new one. */
  kindBefore: Coverage.nullable(),
  actors: z.array(Actor),
  violations: z.array(Violation),
  advertorial: z.boolean(),
  decision: Decision,
  /** Words that speak for the tags, with the tag. */
  why: z.array(z.object({ tag: z.string(), quote: z.string() })),
  /** Articles, texts and outlets of the story so far, as far as they answer the watch. */
  counts: z.object({ articles: z.int(), texts: z.int(), outlets: z.int() }),
  /** Words that an edit took out and put in. */
  edit: z.object({ removed: z.int(), added: z.int() }).nullable(),
});
export type Alert = z.infer<typeof Alert>;
