// No day is known: which single election of a kind can the article be about? By its words, its region, its weekdays.
import type { Election } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import type { ElectionId } from '../../../schemas/tag.ts';
import type { Calendar } from './calendar.ts';
import { dayBetween } from './day.ts';
import type { DaySource, WrittenDate } from './day.ts';
import type { Era } from './era.ts';

export type Sole = { election: ElectionId; day: DaySource | null };

/** `past` is the last year of an election that is looked back on; 0 if none is. */
export type Clues = { era: Era; dates: WrittenDate[]; region: RegionCode | null; past: number };

/**
 * Null where none or several remain. Of several the one after an election that is looked back on is taken. Of several that fit the weekday of a date the latest is taken: far more was
 * written of it (29 cases of ASN in Pilkada 2015, 1,536 in 2020, whose weekdays fall alike).
 */
export function soleElection(
  kind: Election['kind'],
  calendar: Calendar,
  { era, dates, region, past }: Clues,
): Sole | null {
  const dated = dates.some(({ weekday, year }) => weekday !== null && year === null);
  const left: Sole[] = [];
  for (const { id, from, to } of calendar.windows(kind)) {
    const first = from > era.from ? from : era.from;
    const last = to < era.to ? to : era.to;
    if (first > last) continue;
    // A province may stand for any of its parts.
    const local = kind === 'pilkada' && region !== null && region.length > 2;
    if (local && !calendar.votesIn(id, region)) continue;
    const day = dayBetween(dates, first, last);
    if (dated && day === null) continue;
    left.push({ election: id, day });
  }
  if (past > 0) return left.find(({ election }) => Number(election.slice(-4)) > past) ?? null;
  return left.length === 1 || dated ? (left.at(-1) ?? null) : null;
}
