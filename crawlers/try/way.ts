// One way to find articles that a trial has tried: what answered, what it named, what a round of it costs.
import type { FetchError } from '../../schemas/page.ts';
import type { Discovery } from '../../schemas/site.ts';
import type { Found } from '../discover/candidates.ts';
import { sayError } from './probe.ts';

export type Way = {
  discovery: Discovery;
  /** Where its address came from. */
  origin: 'entry' | 'home page' | 'robots.txt' | 'usual place';
  found: Found[];
  /** Address of the file that named them, for relative links. */
  base: string;
  /** Requests and bytes of one round. */
  requests: number;
  bytes: number;
  /** A news sitemap. */
  news: boolean;
};

/** An address that was asked and is no way. */
export type Miss = { url: string; origin: Way['origin']; reason: string };

/** What was asked for one kind of way. */
export type Search = { ways: Way[]; misses: Miss[] };

export const missed = (url: string, origin: Way['origin'], error: FetchError): Miss => {
  return { url, origin, reason: sayError(error) };
};

const dateOf = ({ published, modified }: Found): number => Date.parse(published ?? modified ?? '');

/** UTC ms of the newest entry; null where none has a date. */
export function newestOf(found: readonly Found[]): number | null {
  const dates = found.map(dateOf).filter((at) => !Number.isNaN(at));
  return dates.length === 0 ? null : dates.reduce((a, b) => Math.max(a, b));
}

const DAY_MS = 86_400_000;
/** Newest entries that a rate is taken from. */
const RECENT = 100;

/**
 * Articles a day, by the span of the newest hundred that carry a publication date (else a modification date);
 * null where fewer than three do.
 */
export function ratePerDay(found: readonly Found[]): number | null {
  const published = found.map((entry) => Date.parse(entry.published ?? ''));
  const known = published.filter((at) => !Number.isNaN(at));
  const dates = known.length >= 3 ? known : found.map(dateOf).filter((at) => !Number.isNaN(at));
  const recent = dates.sort((a, b) => b - a).slice(0, RECENT);
  const [newest, oldest] = [recent[0], recent.at(-1)];
  if (newest === undefined || oldest === undefined || recent.length < 3) return null;
  return (recent.length - 1) / Math.max((newest - oldest) / DAY_MS, 1 / 24);
}
