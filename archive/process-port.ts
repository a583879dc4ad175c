// What processing takes from the archive and gives back: the types between it and the loop in cli/.
import type { Extracted } from '../schemas/article.ts';
import type { Outcome } from '../schemas/outcome.ts';
import type { FoundBy, Page } from '../schemas/page.ts';
import type { Tags } from '../schemas/tag.ts';

/** An address whose page is to be read. */
export type PendingPage = {
  /** Order of the ledger; what `staleFor` goes on from. */
  id: number;
  url: string;
  site: string;
  foundBy: FoundBy;
  /** What discovery said of it. */
  title: string | null;
  published: string | null;
  modified: string | null;
  /** Archive id of its newest page. */
  page: number;
  /** It waits to be read for the first time. */
  unread: boolean;
  /** That page, then those of its further parts in order; empty where the bytes of one were dropped to save disk. */
  pages: Page[];
};

/** Which page of which address was processed, and by what. */
export type ProcessedBy = {
  url: string;
  /** Archive id of the first page. */
  page: number;
  codeVersion: string;
  knowledgeVersion: string;
};

export type ArticleContent = {
  /** Canonical address; the article's id comes from it. */
  url: string;
  outlet: string;
  /** Archive ids, first page first. */
  pages: number[];
  extracted: Extracted;
  tags: Tags;
  localDay: string | null;
  textKey: string;
};

/** `new`: unknown before; `changed`: a new version; `same`: nothing differs, no new version and no change row. */
export type SavedArticle = { id: string; version: number; saved: 'new' | 'changed' | 'same' };

export type Processing = {
  /** Pages not yet processed, oldest first; the first page of a split article only once its parts have ended. */
  pending(limit: number): PendingPage[];
  /** Addresses with id above `after` whose page was last processed by other code or knowledge; by id. */
  staleFor(
    codeVersion: string,
    knowledgeVersion: string,
    limit: number,
    after: number,
  ): PendingPage[];
  /**
   * Puts the further pages of a split article in the ledger. Returns how many are to be fetched before the article
   * can be read: unknown ones, and known ones not fetched since the newest page of the first. When 0, `pending`
   * has given all that there are.
   */
  addParts(firstUrl: string, partUrls: string[], at: string): number;
  /** Puts the address that a page calls its own in the ledger as due. False where it is known already. */
  addCanonical(site: string, url: string, at: string): boolean;
  /** Keeps an article: the address ends as kept, its parts as skipped(part). */
  saveArticle(by: ProcessedBy, article: ArticleContent, at: string): SavedArticle;
  /** Ends an address as skipped or failed; an article kept from it before stays as it was. */
  saveEnding(by: ProcessedBy, outcome: Exclude<Outcome, { kind: 'kept' }>, at: string): void;
};
