// A day and an article's number in; the rowid under which the full-text index holds it, which orders by both, out.

const DAY_MS = 86_400_000;

/** Raises every day of a four-digit year above 0, the day of the undated. */
const BEFORE_YEAR_0 = 720_000;

/** Articles below this number have room; the rowid stays below 2^53. */
const ROOM = 2 ** 32;

const dayNumber = (day: string | null): number =>
  day === null ? 0 : Math.floor(Date.parse(day) / DAY_MS) + BEFORE_YEAR_0;

/** Later days are larger; the undated come before all. */
export const slotOf = (day: string | null, n: number): number => dayNumber(day) * ROOM + n;

/** SQL that gives the article's number back. */
export const NUMBER_OF_SLOT = `rowid & ${ROOM - 1}`;
