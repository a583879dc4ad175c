// Knowledge → questions about the calendar of elections: which one a word of a day or a year means, who takes part.
import type { Election, Knowledge } from '../../../schemas/knowledge.ts';
import type { RegionCode } from '../../../schemas/region.ts';
import { provinceOf } from '../../../schemas/region.ts';
import type { Contest, ElectionId, ElectionStage } from '../../../schemas/tag.ts';

export type Calendar = {
  /** The election of a kind in a year: ('pilkada', 2018) → 'pilkada-2018'. */
  byYear: (kind: Election['kind'], year: number) => ElectionId | null;
  /** The election that the bare word means on a day. */
  byDay: (kind: Election['kind'], day: string) => ElectionId | null;
  /** The vote repeated in a region or in a part of it; null where there is none. */
  revoteIn: (region: RegionCode) => ElectionId | null;
  /** Does the region itself elect its head in this election? */
  takesPart: (region: RegionCode, election: ElectionId) => boolean;
  /** Does the region or its province? */
  votesIn: (election: ElectionId, region: RegionCode) => boolean;
  /** Which head a region elects: 'pilgub', 'pilbup', 'pilwalkot'; null where none is elected. */
  contestOf: (region: RegionCode) => Contest | null;
  kindOf: (election: ElectionId) => Election['kind'];
  inWindow: (election: ElectionId, day: string) => boolean;
  /** Elections of a kind with the days on which the bare word means them. */
  windows: (kind: Election['kind']) => { id: ElectionId; from: string; to: string }[];
  /** The vote held last before a day, or on it: of a kind, in a region (null: any), at most so many days ago. */
  heldBefore: (
    day: string,
    of: { kind: Election['kind'] | null; region: RegionCode | null; days: number },
  ) => ElectionId | null;
  /** Last day of voting; null if not fixed. */
  lastVote: (election: ElectionId) => string | null;
  stageOn: (election: ElectionId, day: string, region: RegionCode | null) => ElectionStage | null;
};

const QUIET_DAYS = 3;
const AFTERMATH_DAYS = 60;

export function createCalendar(knowledge: Knowledge): Calendar {
  const elections = new Map(knowledge.elections.map((election) => [election.id, election]));
  const parts = new Map(knowledge.participation.map((row) => [row.id, row]));
  const within = ({ window }: Election, day: string): boolean =>
    window !== null && window.from <= day && day <= window.to;
  const find = (test: (election: Election) => boolean): ElectionId | null =>
    knowledge.elections.find(test)?.id ?? null;
  const takesPart = (region: RegionCode, election: ElectionId): boolean =>
    parts.get(region)?.elections.includes(election) ?? false;
  const votesIn = (election: ElectionId, region: RegionCode): boolean =>
    takesPart(region, election) || takesPart(provinceOf(region), election);
  return {
    byYear: (kind, year) => find((election) => election.kind === kind && election.year === year),
    byDay: (kind, day) => find((election) => election.kind === kind && within(election, day)),
    revoteIn: (region) =>
      knowledge.revotes.find((row) => row.region === region)?.election ??
      knowledge.revotes.find((row) => row.region === provinceOf(region))?.election ??
      null,
    takesPart,
    votesIn,
    contestOf: (region) => parts.get(region)?.contest || null,
    kindOf: (election) => elections.get(election)?.kind ?? 'unspecified',
    inWindow: (election, day) => {
      const known = elections.get(election);
      return known !== undefined && within(known, day);
    },
    windows: (kind) =>
      knowledge.elections.flatMap(({ id, kind: own, window }) =>
        own === kind && window !== null ? [{ id, ...window }] : [],
      ),
    heldBefore: (day, of) =>
      knowledge.elections
        .filter(({ kind }) => of.kind === null || kind === of.kind)
        .filter(
          ({ id, kind }) => kind !== 'pilkada' || of.region === null || votesIn(id, of.region),
        )
        .flatMap(({ id, votes }) => votes.map((vote) => ({ id, ago: daysBetween(vote, day) })))
        .filter(({ ago }) => ago >= 0 && ago <= of.days)
        .sort((x, y) => x.ago - y.ago)[0]?.id ?? null,
    lastVote: (election) => elections.get(election)?.votes.at(-1) ?? null,
    stageOn: (election, day, region) => {
      const known = elections.get(election);
      if (known === undefined) return null;
      const stage = known.stages.find(({ from, to }) => from <= day && day <= to)?.stage;
      if (stage !== undefined) return stage;
      const vote = knowledge.revotes.find(
        (row) => row.election === election && row.region === region,
      )?.date;
      return vote === undefined || known.stages.length > 0 ? null : stageAround(vote, day);
    },
  };
}

export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A re-vote has no campaign of its own in the calendar: only the days around the vote are sure. */
function stageAround(vote: string, day: string): ElectionStage | null {
  const days = daysBetween(vote, day);
  if (days === 0) return 'pemungutan-suara';
  if (days < 0) return days >= -QUIET_DAYS ? 'masa-tenang' : null;
  return days <= AFTERMATH_DAYS ? 'pasca' : null;
}
