// Addresses of articles that lead elsewhere → the article that is read there is the same one, or another.
import type { Archive } from '../archive/open.ts';
import { viewText } from '../pipeline/group/article.ts';
import type { TextView } from '../pipeline/group/article.ts';
import { sameText } from '../pipeline/group/same-text.ts';
import type { Article } from '../schemas/article.ts';
import { type ReviewStore, tagsInPlaceOf } from './reviewed.ts';

type Deps = {
  archive: Pick<Archive, 'article' | 'moves' | 'retag' | 'transaction'> & { desk: ReviewStore };
  /** ISO 8601, UTC. */
  now: () => string;
};

type Read = Pick<Article, 'site' | 'url' | 'extracted' | 'tags' | 'textKey'>;

/** Moves judged in one transaction. */
const BATCH = 25;

/**
 * Before an article is saved at an address that has none: where an article of its source leads to it and says the
 * same, it is saved as that one. A section or a notice to which many addresses lead is none of them.
 */
export function followMoves({ archive, now }: Deps, read: Read): void {
  for (const move of archive.moves.movesTo(read.url)) {
    const article = archive.article(move.article);
    if (article === null || !isSame(article, read)) continue;
    archive.moves.follow(move, null, now());
    return;
  }
}

/**
 * Judges the moves whose target has been read: the two articles become one, or both stay. A process that is killed
 * leaves a move as it was, and the next call judges it. Returns how many became one.
 */
export function settleMoves({ archive, now }: Deps): number {
  let joined = 0;
  const judgeNext = (): boolean => {
    const move = archive.moves.moveToJudge();
    if (move === null) return false;
    const [own, other] = [archive.article(move.article), archive.article(move.other)];
    if (own === null || other === null || !isSame(own, other)) archive.moves.leaveApart(move);
    else if (own.id === other.id) archive.moves.follow(move, null, now());
    else {
      const tags = tagsInPlaceOf(archive.desk, own.id, other);
      const left = archive.moves.follow(move, tags, now());
      if (left === other.id) archive.retag(left, tags, now());
      joined += 1;
    }
    return true;
  };
  // Most of the time there is none: no need to hold up who writes.
  while (archive.moves.moveToJudge() !== null)
    archive.transaction(() => {
      for (let n = 0; n < BATCH && judgeNext(); n += 1);
    });
  return joined;
}

/** By the rule that groups copies: the same words, names and place. */
function isSame(a: Read, b: Read): boolean {
  if (a.site !== b.site) return false;
  return a.textKey === b.textKey || sameText(view(a), view(b)).same;
}

const view = ({ extracted: { title, text }, tags }: Read): TextView =>
  viewText({ title, text, tags });
