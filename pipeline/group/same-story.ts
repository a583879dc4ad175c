// Two articles → do they tell the same story in other words? Same place, near days, then what they share of persons,
// named days, counts and topic. Weights from a logistic regression over the set of docs/grouping.md, rounded.
import { hasHash, matches, shared } from './hash-set.ts';
import type { HashSet } from './hash-set.ts';
import { apart } from './same-text.ts';
import type { StoryView } from './story.ts';

export type StoryReason = { rule: StoryRule; weight: number };
export type StoryRule =
  | 'names'
  | 'share-of-names'
  | 'speaker'
  | 'numbers'
  | 'counts'
  | 'named-day'
  | 'other-named-day'
  | 'topic'
  | 'little-topic'
  | 'unknown-day'
  | 'unknown-place'
  | 'other-place'
  | 'other-election'
  | 'coverage';
/** `score` 0 … 1, the same from 0.5; `reasons` are the log-odds that made it, strongest first. */
export type StoryVerdict = { same: boolean; score: number; reasons: StoryReason[] };

/** Days between two reports of one event. */
export const WINDOW = 7;
/** Log-odds before anything is known: most pairs of one place and week tell different stories. */
const PRIOR = -5.5;

/** Symmetric; never throws; linear in what the views hold. */
export function sameStory(a: StoryView, b: StoryView): StoryVerdict {
  if (tooFarApart(a, b)) return { same: false, score: 0, reasons: [] };
  const reasons = weigh(a, b).filter(({ weight }) => weight !== 0);
  reasons.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const odds = reasons.reduce((sum, { weight }) => sum + weight, PRIOR);
  return { same: odds >= 0, score: 1 / (1 + Math.exp(-odds)), reasons };
}

const tooFarApart = (a: StoryView, b: StoryView): boolean =>
  a.day !== null && b.day !== null && Math.abs(a.day - b.day) > WINDOW;

function weigh(a: StoryView, b: StoryView): StoryReason[] {
  const names = sharedNames(a, b);
  const fewestNames = Math.max(Math.min(a.names.length, b.names.length), names);
  const topic = sharedTopic(a, b);
  const dates = shared(a.dates, b.dates);
  const bothDated = a.dates.length > 0 && b.dates.length > 0;
  const speaks =
    shared(a.speakers, b.speakers) + shared(a.speakers, b.names) + shared(a.names, b.speakers);
  const rule = (of: StoryRule, weight: number): StoryReason => ({ rule: of, weight });
  return [
    rule('names', 0.4 * Math.log1p(Math.min(names, 6))),
    rule('share-of-names', fewestNames === 0 ? 0 : (0.7 * names) / fewestNames),
    rule('speaker', speaks > 0 ? 0.5 : 0),
    rule('numbers', 0.6 * Math.min(shared(a.numbers, b.numbers), 2)),
    rule('counts', 0.9 * Math.min(shared(a.counts, b.counts), 2)),
    rule('named-day', dates > 0 ? 1.5 : 0),
    rule('other-named-day', bothDated && dates === 0 ? -1.9 : 0),
    rule('topic', 2.2 * Math.log1p(Math.min(topic, 20))),
    rule('little-topic', topic < 3 ? -1.4 : 0),
    rule('unknown-day', a.day === null || b.day === null ? -0.85 : 0),
    rule('unknown-place', a.primary === null || b.primary === null ? -0.8 : 0),
    rule('other-place', apart(a.primary, b.primary) ? -6 : 0),
    rule('other-election', otherElection(a, b) ? -0.4 : 0),
    rule('coverage', a.coverage === b.coverage ? 0.2 : 0),
  ];
}

/** Names of both; one that only opens sentences in the one article is a name where it is one in the other. */
function sharedNames(a: StoryView, b: StoryView): number {
  const opened = (names: HashSet, other: StoryView): number =>
    names.filter((name) => !hasHash(other.names, name) && hasHash(other.openings, name)).length;
  return shared(a.names, b.names) + opened(a.names, b) + opened(b.names, a);
}

function sharedTopic({ topic: a }: StoryView, { topic: b }: StoryView): number {
  let sum = 0;
  matches(a.stems, b.stems, (at, of) => {
    sum += Math.min(a.weights[at] ?? 0, b.weights[of] ?? 0);
  });
  return sum;
}

const otherElection = ({ elections: a }: StoryView, { elections: b }: StoryView): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((election) => b.has(election));
