// What happened since the last assessment, and how each source stands → its new rhythm and its health.
import { z } from 'zod';
import type { SourceHealth } from '../../schemas/health.ts';
import { findCause, type Finding } from './causes.ts';
import { deadlineHour, isLearning, isSilent, limitOf } from './deadline.ts';
import { addMark, driftOf, type Mark, newUsual, Usual } from './drift.ts';
import type { SourceFacts } from './facts.ts';
import { newRhythm, observe, perWeek, rateAt, ratesOf, Rhythm } from './rhythm.ts';

/** What is carried from assessment to assessment of a source. */
export const Known = z.strictObject({ rhythm: Rhythm, usual: Usual });
export type Known = z.infer<typeof Known>;

export const newKnown = (): Known => ({ rhythm: newRhythm(), usual: newUsual() });

/** What a source did in one hour. */
export type HourFact = { hour: number; named: number };

export type SourceNews = {
  facts: SourceFacts;
  known: Known;
  /** Hours in which it was asked and answered, in order: one that cannot be reached is not silent. */
  hours: HourFact[];
  /** New articles, oldest first. */
  marks: Mark[];
};

export type Assessed = {
  known: Known;
  health: SourceHealth;
  /** New articles that its rhythm promised for each local day of the hours; none while it is learnt. */
  expected: { day: string; articles: number }[];
};

const HOUR = 3_600_000;
const DAYS_A_YEAR = 365.25;
const iso = (ms: number): string => new Date(ms).toISOString();
const isoHour = (hour: number): string => iso(hour * HOUR);

/** All sources together: holidays show in all of them. `now` in UTC ms. */
export function assessAll(news: readonly SourceNews[], now: number): Assessed[] {
  const pace = paceOf(news);
  return news.map((each) => assess(each, pace(each.known.rhythm), now));
}

/** Expected articles that a pace is shrunk by: with few sources it says little. */
const PACE_PRIOR = 20;
const SLOWEST = 0.15;
/** A share above this is chance, not a holiday. */
const AS_USUAL = 0.75;

/** The share of the usual that all other sources brought lately. */
function paceOf(news: readonly SourceNews[]): (own: Rhythm) => number {
  const heard = news
    .map(({ known }) => known.rhythm)
    .filter((rhythm) => !isLearning(rhythm) && !isSilent(rhythm, limitOf(rhythm)));
  const counted = new Set(heard);
  const totals = newRhythm().lately.map((_, span) =>
    sumOf(heard.map(({ lately }) => lately[span])),
  );
  return (own) => {
    const shares = totals.map(({ expected, named }, span) => {
      const mine = sumOf(counted.has(own) ? [own.lately[span]] : []);
      return (named - mine.named + PACE_PRIOR) / (expected - mine.expected + PACE_PRIOR);
    });
    return Math.min(1, Math.max(SLOWEST, Math.min(...shares) / AS_USUAL));
  };
}

type Sums = Rhythm['lately'][number];

const sumOf = (parts: (Sums | undefined)[]): Sums => {
  const total = { expected: 0, named: 0 };
  for (const part of parts) {
    total.expected += part?.expected ?? 0;
    total.named += part?.named ?? 0;
  }
  return total;
};

function assess({ facts, known, hours, marks }: SourceNews, pace: number, now: number): Assessed {
  const { zone } = facts;
  let { rhythm, usual } = known;
  let rates = ratesOf(rhythm);
  let limit = limitOf(rhythm);
  for (const { hour, named } of hours) {
    rhythm = observe(rhythm, rates, { hour, zone, named, pace, limit });
    if (named === 0) continue;
    rates = ratesOf(rhythm);
    limit = limitOf(rhythm);
  }
  const weekly = perWeek(rates);
  const perYear = (weekly / 7) * DAYS_A_YEAR;
  for (const mark of marks) usual = addMark(usual, mark, driftOf(usual, perYear) !== null);
  const learning = isLearning(rhythm);
  const silent = isSilent(rhythm, limit);
  const last = deadlineHour(rhythm, rates, limit, zone);
  const finding =
    findCause(facts, perYear, now) ??
    drifted(usual, perYear, now) ??
    (silent || rhythm.quiet > NEARLY * limit ? stale(rhythm, weekly, now) : null);
  const [round] = facts.rounds;
  const health: SourceHealth = {
    site: facts.site,
    at: iso(now),
    ...stateOf(finding, silent, learning),
    lastNew: rhythm.lastNew === null ? null : isoHour(rhythm.lastNew),
    lastRound: round?.at ?? null,
    perWeek: learning ? null : Math.round(weekly * 10) / 10,
    deadline: last === null ? null : isoHour(last + 1),
  };
  const expected = learning ? [] : daysOf(hours, zone).map((day) => expectedOn(rates, day, zone));
  return { known: { rhythm, usual }, health, expected };
}

/** The part of a silence after which it is shown as suspect. */
const NEARLY = 0.7;

function drifted(usual: Usual, perYear: number, now: number): Finding | null {
  const detail = driftOf(usual, perYear);
  return detail === null ? null : { cause: 'drift', detail, since: iso(now), sure: true };
}

function stale({ lastNew, first }: Rhythm, weekly: number, now: number): Finding {
  const from = lastNew ?? first;
  const since = from === null ? iso(now) : isoHour(from);
  const usual = weekly >= 1.5 ? `about ${Math.round(weekly)} a week are usual` : 'few are usual';
  const detail = `its lists answer, nothing new since ${since.slice(0, 16).replace('T', ' ')} UTC; ${usual}`;
  return { cause: 'stale', detail, since, sure: false };
}

type State = Pick<SourceHealth, 'state' | 'cause' | 'detail' | 'since'>;

function stateOf(finding: Finding | null, silent: boolean, learning: boolean): State {
  if (finding === null) {
    return { state: learning ? 'learning' : 'well', cause: null, detail: '', since: null };
  }
  const { cause, detail, since, sure } = finding;
  return { state: sure || silent ? 'ill' : 'suspect', cause, detail, since };
}

/** Local days since 1970. */
const daysOf = (hours: readonly HourFact[], zone: number): number[] => [
  ...new Set(hours.map(({ hour }) => Math.floor((hour + zone) / 24))),
];

function expectedOn(
  rates: readonly number[],
  day: number,
  zone: number,
): Assessed['expected'][number] {
  let articles = 0;
  for (let hour = day * 24 - zone; hour < (day + 1) * 24 - zone; hour += 1) {
    articles += rateAt(rates, hour, zone);
  }
  return { day: isoHour(day * 24).slice(0, 10), articles: Math.round(articles * 10) / 10 };
}
