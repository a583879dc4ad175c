// Buckets and the calendar of the elections → bands of stages and lines of votes, in places along the buckets.
import type { Election } from '../../../schemas/knowledge.ts';
import type { ElectionId, ElectionStage } from '../../../schemas/tag.ts';
import { STAGE_NAMES } from '../names.ts';

type Span = { from: string; to: string };

/** `from` and `to` lie on an axis where bucket 0 reaches from -0.5 to 0.5; `stage` is the number of a colour. */
export type Band = { from: number; to: number; stage: number; label: string };

const STAGES = Object.keys(STAGE_NAMES) as ElectionStage[]; // a record of all stages
/** What follows a vote has no end worth drawing. */
const DRAWN: ReadonlySet<ElectionStage> = new Set(['pencalonan', 'kampanye', 'masa-tenang']);

/** Letters of a name behind the bars need about so many units. */
const NAME = 68;

/** `width`: of the chart, in which a narrow band has no name. */
export function bandsOf(
  buckets: readonly Span[],
  elections: readonly Election[],
  width: number,
): Band[] {
  const bands = elections.flatMap(({ stages }) =>
    stages
      .filter(({ stage }) => DRAWN.has(stage))
      .flatMap(({ stage, from, to }) => {
        const [low, high] = [placeOf(buckets, from, 'from'), placeOf(buckets, to, 'to')];
        const label =
          high !== null && low !== null && high - low > (buckets.length * NAME) / width
            ? STAGE_NAMES[stage]
            : '';
        return low === null || high === null || high <= low
          ? []
          : [{ from: low, to: high, stage: STAGES.indexOf(stage), label }];
      }),
  );
  return bands;
}

export type Vote = {
  at: number;
  election: ElectionId;
  /** So close to the one before that its name would cover it. */
  near: boolean;
};

/** Days of the vote within the buckets, oldest first. */
export function votesOf(
  buckets: readonly Span[],
  elections: readonly Election[],
  width: number,
): Vote[] {
  const votes = elections
    .filter(({ kind }) => kind === 'pemilu' || kind === 'pilkada')
    .flatMap(({ id, votes: days }) => days.map((day) => ({ day, election: id })))
    .filter(({ day }) => isInside(buckets, day))
    .flatMap(({ day, election }) => {
      const at = placeOf(buckets, day, 'from');
      return at === null ? [] : [{ at, election }];
    })
    .sort((a, b) => a.at - b.at);
  let last = -Infinity;
  return votes.map((vote) => {
    const near = vote.at - last < (buckets.length * (NAME + 20)) / width;
    if (!near) last = vote.at;
    return { ...vote, near };
  });
}

const isInside = (buckets: readonly Span[], day: string): boolean =>
  day >= (buckets.at(0)?.from ?? '9') && day <= (buckets.at(-1)?.to ?? '');

/** Where a day lies along the buckets, its morning or its evening; null where there are none or it lies beyond. */
function placeOf(buckets: readonly Span[], day: string, edge: 'from' | 'to'): number | null {
  const [first, last] = [buckets.at(0), buckets.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (day < first.from) return edge === 'from' ? -0.5 : null;
  if (day > last.to) return edge === 'to' ? buckets.length - 0.5 : null;
  const index = buckets.findIndex(({ to }) => day <= to);
  const bucket = buckets[index] ?? last;
  const length = days(bucket.from, bucket.to) + 1;
  const within = days(bucket.from, day) + (edge === 'to' ? 1 : 0);
  return index - 0.5 + within / length;
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
