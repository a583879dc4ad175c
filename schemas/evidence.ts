// An entry of the evidence log: what was kept of an article, when, under which hashes. The log's form is fixed: packs
// made years ago are checked against it, so a change is a new `v`.
import { z } from 'zod';
import { VersionKind } from './article.ts';
import { Decision } from './tag.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * warc: raw responses. reading: title, text and tags with their spans. Of the page in a browser: screenshot; seen, the
 * HTML as it stood, gzip; drawn, a WARC of what it was drawn with.
 */
export const EvidenceRole = z.enum(['warc', 'reading', 'screenshot', 'seen', 'drawn']);
export type EvidenceRole = z.infer<typeof EvidenceRole>;

export const EvidencePart = z.strictObject({
  role: EvidenceRole,
  sha256: Sha256,
  bytes: z.int().min(0),
  type: z.string(),
});
export type EvidencePart = z.infer<typeof EvidencePart>;

/** What could not be kept, and why: absence is stated. */
export const EvidenceMissing = z.strictObject({ role: EvidenceRole, reason: z.string() });
export type EvidenceMissing = z.infer<typeof EvidenceMissing>;

/** A page as it was fetched; `sha256` of its bytes, content-encoding undone. */
export const EvidencePage = z.strictObject({
  url: z.string(),
  finalUrl: z.string(),
  fetchedAt: z.iso.datetime(),
  status: z.int(),
  via: z.enum(['http', 'browser']),
  sha256: Sha256,
});
export type EvidencePage = z.infer<typeof EvidencePage>;

const common = { v: z.literal(1), at: z.iso.datetime() };
const ofArticle = { article: z.string(), version: z.int() };

/** Whether a view follows in an entry of its own: the page is drawn once, soon after it was fetched, where there is a browser. */
export const ViewPlan = z.enum([
  'follows',
  'drawn-before',
  'too-old',
  'no-browser',
  'off',
  'no-page',
]);
export type ViewPlan = z.infer<typeof ViewPlan>;

/** One version of an article. `at` is when it was entered, `changedAt` when the version came about. */
export const CaptureEntry = z.strictObject({
  ...common,
  kind: z.literal('capture'),
  ...ofArticle,
  what: VersionKind,
  changedAt: z.iso.datetime(),
  site: z.string(),
  outlet: z.string(),
  url: z.string(),
  title: z.string(),
  decision: Decision,
  goneAt: z.iso.datetime().nullable(),
  pages: z.array(EvidencePage),
  parts: z.array(EvidencePart),
  missing: z.array(EvidenceMissing),
  view: ViewPlan,
});
export type CaptureEntry = z.infer<typeof CaptureEntry>;

/** How the page of a capture looked, drawn from its stored bytes at `at`. */
export const ViewEntry = z.strictObject({
  ...common,
  kind: z.literal('view'),
  ...ofArticle,
  parts: z.array(EvidencePart),
  missing: z.array(EvidenceMissing),
  /** The screenshot ends before the page does. */
  cut: z.boolean(),
  /** Requests of the page that were not made: advertisers, media, more than the cap. */
  refused: z.int(),
});
export type ViewEntry = z.infer<typeof ViewEntry>;

/** The key that signs from here on: the first entry of a log, and after a key was lost. */
export const KeyEntry = z.strictObject({
  ...common,
  kind: z.literal('key'),
  /** SubjectPublicKeyInfo of the Ed25519 key, base64. */
  publicKey: z.string(),
  fingerprint: Sha256,
  previous: Sha256.nullable(),
});
export type KeyEntry = z.infer<typeof KeyEntry>;

export const EvidenceEntry = z.discriminatedUnion('kind', [CaptureEntry, ViewEntry, KeyEntry]);
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

/** An entry in its place: `content` = SHA-256 of `entry`, `hash` = SHA-256 of 'seq\nprev\ncontent', `signature` over `hash`. */
export const LogLine = z.strictObject({
  seq: z.int().min(1),
  /** Hash of the line before; 64 zeros before the first. */
  prev: Sha256,
  content: Sha256,
  hash: Sha256,
  /** Canonical JSON. */
  entry: z.string(),
  /** Fingerprint of the key, and its Ed25519 signature in base64. */
  key: Sha256,
  signature: z.string(),
});
export type LogLine = z.infer<typeof LogLine>;

/**
 * A line of an excerpt that is about something else: enough for the chain, and no more said. With its hash where a time
 * stamp is on it, for who checks that by hand.
 */
export const OtherLine = LogLine.pick({ seq: true, content: true })
  .extend({ hash: Sha256.optional() })
  .strict();
export type OtherLine = z.infer<typeof OtherLine>;

/** One answer of a time-stamp service (RFC 3161) about the log as it was at `seq`, or why there is none. */
export type TimeStamp = {
  seq: number;
  hash: string;
  at: string;
  service: string;
  /** The DER of TimeStampResp; null where it failed. */
  response: Uint8Array | null;
  failure: string | null;
};
