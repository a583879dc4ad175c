// What the assessment is told of a source: met by the archive.

/** The last answer of one feed, sitemap, posts route or listing. */
export type WayFact = {
  url: string;
  /** 200, 304, or why it failed; see DiscoveryAnswer. */
  answer: string;
  at: string;
  /** The last good answer; null if there was none. */
  okAt: string | null;
  /** Bad answers in a row. */
  failures: number;
  /** Addresses that it named. */
  listed: number;
};

/** How an address of the source ended. */
export type EndingFact = {
  kind: 'kept' | 'skipped' | 'failed';
  stage: string | null;
  reason: string | null;
  detail: string | null;
  at: string;
};

export type SourceFacts = {
  site: string;
  /** Hours east of UTC. */
  zone: number;
  /** When its next round was to begin; null where that is not known. */
  dueAt: string | null;
  /** Start and fault of its last rounds, newest first. A round that still runs, or was killed, has none. */
  rounds: { at: string; error: string | null }[];
  ways: WayFact[];
  /** Of addresses that were fetched or given up, newest first; parts, aliases and what robots.txt forbids left out. */
  endings: EndingFact[];
};
