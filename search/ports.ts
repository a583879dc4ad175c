// What the projection needs from the archive.
import type { Article } from '../schemas/article.ts';
import type { CoverageDay } from '../schemas/coverage.ts';

/** A new version of an article; every version has one change, later versions later. */
export type Change = { seq: number; article: string; version: number };

export type ChangeFeed = {
  /** Changes after `seq`, oldest first. */
  changesAfter(seq: number, limit: number): Change[];
  /** Coverage rows whose change sequence is above `seq`, oldest first, with that sequence. */
  coverageAfter(seq: number, limit: number): { seq: number; row: CoverageDay }[];
  /** The article at its newest version; null for an unknown id. */
  article(id: string): Article | null;
  /** 0 for a consumer that never saved one. */
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  /** Documents that Elasticsearch refused for good, with the reason; shown by status, sent again by index --rebuild. */
  saveRefused(consumer: string, id: string, version: number, reason: string, at: string): void;
  /** Drops the cursors and refused documents of consumers whose name starts with `family`, but those of `kept`: the indices of the others are gone. */
  forgetConsumers(family: string, kept: string): void;
};
