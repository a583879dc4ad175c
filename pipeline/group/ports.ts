// What grouping needs from whoever keeps its state: memory (memory-store.ts) or the archive.
import type { GroupArticle } from './article.ts';

export type StoryLink = { text: string; score: number };

/** All calls are synchronous; a caller that wants a put to be whole or not at all wraps it in a transaction. */
export type GroupStore = {
  /** The article as it now is; null where it is gone or never was. */
  article(id: string): GroupArticle | null;

  /** Replaces the text keys of an article; [] forgets it. */
  saveTextKeys(id: string, keys: readonly number[]): void;
  /**
   * Articles that have at least `least` of these keys, in any order; the one that asks may be among them. A key of
   * more than `most` articles does not count.
   */
  sharingTextKeys(keys: readonly number[], least: number, most: number): string[];
  /** Articles whose text is the same, by pair; saved in both directions, replacing those of `id`. */
  textLinks(id: string): string[];
  saveTextLinks(id: string, others: readonly string[]): void;

  /** The same for stories, whose nodes are texts. `day`: days since 1970, null where unknown. */
  saveStoryKeys(text: string, keys: readonly number[], day: number | null): void;
  /** Texts that have one of these keys, no further than `window` days away where both days are known. */
  sharingStoryKeys(keys: readonly number[], day: number | null, window: number): string[];
  storyLinks(text: string): StoryLink[];
  saveStoryLinks(text: string, links: readonly StoryLink[]): void;

  /** Text of an article, articles of a text; story of a text, texts of a story. */
  textOf(id: string): string | null;
  members(text: string): string[];
  storyOf(text: string): string | null;
  /** null: it belongs to none any more. */
  saveText(id: string, text: string | null): void;
  saveStory(text: string, story: string | null): void;
};
