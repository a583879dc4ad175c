// A seed → a year of twenty invented sources, hour by hour: random and bursty arrivals, nights, weekends, holidays, an
// outage of our own worker, and eight deaths of different kinds; what the assessment said of each.
import {
  assessAll,
  type Known,
  newKnown,
  type SourceNews,
} from '../../../crawlers/health/assess.ts';
import type { EndingFact, SourceFacts, WayFact } from '../../../crawlers/health/facts.ts';
import type { Mark } from '../../../crawlers/health/drift.ts';
import type { HealthCause, SourceHealth } from '../../../schemas/health.ts';

export type Death = { cause: HealthCause; day: number };

type Source = {
  site: string;
  perDay: number;
  /** Mean number of articles that come together; 1: one by one. */
  burst: number;
  weekend: number;
  /** Hours between rounds. */
  every: number;
  death: Death | null;
};

export type Fate = {
  source: Source;
  /** Hours from death to the alarm, and to the deadline stated when it died; null where nothing was raised. */
  found: number | null;
  stated: number | null;
  cause: HealthCause | null;
  falseAlarms: { day: number; cause: HealthCause | null; detail: string }[];
};

export type Year = { fates: Fate[]; workerAlarms: number; workerSources: number };

const HOUR = 3_600_000;
/** 1 January 2026, 0:00 WIB. */
const START = Date.parse('2025-12-31T17:00:00Z') / HOUR;
const HOURS = 365 * 24;
const ZONE = 7;
/** Our own worker stands still for three days. */
const OUTAGE = { from: 200 * 24 + 9, to: 203 * 24 + 9 };

/** [first day, last day, share of the usual] */
const HOLIDAYS: [number, number, number][] = [
  [0, 0, 0.4], // new year
  [77, 84, 0.2], // Idul Fitri and the days around it
  [145, 147, 0.5], // Idul Adha
  [228, 228, 0.5], // 17 August
  [357, 360, 0.4], // Christmas
];

const SHAPES = [0.4, 0.4, 0.7, 1, 1.5, 2, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 50, 80];
const DEATHS: HealthCause[] = [
  'stale',
  'moved',
  'refused',
  'wall',
  'unreadable',
  'drift',
  'hijacked',
  'dns',
];

/** Numbers in [0, 1) from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const poisson = (mean: number, random: () => number): number => {
  let [n, product] = [0, random()];
  for (const floor = Math.exp(-mean); product > floor; product *= random()) n += 1;
  return n;
};

/** Articles one after the other, or in bursts of a geometric size. */
function arrivals(mean: number, burst: number, random: () => number): number {
  let n = 0;
  for (let bursts = poisson(mean / burst, random); bursts > 0; bursts -= 1) {
    n += 1;
    while (random() < 1 - 1 / burst) n += 1;
  }
  return n;
}

/** Share of a day's articles by hour of the day: a newspaper sleeps. Sums to 1. */
const BY_HOUR = Array.from({ length: 24 }, (_, hour) =>
  hour >= 6 && hour < 22 ? 1 / 16.8 : 0.1 / 16.8,
);

function sourcesOf(random: () => number): Source[] {
  const dying = new Map(
    [3, 5, 8, 10, 12, 14, 16, 1].map((at, n) => [
      at,
      { cause: DEATHS[n] ?? 'stale', day: 110 + n * 27 + Math.floor(random() * 8) },
    ]),
  );
  return SHAPES.map((perDay, at) => ({
    site: `sumber-${String(at + 1).padStart(2, '0')}`,
    perDay,
    burst: at % 2 === 0 ? 1 : 2 + 2 * random(),
    weekend: 0.3 + 0.7 * random(),
    every: [1, 1, 2, 3][at % 4] ?? 1,
    death: dying.get(at) ?? null,
  }));
}

const usualOf = ({ perDay, weekend }: Source, hour: number): number => {
  const day = Math.floor(hour / 24);
  const share = HOLIDAYS.find(([from, to]) => day >= from && day <= to)?.[2] ?? 1;
  // 1 January 2026 is a Thursday
  const free = [2, 3].includes(day % 7) ? weekend : 1;
  return perDay * (BY_HOUR[hour % 24] ?? 0) * share * free;
};

const iso = (hour: number): string => new Date((START + hour) * HOUR).toISOString();

/** One source as it lives: what comes, what a round finds. */
class Life {
  readonly source: Source;
  readonly #random: () => number;
  known: Known = newKnown();
  #waiting = 0;
  #round: SourceFacts['rounds'] = [];
  #way: WayFact | null = null;
  #endings: EndingFact[] = [];
  #due = 0;
  #hours: SourceNews['hours'] = [];
  #marks: Mark[] = [];

  constructor(source: Source, random: () => number) {
    this.source = source;
    this.#random = random;
  }

  dead(hour: number): HealthCause | null {
    const { death } = this.source;
    return death !== null && hour >= death.day * 24 ? death.cause : null;
  }

  live(hour: number, workerStands: boolean): void {
    const cause = this.dead(hour);
    if (cause !== 'stale')
      this.#waiting += arrivals(usualOf(this.source, hour), this.source.burst, this.#random);
    if (workerStands || hour < this.#due) return;
    this.#due = hour + this.source.every;
    const { hours, marks } = this.#ask(hour, cause);
    this.#hours.push(...hours);
    this.#marks.push(...marks);
  }

  /** What came since it was asked for last. */
  news(): SourceNews {
    const [hours, marks] = [this.#hours, this.#marks];
    this.#hours = [];
    this.#marks = [];
    return { facts: this.#facts(), known: this.known, hours, marks };
  }

  #ask(hour: number, cause: HealthCause | null): Pick<SourceNews, 'hours' | 'marks'> {
    const at = iso(hour);
    const answer = cause === null ? '200' : (ANSWERS[cause] ?? '200');
    // one round in two hundred fails for a reason of the day
    const bad = answer !== '200' ? answer : this.#random() < 0.005 ? 'timeout' : null;
    const error =
      bad === null
        ? null
        : bad === 'dns'
          ? 'robots.txt: dns'
          : `no source of addresses answered: ${bad}`;
    this.#round = [{ at, error }, ...this.#round].slice(0, 60);
    if (bad !== null) {
      if (bad !== 'dns')
        this.#way = {
          url: 'feed',
          answer: bad,
          at,
          okAt: this.#way?.okAt ?? null,
          failures: 1,
          listed: 0,
        };
      return { hours: [], marks: [] };
    }
    this.#way = { url: 'feed', answer: '200', at, okAt: at, failures: 0, listed: 10 };
    const named = this.#waiting;
    this.#waiting = 0;
    const endings = Array.from({ length: named }, () => this.#ending(at, cause));
    this.#endings = [...endings, ...this.#endings].slice(0, 60);
    const marks = endings.filter(({ kind }) => kind === 'kept').map(() => this.#mark(cause));
    return { hours: [{ hour: START + hour, named }], marks };
  }

  #ending(at: string, cause: HealthCause | null): EndingFact {
    const wall = cause === null ? undefined : PAGES[cause];
    const skipped = { kind: 'skipped', stage: null, at } as const;
    if (wall !== undefined) return { ...skipped, reason: wall, detail: null };
    const luck = this.#random();
    if (luck < 0.04) return { ...skipped, reason: 'not-article', detail: 'a list of articles' };
    if (luck < 0.05) return { kind: 'failed', stage: 'fetch', reason: 'timeout', detail: null, at };
    return { kind: 'kept', stage: null, reason: null, detail: null, at };
  }

  #mark(cause: HealthCause | null): Mark {
    const normal =
      Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
    const length = Math.log(2200) + 0.5 * normal - (cause === 'drift' ? Math.log(7) : 0);
    return { length, dated: this.#random() < 0.99, signed: this.#random() < 0.7 };
  }

  #facts(): SourceFacts {
    const { site } = this.source;
    const ways = this.#way === null ? [] : [this.#way];
    return {
      site,
      zone: ZONE,
      dueAt: iso(this.#due),
      rounds: this.#round,
      ways,
      endings: this.#endings,
    };
  }
}

const ANSWERS: Partial<Record<HealthCause, string>> = {
  moved: 'status-404',
  refused: 'status-403',
  dns: 'dns',
};
const PAGES: Partial<Record<HealthCause, string>> = {
  wall: 'blocked',
  hijacked: 'hijacked',
  unreadable: 'no-text',
};

type Story = { fate: Fate; ill: boolean; deadline: string | null };

/** Hours between assessments. The service judges more often; that costs time and changes nothing of what is learnt. */
export const JUDGED_EVERY = 4;

/** Runs the year. */
export function liveYear(seed: number): Year {
  const random = chance(seed);
  const lives = sourcesOf(random).map((source) => new Life(source, random));
  const stories = lives.map(({ source }): Story => ({
    fate: { source, found: null, stated: null, cause: null, falseAlarms: [] },
    ill: false,
    deadline: null,
  }));
  const worker = new Set<string>();
  let workerAlarms = 0;
  for (let hour = 0; hour < HOURS; hour += 1) {
    const stands = hour >= OUTAGE.from && hour < OUTAGE.to;
    for (const life of lives) life.live(hour, stands);
    if (hour % JUDGED_EVERY !== 0) continue;
    const news = lives.map((life) => life.news());
    const assessed = assessAll(news, (START + hour + 1) * HOUR);
    const before = worker.size;
    for (const [at, { known, health }] of assessed.entries()) {
      const [life, story] = [lives[at], stories[at]];
      if (life === undefined || story === undefined) throw new Error('no such source');
      life.known = known;
      if (health.cause === 'worker' && health.state === 'ill') worker.add(health.site);
      else tell(story, health, hour, life.dead(hour));
    }
    if (before === 0 && worker.size > 0) workerAlarms += 1;
  }
  return { fates: stories.map(({ fate }) => fate), workerAlarms, workerSources: worker.size };
}

function tell(story: Story, health: SourceHealth, hour: number, dead: HealthCause | null): void {
  const { fate } = story;
  const [ill, wasIll] = [health.state === 'ill', story.ill];
  story.ill = ill;
  const died = (fate.source.death?.day ?? 0) * 24;
  if (dead === null) {
    story.deadline = health.deadline;
    const { cause, detail } = health;
    if (ill && !wasIll) fate.falseAlarms.push({ day: Math.floor(hour / 24), cause, detail });
    return;
  }
  if (fate.stated === null && story.deadline !== null) {
    fate.stated = Date.parse(story.deadline) / HOUR - START - died;
  }
  if (ill && fate.found === null) {
    fate.found = hour + 1 - died;
    fate.cause = health.cause;
  }
}
