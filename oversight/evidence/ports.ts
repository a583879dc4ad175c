// What evidence needs from the rest: met by the archive and by cli/.
import type { Article, VersionKind } from '../../schemas/article.ts';
import type { LogLine, TimeStamp } from '../../schemas/evidence.ts';
import type { Page } from '../../schemas/page.ts';
import type { Result } from '../../schemas/result.ts';

/** The log, its parts and its time stamps. Nothing of it can be changed or taken away. */
export type EvidenceStore = {
  head(): LogLine | null;
  append(
    line: LogLine,
    subject: { kind: string; article: string | null; version: number | null },
    more: { parts: readonly Uint8Array[]; waits: boolean },
  ): void;
  has(article: string, version: number, kind: string): boolean;
  linesOf(article: string): LogLine[];
  lines(from: number, to: number): Iterable<LogLine>;
  line(seq: number): LogLine | null;
  keyLines(): LogLine[];
  part(hash: string): Uint8Array | null;
  /** Captures whose page is to be drawn, newest first, without those in `but`. */
  waiting(limit: number, but?: readonly number[]): number[];
  drawn(seq: number): void;
  saveStamp(stamp: TimeStamp): void;
  /** The first stamp that was granted on this line or a later one. */
  stampFrom(seq: number): TimeStamp | null;
  lastStamp(): TimeStamp | null;
  /** The newest stamp that was granted. */
  lastGranted(): TimeStamp | null;
  /** The last time that the page of an article was there. */
  lastSeen(article: string): string | null;
  /** Other articles whose newest version has this text key. */
  carriers(textKey: string, but: string): string[];
};

export type EvidenceArchive = {
  evidence: EvidenceStore;
  transaction<T>(work: () => T): T;
  changesAfter(seq: number, limit: number): { seq: number; article: string; version: number }[];
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  article(id: string): Article | null;
  articleVersion(id: string, version: number): Article | null;
  /** Oldest first. */
  versions(id: string): { version: number; at: string; what: VersionKind }[];
  page(id: number): Page | null;
  reports: { article(id: string): { siteName: string } | null };
  groups: {
    /** The group of articles with the same text. */
    textOf(id: string): string | null;
    members(text: string): string[];
  };
};

/** How a stored page looks in a browser, and what it was drawn with. */
export type Look = {
  html: Uint8Array;
  /** JPEG. */
  picture: Uint8Array;
  cut: boolean;
  resources: Map<string, Pick<Page, 'status' | 'finalUrl' | 'headers' | 'body'>>;
  refused: number;
};

/**
 * Draws a page. The error says why a page could not be drawn. Null where this process cannot, but another may: its source
 * list has not the source, or its machine no Chromium.
 */
export type Looking = (page: Page, signal: AbortSignal) => Promise<Result<Look, string> | null>;

/** Sends a time-stamp request (RFC 3161, DER) and gives the response; the error is for a person. */
export type AskService = (request: Uint8Array) => Promise<Result<Uint8Array, string>>;
