// The age of an article: what came to light in an old archive is no news.
import type { Article } from '../../schemas/article.ts';
import type { Watch } from '../../schemas/watch.ts';

const DAY_MS = 86_400_000;

/** The day of an article; of one without a date the day on which it was first seen (UTC). */
export const dayOf = ({ localDay, firstSeen }: Article): string =>
  localDay ?? firstSeen.slice(0, 10);

/** Young enough for the watch at the moment `at` (ISO 8601)? */
export const isFresh = (
  { freshDays }: Pick<Watch, 'freshDays'>,
  article: Article,
  at: string,
): boolean =>
  freshDays === null || Date.parse(at) - Date.parse(dayOf(article)) < (freshDays + 1) * DAY_MS;
