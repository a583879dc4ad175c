// What a newspaper of the row is: an entry for the source list, the addresses it has, and what stands at each.
import type { FoundBy } from '../schemas/page.ts';
import type { SkipReason } from '../schemas/outcome.ts';
import type { RegionCode } from '../schemas/region.ts';
import type { Site } from '../schemas/site.ts';
import type { Answer } from './answer.ts';
import type { Edition, Piece } from './articles.ts';

/** How an address ends in a perfect crawl; a failure is always one of fetching. */
export type Ending =
  | { kind: 'kept' }
  /** `moved`: a redirect says so, and the bytes are those of its target. */
  | { kind: 'skipped'; reason: SkipReason; moved?: true }
  | { kind: 'failed'; reason: string };

/** An address that a perfect crawl comes to know. */
export type Entry = {
  /** Path and query, in the canonical form. */
  path: string;
  /** Path and query as the feed prints it, where that differs: with the parameters of a campaign. */
  printedAs?: string;
  /** Ways that lead to it. */
  foundBy: FoundBy[];
  ending: Ending;
  /** The article that stands there: under its own address, or as a copy, a part, an old address of it. */
  piece: Piece | null;
  title: string;
  at: string | null;
  /** Last change, where it is later than `at`. */
  modified: string | null;
  /** An article of the first edition that the second has removed. */
  removed: boolean;
};

/** How an address behaves before, or instead of, answering. */
export type Behaviour =
  /** Answers `status` the first `times` times, then what stands there. */
  | { kind: 'stumble'; status: 429 | 500 | 503; times: number; retryAfter?: number }
  /** Waits before it answers. */
  | { kind: 'slow'; milliseconds: number }
  /** A body that never ends, as fast as the reader takes it. */
  | { kind: 'flood' }
  /** A small gzip body that inflates to hundreds of megabytes. */
  | { kind: 'bomb' };

/** One edition of one newspaper. */
export type Issue = {
  /** 'http://127.0.0.1:8101' */
  origin: string;
  edition: Edition;
  /** When the second edition was made, ISO 8601. */
  editedAt: string;
  /** Its articles, newest first; undated ones last. */
  pieces: Piece[];
  /** Articles of the first edition that this one no longer has: their addresses answer 410. */
  removed: Piece[];
};

export type Ask = {
  path: string;
  query: URLSearchParams;
  issue: Issue;
  /** All addresses of the issue, newest first. */
  entries: Entry[];
};

export type Paper = {
  id: string;
  /** The masthead. */
  name: string;
  region: RegionCode | null;
  /** Sends bodies gzip-compressed to clients that accept it. */
  compress: boolean;
  /** Its articles are rendered by JavaScript. */
  needsBrowser: boolean;
  /** Its robots.txt; '{origin}' stands for the address of the server. */
  robots: string;
  /** Its entry for the source list. */
  site(origin: string): Site;
  /** Path and query of an article. */
  path(piece: Piece): string;
  entries(issue: Issue): Entry[];
  /** Behaviour of single addresses, by path and query. */
  behaviours(issue: Issue): ReadonlyMap<string, Behaviour>;
  /** What stands at the address; null where nothing does. */
  answer(ask: Ask): Answer | null;
};
