// Rounds that begin and end → when the next one of each source is due, kept in the archive.
import type { Archive } from '../archive/open.ts';
import type { Crawler } from '../crawlers/crawl.ts';
import { zoneMinutes } from '../crawlers/discover/dates.ts';
import { type Plan, planRound } from '../crawlers/plan.ts';
import { RHYTHM_DAYS } from '../crawlers/rhythm.ts';
import { createCalendar } from '../pipeline/tag/elections/calendar.ts';
import type { StageRule } from '../schemas/config.ts';
import type { Knowledge } from '../schemas/knowledge.ts';
import type { Site } from '../schemas/site.ts';

const DAY = 24 * 3600 * 1000;

export type Planner = {
  /** A round begins: the next one is due by what is known before it. Returns when, UTC ms. */
  begun(site: Site, startedAt: number): number;
  /** It ended. `failed`: no source of addresses answered; `stopped`: cut short, so due again at once. */
  ended(site: Site, startedAt: number, how: 'done' | 'failed' | 'stopped'): void;
};

export type PlannerParts = {
  archive: Pick<Archive, 'plan' | 'scheduleOf' | 'appearances' | 'pace'>;
  crawler: Pick<Crawler, 'web'>;
  /** Longest interval by the election calendar, for a region on a local day; null where no rule holds. */
  limit: (region: string | null, day: string) => number | null;
  /** UTC ms. */
  now: () => number;
};

export function createPlanner({ archive, crawler, limit, now }: PlannerParts): Planner {
  const make = (site: Site, startedAt: number, failures: number): Plan => {
    const day = new Date(startedAt + zoneMinutes(site.region) * 60_000).toISOString().slice(0, 10);
    const from = new Date(startedAt - RHYTHM_DAYS * DAY).toISOString();
    return planRound({
      site,
      startedAt,
      now: now(),
      failures,
      rhythm: rhythmOf(archive.appearances(site.id, from)),
      electionMinutes: limit(site.region, day),
      heldUntil: crawler.web.gate.heldUntil(new URL(site.home)),
    });
  };
  const failuresOf = (site: Site): number => archive.scheduleOf(site.id)?.failures ?? 0;
  return {
    begun: (site, startedAt) => {
      const plan = make(site, startedAt, failuresOf(site));
      archive.plan(site.id, plan);
      return Date.parse(plan.nextDue);
    },
    ended: (site, startedAt, how) => {
      const before = failuresOf(site);
      const failures = how === 'failed' ? before + 1 : how === 'done' ? 0 : before;
      const plan = make(site, startedAt, failures);
      archive.plan(site.id, {
        ...plan,
        ...(how === 'stopped' && { nextDue: new Date(now()).toISOString() }),
      });
    },
  };
}

type Appearances = ReturnType<Archive['appearances']>;

/** Further ahead than the clock of a source may be. */
const AHEAD = 3600 * 1000;
/** What the first round finds has gathered for days: without a date of its own it tells nothing. */
const FIRST_HOURS = 6;

/** Articles by the moment that the source names, else by when they were found. */
function rhythmOf({ since, articles }: Appearances): { arrivals: number[]; since: number } {
  const first = since === null ? Infinity : Date.parse(since);
  const arrivals = articles.flatMap(({ published, foundAt }) => {
    const found = Date.parse(foundAt);
    const named = Date.parse(published ?? '');
    // a bare day is no moment
    if (published?.includes('T') === true && named <= found + AHEAD)
      return [Math.min(named, found)];
    return found > first + FIRST_HOURS * 3600 * 1000 ? [found] : [];
  });
  // what was published before the first round is known as well as what came after
  return { arrivals, since: Math.min(first, ...arrivals) };
}

/** Which rule of the settings holds for a region on a day: the strictest of the stages that it is in. */
export function electionLimit(
  rules: readonly StageRule[],
  knowledge: Knowledge,
): PlannerParts['limit'] {
  if (rules.length === 0) return () => null;
  const { votesIn, takesPart, stageOn } = createCalendar(knowledge);
  const regions = knowledge.participation.map(({ id }) => id);
  /** A province votes with any of its regencies; a national source with the whole country. */
  const votes = (region: string | null, election: Knowledge['elections'][number]): boolean =>
    region === null ||
    election.kind === 'pemilu' ||
    votesIn(election.id, region) ||
    regions.some((id) => id.startsWith(`${region}.`) && takesPart(id, election.id));
  return (region, day) => {
    const stages = knowledge.elections
      .filter((election) => votes(region, election))
      .map(({ id }) => stageOn(id, day, region));
    const limits = rules
      .filter(({ stages: named }) =>
        stages.some((stage) => stage !== null && named.includes(stage)),
      )
      .map(({ maxMinutes }) => maxMinutes);
    return limits.length === 0 ? null : Math.min(...limits);
  };
}
