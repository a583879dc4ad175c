// What grouping needs from whoever keeps its state: memory (memory-store.ts) or the archive.
import type { GroupArticle } from './article.ts';
import type { Sketch } from './sketch.ts';

export type StoryLink = { text: string; score: number };

/** Where an article stands. A text has some anchors, by which it is found; its other articles follow one of them. */
export type Placed = {
  text: string;
  /** The anchor that it follows; null for an anchor. */
  follows: string | null;
  /** Hash of all that comparing texts takes of it: while it is the same, so is the article's text. */
  sign: number;
};

/** Of an article: characters of its text; days since 1970, null where unknown. */
export type Measure = { length: number; day: number | null };

/** Who tells a text (its longest anchor; of equals the one with the smallest id), and the first day that its articles name. */
export type Told = { teller: string; day: number | null };

/**
 * All calls are synchronous; a caller that wants a put to be whole or not at all wraps it in a transaction. Calls that
 * give lists give short ones, whatever the articles are: of anchors, of links between them, of candidates.
 */
export type GroupStore = {
  /** The article as it now is; null where it is gone or never was. */
  article(id: string): GroupArticle | null;

  /** Replaces what an anchor is found by, and told apart from most others; null forgets it. */
  saveTextKeys(id: string, kept: KeptText | null): void;
  /**
   * Anchors that have at least `least` of these keys, those with most of them first, of equals those of the place
   * `near`, then those with the smallest ids; `limit` at most. A key of more than `most` anchors does not count.
   */
  sharingTextKeys(keys: readonly number[], near: string | null, limits: TextLimits): Candidate[];
  /** Anchors whose text is the same, by pair; saved in both directions, replacing those of `id`. */
  textLinks(id: string): string[];
  saveTextLinks(id: string, others: readonly string[]): void;

  placed(id: string): Placed | null;
  /** null: it belongs to no text any more. */
  place(id: string, placed: (Placed & Measure) | null): void;
  /** All articles of the one text belong to the other. */
  renameText(from: string, to: string): void;
  /** The anchor and those that follow it belong to this text. */
  moveAnchor(id: string, text: string): void;
  /** The follower with the smallest id becomes an anchor in place of `id`, and the others follow it; it out. */
  succeed(id: string): string | null;
  /** Anchors of the text, counted up to `limit`; the smallest id of one. */
  anchorCount(text: string, limit: number): number;
  firstAnchor(text: string): string | null;
  /** As its articles now are; null where it has none. */
  toldNow(text: string): Told | null;
  /** As saved. */
  told(text: string): Told | null;
  saveTold(text: string, told: Told | null): void;

  /** Replaces what a text is found and compared by; null forgets it. */
  saveStoryView(text: string, kept: KeptStory | null): void;
  /** The bytes of it, as saved. */
  storyView(text: string): Uint8Array | null;
  /**
   * Texts that have one of these keys, no further than `window` days away where both days are known: those with most of
   * them first, of equals those with the smallest ids. A key of more than `most` such texts does not count.
   */
  sharingStoryKeys(keys: readonly number[], day: number | null, limits: StoryLimits): string[];
  /** The strongest first, `limit` at most. */
  storyLinks(text: string, limit: number): StoryLink[];
  saveStoryLinks(text: string, links: readonly StoryLink[]): void;

  storyOf(text: string): string | null;
  saveStory(text: string, story: string | null): void;
  /** The story that this text names goes by the smallest of its other texts, if it has any. */
  passStoryOn(text: string): void;
};

/** An anchor, its place as tagged, and the text that it belongs to, null for none. */
export type Candidate = {
  id: string;
  primary: string | null;
  text: string | null;
  sketch: Sketch;
};

export type KeptText = { keys: readonly number[]; sketch: Sketch };
/** `day`: days since 1970, null where unknown. `bytes`: story-bytes.ts. */
export type KeptStory = { keys: readonly number[]; day: number | null; bytes: Uint8Array };

export type TextLimits = { least: number; most: number; limit: number };
export type StoryLimits = { window: number; most: number; limit: number };
