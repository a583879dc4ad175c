// Articles of one text → who published it first.
import type { GroupArticle } from './article.ts';
import { dayOf } from './story.ts';

type Dated = Pick<GroupArticle, 'id' | 'localDay' | 'published' | 'firstSeen'>;

/**
 * Order of publication: by local day, unknown days last; on one day by the clock, and where a page gives no clock by
 * when it was first seen; then by first seen, then by id. A total order.
 */
export function byPublication(a: Dated, b: Dated): number {
  return (
    (dayOf(a.localDay) ?? Infinity) - (dayOf(b.localDay) ?? Infinity) ||
    moment(a) - moment(b) ||
    compare(a.firstSeen, b.firstSeen) ||
    compare(a.id, b.id)
  );
}

function moment({ published, firstSeen }: Dated): number {
  const at = Date.parse(published ?? firstSeen);
  return Number.isNaN(at) ? 8.64e15 : at;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
