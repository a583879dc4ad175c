// What the dashboard asks of evidence; answered by cli/proving/desk.ts.
import type { ArticleFilter } from '../../schemas/filter.ts';
import type { Result } from '../../schemas/result.ts';
import type { Viewer } from '../../schemas/viewer.ts';

/** Why there is no pack: nothing is kept of these articles; they are too many for one; others are being made; the key is not here. */
export type PackFault = 'nothing-kept' | 'too-many' | 'busy' | 'no-key';

export type EvidenceDesk = {
  /** Articles that a pack holds at most. */
  most: number;
  /** Entries of the log on an article. */
  kept: (id: string) => number;
  /** The articles of a view, newest first; one more than `most` where there are more. */
  matching: (filter: ArticleFilter) => string[];
  /**
   * The bytes of a WACZ of these articles, each of which the viewer sees; `title` is that of its report, null for one
   * made of the articles. Of copies it names those that the viewer sees.
   */
  pack: (
    viewer: Viewer,
    ids: readonly string[],
    title: string | null,
  ) => Promise<Result<ReadableStream<Uint8Array>, PackFault>>;
};
