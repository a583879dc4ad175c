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
  /** Articles that went into another text or story after `seq`, in the order of their last change. */
  groupChangesAfter(seq: number, limit: number): { seq: number; article: string }[];
  /** The greatest sequence that groupChangesAfter can name now; 0 where none is. */
  lastGroupChange(): number;
  /** Ids of the articles that name its text and its story; `revision` grows with each change of either, from 0. */
  groupsOf(id: string): { text: string; story: string; revision: number };
  /** The article at its newest version; null for one that goes on under the id of an older one. */
  article(id: string): Article | null;
  /** 0 for a consumer that never saved one. */
  cursor(consumer: string): number;
  saveCursor(consumer: string, seq: number): void;
  /** Documents that Elasticsearch refused for good, with the reason; shown by status, sent again by index --rebuild. */
  saveRefused(consumer: string, id: string, version: number, reason: string, at: string): void;
  /** Drops the cursors and refused documents of consumers whose name starts with `family`, but those of `kept`: the indices of the others are gone. */
  forgetConsumers(family: string, kept: string): void;
};
