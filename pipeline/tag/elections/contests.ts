// An election → the contests that the article names or clearly implies.
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { Contest, ElectionId } from '../../../schemas/tag.ts';
import type { Calendar } from './calendar.ts';
import type { ElectionMention } from './mentions.ts';

export type FoundContest = { contest: Contest; mention: ElectionMention; rule: string };

type Where = { calendar: Calendar; region: RegionCode | null };

const NATIONAL: readonly Contest[] = ['pilpres', 'pileg'];
const LOCAL: readonly Contest[] = ['pilgub', 'pilbup', 'pilwalkot'];

const contestsOfKind = (kind: string): readonly Contest[] =>
  kind === 'pemilu' ? NATIONAL : kind === 'pilkades' ? [] : LOCAL;

/** `recalled`: the article only looks back on the election. */
export function contestsOf(
  election: ElectionId,
  mentions: ElectionMention[],
  {
    calendar,
    primary,
    recalled,
  }: { calendar: Calendar; primary: RegionCode | null; recalled: boolean },
): { contests: FoundContest[] } {
  const kind = calendar.kindOf(election);
  const open = kind === 'unspecified' ? [...NATIONAL, ...LOCAL] : contestsOfKind(kind);
  const contests: FoundContest[] = [];
  for (const contest of open.filter((one) => isHeld(one, primary, calendar))) {
    const mention = mentions.find(
      (candidate) =>
        !candidate.noise &&
        !candidate.document &&
        (recalled || !candidate.past) &&
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
  const governor = contests.some(({ contest }) => contest === 'pilgub');
  const where = { calendar, region: primary };
  return {
    contests: contests.filter(({ contest }) => !governor || !isIdle(contest, election, where)),
  };
}

/** A kota elects no bupati, a kabupaten no wali kota: there the word is part of a list. */
function isHeld(contest: Contest, region: RegionCode | null, calendar: Calendar): boolean {
  const own = region === null ? null : calendar.contestOf(region);
  return own === null || own === 'pilgub' || !OWN_HEADS.has(contest) || contest === own;
}

/** Beside the governor's, the contest of a region that elects no head this time: 'Kampar tidak memilih bupati tahun ini'. */
function isIdle(contest: Contest, election: ElectionId, { calendar, region }: Where): boolean {
  return (
    region !== null &&
    OWN_HEADS.has(contest) &&
    calendar.kindOf(election) === 'pilkada' &&
    calendar.contestOf(region) === contest &&
    !calendar.takesPart(region, election)
  );
}

const OWN_HEADS: ReadonlySet<Contest> = new Set<Contest>(['pilbup', 'pilwalkot']);

/** Jakarta elects a governor and no heads below him (UU 29/2007, UU 2/2024). */
const CAPITAL: RegionCode = '31';

/** A region that does not elect its own head in this election can only mean its governor's. */
function impliedBy(
  election: ElectionId,
  mentions: ElectionMention[],
  { calendar, region }: { calendar: Calendar; region: RegionCode },
): FoundContest | null {
  const province = provinceOf(region);
  if (region === province ? province !== CAPITAL : calendar.takesPart(region, election))
    return null;
  if (!calendar.takesPart(province, election)) return null;
  const mention = mentions.find(({ means, noise }) => means === 'pilkada' && !noise);
  return mention === undefined ? null : { contest: 'pilgub', mention, rule: 'cohort' };
}
