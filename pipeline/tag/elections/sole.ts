// No day is known: which single election of a kind can the article be about? By its words, its region, its weekdays.
import type { Election } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { ElectionId } from '../../../schemas/tag.ts';
import type { Calendar } from './calendar.ts';
import { dayBetween } from './day.ts';
import type { DaySource, WrittenDate } from './day.ts';
import type { Era } from './era.ts';

export type Sole = { election: ElectionId; day: DaySource | null };

export type Clues = { era: Era; dates: WrittenDate[]; region: RegionCode | null };

/**
 * Null where none or several remain. Of several that fit the weekday of a date the latest is taken: far more was
 * written of it (29 cases of ASN in Pilkada 2015, 1,536 in 2020, whose weekdays fall alike).
 */
export function soleElection(
  kind: Election['kind'],
  calendar: Calendar,
  { era, dates, region }: Clues,
): Sole | null {
  const dated = dates.some(({ weekday, year }) => weekday !== null && year === null);
  const left: Sole[] = [];
  for (const { id, from, to } of calendar.windows(kind)) {
    const first = from > era.from ? from : era.from;
    const last = to < era.to ? to : era.to;
    if (first > last) continue;
    if (kind === 'pilkada' && region !== null && !votes(calendar, region, id)) continue;
    const day = dayBetween(dates, first, last);
    if (dated && day === null) continue;
    left.push({ election: id, day });
  }
  if (left.length === 1 || dated) return left.at(-1) ?? null;
  return null;
}

/** A province may stand for any of its parts. */
function votes(calendar: Calendar, region: RegionCode, election: ElectionId): boolean {
  const province = provinceOf(region);
  if (region === province) return true;
  return calendar.takesPart(region, election) || calendar.takesPart(province, election);
}
