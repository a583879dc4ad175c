// The facts of a source → what is wrong with it, since when, and whether that is sure enough for an alarm.
import type { HealthCause } from '../../schemas/health.ts';
import { FALSE_ALARMS_A_YEAR } from './deadline.ts';
import type { EndingFact, SourceFacts } from './facts.ts';

export type Finding = {
  cause: HealthCause;
  detail: string;
  since: string;
  /** False: it may pass by itself; an alarm once it has lasted LASTING or the silence is too long. */
  sure: boolean;
};

const HOUR = 3_600_000;
/** A source that cannot be reached for so long is ill. */
const LASTING = 24 * HOUR;
/** A round that is so late will not begin by itself. */
const LATE = 3 * HOUR;

/** What is found first counts: no page can be judged where no list answers, none of both where nobody asks. */
export function findCause(facts: SourceFacts, perYear: number, now: number): Finding | null {
  return notAsked(facts, now) ?? notAnswering(facts, now) ?? badPages(facts, perYear);
}

function notAsked({ dueAt, rounds }: SourceFacts, now: number): Finding | null {
  const [last] = rounds;
  if (dueAt === null || last === undefined || now - Date.parse(dueAt) < LATE) return null;
  const detail = `its round was due at ${dueAt} and has not begun`;
  return { cause: 'worker', detail, since: dueAt, sure: true };
}

/** The word that the crawl gives an answer → its cause; null for a good one. */
function causeOf(answer: string): HealthCause | null {
  if (answer === '200' || answer === '304') return null;
  const status = /^(?:status-)?(\d{3})$/.exec(answer)?.[1];
  if (status !== undefined) {
    if (/^(?:401|402|403|405|406|418|429|451)$/.test(status)) return 'refused';
    return status.startsWith('5') ? 'server' : 'moved';
  }
  return CAUSES[answer] ?? 'unreadable';
}

const CAUSES: Record<string, HealthCause> = {
  dns: 'dns',
  'private-address': 'dns',
  tls: 'tls',
  timeout: 'timeout',
  connect: 'timeout',
  reset: 'timeout',
  'bad-encoding': 'server',
  'too-large': 'server',
  'inflated-too-large': 'server',
  redirects: 'moved',
  'foreign-host': 'moved',
  scheme: 'moved',
  robots: 'robots',
  browser: 'worker',
};

/** Words of a round's error that are answers: 'robots.txt: dns', 'no source of addresses answered: status-403'. */
const ANSWER =
  /\b(?:status-\d{3}|dns|private-address|tls|timeout|connect|reset|bad-encoding|inflated-too-large|too-large|redirects|foreign-host|scheme|unreadable|content-type|robots)\b(?!\.txt)/;

/** None of its lists answers, or its robots.txt does not and nothing may be asked. */
function notAnswering({ ways, rounds }: SourceFacts, now: number): Finding | null {
  const ended = rounds.filter(({ error }) => error === null || ANSWER.test(error));
  const bad = ended.findIndex(({ error }) => error === null);
  const failed = bad === -1 ? ended : ended.slice(0, bad);
  const first = failed.at(-1);
  const [newest] = failed;
  if (first === undefined || newest === undefined) return emptyLists(ways);
  const word = ANSWER.exec(newest.error ?? '')?.[0] ?? '';
  const cause = causeOf(word) ?? 'unreadable';
  const since = ways.map(({ okAt }) => okAt).findLast((at) => at !== null) ?? first.at;
  const from = since > first.at ? since : first.at;
  const sure = now - Date.parse(from) >= LASTING && failed.length >= 2;
  return { cause, detail: `${newest.error}, ${failed.length} rounds in a row`, since: from, sure };
}

/** Its lists answer and name nothing at all: another page stands there, or it lost its list. */
function emptyLists(ways: SourceFacts['ways']): Finding | null {
  const way = ways.find(({ answer }) => answer === '200');
  if (way === undefined || ways.some(({ listed, answer }) => listed > 0 || answer === '304')) {
    return null;
  }
  const detail = `${way.url} answers and names nothing`;
  return { cause: 'unreadable', detail, since: way.at, sure: false };
}

const PAGE_CAUSES: Record<string, HealthCause> = {
  blocked: 'wall',
  hijacked: 'hijacked',
  parked: 'parked',
  shell: 'shell',
  'soft-404': 'moved',
  'no-text': 'unreadable',
  'not-article': 'unreadable',
};

const causeOfEnding = ({ kind, stage, reason }: EndingFact): HealthCause | null => {
  if (kind === 'kept' || reason === null) return null;
  if (kind === 'skipped') return PAGE_CAUSES[reason] ?? null;
  return stage === 'fetch' ? causeOf(reason) : 'unreadable';
};

/** Fewest pages that tell anything. */
const FEWEST = 3;

/**
 * The newest pages are all bad. How many that must be follows from the share of bad pages before: so many in a row come
 * by chance less often than the budget of a year allows.
 */
function badPages({ endings }: SourceFacts, perYear: number): Finding | null {
  const run = endings.findIndex((ending) => causeOfEnding(ending) === null);
  const bad = run === -1 ? endings : endings.slice(0, run);
  const before = endings.slice(bad.length);
  const usual =
    (before.filter((each) => causeOfEnding(each) !== null).length + 2) / (before.length + 5);
  const rare = FALSE_ALARMS_A_YEAR / Math.max(perYear, 50);
  if (bad.length < FEWEST || usual ** bad.length > rare) return null;
  const counts = new Map<string, EndingFact[]>();
  for (const ending of bad) {
    const cause = causeOfEnding(ending) ?? '';
    counts.set(cause, [...(counts.get(cause) ?? []), ending]);
  }
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  const [newest] = most ?? [];
  const oldest = bad.at(-1);
  if (most === undefined || newest === undefined || oldest === undefined) return null;
  const cause = causeOfEnding(newest) ?? 'unreadable';
  const what = [newest.reason, newest.detail].filter((word) => word !== null).join(': ');
  const detail = `the last ${bad.length} pages brought no article: ${what.slice(0, 200)}`;
  return { cause, detail, since: oldest.at, sure: true };
}
