// Labels and tags of articles → the measures of the gold set with 95 % intervals.
import type { Tags } from '../../schemas/tag.ts';
import { type Interval, wilson } from '../../oversight/review/wilson.ts';
import { bootstrap } from './interval.ts';
import type { Labels } from './lines.ts';
import { namesMet } from './names.ts';

/** What one article adds to one question: F1 = 2·hit / (got + wanted). */
export type Count = { hit: number; got: number; wanted: number };

export const QUESTIONS = [
  'relevance',
  'primary',
  'coverage',
  'regions',
  'elections',
  'contests',
  'actors',
  'violations',
  'speakers',
  'advertorial',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** One article's counts; null where the question is not asked (all but two are asked of relevant articles only). */
export type Counts = Record<Question, Count | null>;

/** The answers to a question as strings, for comparison and for print. */
const ANSWERS: Record<Question, (of: Labels | Tags) => string[]> = {
  relevance: (of) => (of.relevant ? ['relevant'] : []),
  primary: (of) => [of.primary ?? 'none'],
  coverage: (of) => [of.coverage],
  regions: (of) => of.regions,
  elections: (of) => of.elections.map((entry) => entry.election),
  contests: (of) =>
    of.elections.flatMap((entry) => entry.contests.map((name) => `${entry.election}/${name}`)),
  actors: (of) => of.actors,
  violations: (of) => of.violations,
  speakers: (of) => of.speakers.map((speaker) => speaker.name),
  advertorial: (of) => [String(of.advertorial)],
};

export const answers = (question: Question, of: Labels | Tags): string[] => ANSWERS[question](of);

function count(question: Question, labels: Labels, tags: Tags): Count {
  const wanted = answers(question, labels);
  const got = answers(question, tags);
  const hit =
    question === 'speakers'
      ? namesMet(wanted, got)
      : wanted.filter((answer) => got.includes(answer)).length;
  return { hit, got: got.length, wanted: wanted.length };
}

/** Compares the tags of one article with its labels. */
export function compare(labels: Labels, tags: Tags): Counts {
  const asked = (question: Question): boolean =>
    labels.relevant || question === 'relevance' || question === 'advertorial';
  return Object.fromEntries(
    QUESTIONS.map((question) => [question, asked(question) ? count(question, labels, tags) : null]),
  ) as Counts; // every question of QUESTIONS is a key
}

export const isWrong = (entry: Count): boolean =>
  entry.hit !== entry.got || entry.hit !== entry.wanted;

export const MEASURES = [
  'relevance precision',
  'relevance recall',
  'relevance F1',
  'primary',
  'coverage',
  'regions F1',
  'elections F1',
  'contests F1',
  'actors F1',
  'violations F1',
  'speakers F1',
  'advertorial',
] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure over a set; null where nothing was wanted and nothing given. */
export type Figure = { value: number; interval: Interval } | null;
export type Figures = Record<Measure, Figure>;

const sum = (counts: readonly Count[]): Count => {
  const total = { hit: 0, got: 0, wanted: 0 };
  for (const one of counts) {
    total.hit += one.hit;
    total.got += one.got;
    total.wanted += one.wanted;
  }
  return total;
};

/** Harmonic mean of precision and recall; 1 where nothing was wanted and nothing given (for resamples). */
const f1 = (counts: readonly Count[]): number => {
  const { hit, got, wanted } = sum(counts);
  return got + wanted === 0 ? 1 : (2 * hit) / (got + wanted);
};

function share(hits: number, of: number): Figure {
  return of === 0 ? null : { value: hits / of, interval: wilson(hits, of) };
}

function figure(name: Measure, counts: readonly Count[]): Figure {
  const { hit, got, wanted } = sum(counts);
  if (name === 'relevance precision') return share(hit, got);
  if (name === 'relevance recall') return share(hit, wanted);
  if (!name.endsWith('F1')) return share(hit, wanted);
  return got + wanted === 0 ? null : { value: f1(counts), interval: bootstrap(counts, f1) };
}

/** The measures over a set of articles: intervals by Wilson for shares, by bootstrap over articles for F1. */
export function measure(articles: readonly Counts[]): Figures {
  return Object.fromEntries(
    MEASURES.map((name) => {
      const question = name.split(' ')[0] as Question; // every measure begins with its question
      return [
        name,
        figure(
          name,
          articles.flatMap((article) => article[question] ?? []),
        ),
      ];
    }),
  ) as Figures; // every measure of MEASURES is a key
}
