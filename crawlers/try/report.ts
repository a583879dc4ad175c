// The shapes of a trial: what it needs from outside, its named checks, the sample articles, what an entry should say.
import type { DatedMoment, Extracted } from '../../schemas/article.ts';
import type { FoundBy, Page } from '../../schemas/page.ts';
import type { Discovery, Site } from '../../schemas/site.ts';
import type { Resolve } from '../address.ts';
import type { Crawler } from '../crawl.ts';

/** In the order in which they are made. */
export const CHECKS = [
  'address',
  'robots',
  'home',
  'region and owner',
  'feeds',
  'news sitemap',
  'sitemap',
  'wordpress',
  'listing',
  'alive',
  'samples',
  'javascript',
  'further pages',
  'wall',
  'clock',
  'cost',
] as const;
export type CheckName = (typeof CHECKS)[number];

export type Check = {
  name: CheckName;
  status: 'ok' | 'warning' | 'failed';
  reason: string;
  /** What the operator does about it; null where nothing is to be done. */
  next: string | null;
};

export const ok = (name: CheckName, reason: string): Check => {
  return { name, status: 'ok', reason, next: null };
};
export const warning = (name: CheckName, reason: string, next: string): Check => {
  return { name, status: 'warning', reason, next };
};
export const failed = (name: CheckName, reason: string, next: string): Check => {
  return { name, status: 'failed', reason, next };
};

/** What discovery said about an address. */
export type Hints = { title: string | null; published: string | null; foundBy: FoundBy };

/** Reads a page as the pipeline does, with this entry. */
export type Read = (page: Page, hints: Hints, site: Site) => Extracted;

/** What tells where an outlet reports from. */
export type OutletClues = {
  /** Without www. and port. */
  host: string;
  /** The masthead as the home page gives it; '' where there is none. */
  name: string;
  /** Visible text of the home page. */
  text: string;
};
export type OutletGuess = {
  name: string | null;
  network: string | null;
  /** Null: national, or not known. */
  region: string | null;
  /** The name of the region for people; '' without one. */
  regionName: string;
  /** What the guess rests on; null where there is none. */
  basis: string | null;
  /** Without a guess: what speaks for several regions, for a person to weigh; '' where nothing does. */
  seen: string;
};

export type TryDeps = {
  crawler: Pick<Crawler, 'web' | 'robots' | 'browser'>;
  resolve: Resolve;
  read: Read;
  guessOutlet: (clues: OutletClues) => OutletGuess;
  /** The name of a region code. */
  regionName: (code: string) => string;
  signal: AbortSignal;
  /** Called with each check as soon as it is made. */
  onCheck: (check: Check) => void;
  /** Called with what is being asked, for a line on a terminal. */
  onStep: (what: string) => void;
};

/** An article that was looked at. */
export type Sample = {
  url: string;
  hints: Hints;
  /** 'article', another kind of page, 'robots', or why it could not be fetched. */
  outcome: string;
  title: string;
  published: DatedMoment | null;
  /** Characters of its text, and their share of all visible characters of the page. */
  characters: number;
  share: number;
  score: number;
  method: string;
  /** Addresses of its further pages. */
  parts: string[];
  page: Page | null;
  extracted: Extracted | null;
};

/** What the trial would write into the entry. */
export type Findings = {
  name: string;
  home: string;
  region: string | null;
  network: string | null;
  discover: Discovery[];
  preset: string | null;
  browser: boolean;
  /** Seconds between requests. */
  delay: number;
  /** Minutes between rounds to be expected; the entry leaves it to the rhythm. */
  interval: number;
  /** Articles a day; null where no dates tell. */
  perDay: number | null;
};

export type TryReport = {
  site: Site;
  usable: boolean;
  checks: Check[];
  /** Checks that an earlier one made pointless. */
  notRun: CheckName[];
  samples: Sample[];
  findings: Findings;
  /** robots.txt, and what pages in Chromium ask for, left out. */
  requests: number;
  bytes: number;
  /** Seconds. */
  took: number;
};
