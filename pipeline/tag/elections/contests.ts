// An election → the contests that the article names or clearly implies.
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { Contest, ElectionId } from '../../../schemas/tag.ts';
import type { Calendar } from './calendar.ts';
import type { ElectionMention } from './mentions.ts';

export type FoundContest = { contest: Contest; mention: ElectionMention; rule: string };

const NATIONAL: readonly Contest[] = ['pilpres', 'pileg'];
const LOCAL: readonly Contest[] = ['pilgub', 'pilbup', 'pilwalkot'];

export function contestsOf(
  election: ElectionId,
  mentions: ElectionMention[],
  { calendar, primary }: { calendar: Calendar; primary: RegionCode | null },
): { contests: FoundContest[] } {
  const kind = calendar.kindOf(election);
  const open = kind === 'pemilu' ? NATIONAL : kind === 'pilkades' ? [] : LOCAL;
  const contests: FoundContest[] = [];
  for (const contest of open) {
    const mention = mentions.find(
      (candidate) =>
        !candidate.noise &&
        !candidate.document &&
        !candidate.past &&
        (candidate.sign === null
          ? candidate.means === contest
          : candidate.sign.contest === contest && candidate.sign.election === election),
    );
    if (mention !== undefined) contests.push({ contest, mention, rule: `names:${mention.means}` });
  }
  if (contests.length === 0 && kind === 'pilkada' && primary !== null) {
    const implied = impliedBy(election, mentions, { calendar, region: primary });
    if (implied !== null) contests.push(implied);
  }
  return { contests };
}

/** A region that does not elect its own head in this election can only mean its governor's. */
function impliedBy(
  election: ElectionId,
  mentions: ElectionMention[],
  { calendar, region }: { calendar: Calendar; region: RegionCode },
): FoundContest | null {
  const province = provinceOf(region);
  if (region === province || calendar.takesPart(region, election)) return null;
  if (!calendar.takesPart(province, election)) return null;
  const mention = mentions.find(({ means, noise }) => means === 'pilkada' && !noise);
  return mention === undefined ? null : { contest: 'pilgub', mention, rule: 'cohort' };
}
