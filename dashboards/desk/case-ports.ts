// What the pages of cases ask; answered by oversight/cases. What a viewer may not see is not there: null or false.
import type { Article } from '../../schemas/article.ts';
import type { Case, CaseEvent, CaseState } from '../../schemas/case.ts';
import type { Viewer } from '../../schemas/viewer.ts';

export type CaseArticle = { article: Article; byStory: boolean; fresh: boolean };

export type CaseView = {
  case: Case;
  /** Newest first. */
  articles: CaseArticle[];
  /** Newest first. */
  events: CaseEvent[];
  lastNews: string;
  /** No news for 21 days, and not closed. */
  quiet: boolean;
};

export type CaseAround = { case: Case; holds: boolean };

export type CaseDesk = {
  cases: (viewer: Viewer) => CaseView[];
  case: (viewer: Viewer, n: number) => CaseView | null;
  /** Each case that the viewer may see, and whether it holds the article, itself or by its story. */
  around: (viewer: Viewer, article: string) => CaseAround[];
  open: (
    viewer: Viewer,
    opened: { title: string; article: string; story: boolean },
  ) => number | null;
  add: (viewer: Viewer, n: number, article: string, story: boolean) => boolean;
  note: (viewer: Viewer, n: number, text: string) => boolean;
  move: (viewer: Viewer, n: number, state: CaseState, why: string) => boolean;
  date: (viewer: Viewer, n: number, nextDate: string | null) => boolean;
  looked: (viewer: Viewer, n: number) => boolean;
};
