// Everything that dates a page → when the article was published and last changed, with the ground for it.
import type { DateBasis, DatedMoment } from '../../schemas/article.ts';
import {
  findPrintedDates,
  momentOf,
  onClock,
  parseMachineDate,
  parseRelativeDate,
  type Printed,
} from '../normalise/date.ts';

export type DateSources = {
  selected: string | null;
  structured: { published: string | null; modified: string | null; doubtful: boolean };
  meta: { published: string | null; modified: string | null };
  /** <time> elements near the article: machine value or text. Asked only where nothing surer dates the page, as what follows. */
  times: () => { value: string; modified: boolean; published: boolean }[];
  url: string;
  /** Lines around the headline and the first lines of the text. */
  lines: () => DatedLine[];
  /** The first sentences of the article: '(20/11/2023)'. */
  text: () => string;
  hint: { published: string | null; foundBy: string | null };
  lastModified: string | null;
  fetchedAt: string;
  /** Clock of the source in minutes east of UTC; null where the source is not known to be Indonesian. */
  offset: number | null;
};

/** A short line with a date; `near` where it stands beside the headline and in no caption or teaser. */
export type DatedLine = { text: string; near: boolean };

type Candidate = { printed: Printed; basis: DateBasis; confidence: number };

/** Below it a date more likely dates something else: unknown stays unknown. */
const LEAST_SURE = 0.4;
/** Earliest day that the web carries news of, and the slack for clocks that run ahead. */
const FIRST_YEAR = 1995;
const AHEAD_MS = 36 * 3_600_000;

/** Published and modified moments; null where nothing on the page tells. */
export function chooseDates(sources: DateSources): {
  published: DatedMoment | null;
  modified: DatedMoment | null;
} {
  const best = surest(sources);
  let changed: Printed | null = null;
  for (const text of [sources.structured.modified, sources.meta.modified]) {
    changed ??= plausible(machine(text), sources.fetchedAt);
  }
  return {
    published: best === null ? null : toMoment(best, sources.offset),
    modified:
      changed === null
        ? null
        : toMoment({ printed: changed, basis: 'meta', confidence: 0.8 }, sources.offset),
  };
}

function toMoment({ printed, basis, confidence }: Candidate, offset: number | null): DatedMoment {
  return momentOf(
    offset === null ? printed : onClock(printed, offset),
    basis,
    confidence,
    offset ?? 0,
  );
}

/** The date, where it lies between the first news on the web and the fetch. */
function plausible(printed: Printed | null, fetchedAt: string): Printed | null {
  if (printed === null || printed.year < FIRST_YEAR) return null;
  const at = Date.UTC(printed.year, printed.month - 1, printed.day);
  const fetched = Date.parse(fetchedAt);
  return Number.isNaN(fetched) || at <= fetched + AHEAD_MS ? printed : null;
}

const machine = (text: string | null): Printed | null =>
  text === null ? null : (parseMachineDate(text) ?? findPrintedDates(text)[0] ?? null);

/** Confidence that a date of each ground has at most. */
const MOST = { selected: 0.97, structured: 0.95, meta: 0.93, time: 0.9, line: 0.85 } as const;

/**
 * The surest date, the first of equals. The grounds stand from the surest down, and what cannot be surer than the
 * date that was found is not looked at: reading printed dates costs more than all the rest.
 */
function surest(sources: DateSources): Candidate | null {
  let best: Candidate | null = null;
  const open = (most: number): boolean => best === null || best.confidence < most;
  const add = (found: Printed | null | undefined, basis: DateBasis, most: number): void => {
    const confidence = found?.weekdayAgrees === false ? most / 2 : most;
    const printed = plausible(found ?? null, sources.fetchedAt);
    if (printed !== null && confidence >= LEAST_SURE && open(confidence))
      best = { printed, basis, confidence };
  };
  const { selected, structured, meta, hint, offset } = sources;
  const relative = (text: string): Printed | null =>
    parseRelativeDate(text, sources.fetchedAt, offset ?? 0);
  if (selected !== null) add(machine(selected) ?? relative(selected), 'text', MOST.selected);
  if (open(MOST.structured))
    add(machine(structured.published), 'json-ld', structured.doubtful ? 0.6 : MOST.structured);
  if (open(MOST.meta)) add(machine(meta.published), 'meta', MOST.meta);
  const times = open(MOST.time) ? sources.times() : [];
  // hAtom asks for one time of class 'updated': where none says 'published', it is the day of publication.
  const told = times.some((time) => time.published);
  for (const time of times)
    if (!time.modified || !told)
      add(machine(time.value) ?? relative(time.value), 'time', time.published ? MOST.time : 0.8);
  for (const line of open(MOST.line) ? sources.lines() : []) {
    const printed = findPrintedDates(line.text)[0] ?? relative(line.text);
    add(printed, 'text', lineConfidence(line, printed));
  }
  if (open(0.7)) add(dateInUrl(sources.url), 'url', 0.7);
  if (open(0.65))
    add(machine(hint.published), hint.foundBy === 'sitemap' ? 'sitemap' : 'feed', 0.65);
  if (open(0.45)) add(bracketed(sources.text()), 'dateline', 0.45);
  if (open(LEAST_SURE)) add(lastModified(sources), 'last-modified', LEAST_SURE);
  return best;
}

const LABELLED =
  /^\W*(?:datum|tanggal|date|published|posted|diterbitkan|tayang|terbit|dipublikasikan|diposting|rilis|veröffentlicht|stand|publié|publicado)\b/i;

/** A short line beside the headline dates the article; a caption, a teaser or a date far away dates something else. */
function lineConfidence({ text, near }: DatedLine, printed: Printed | null): number {
  if (LABELLED.test(text)) return 0.85;
  if (!near) return 0.3;
  return text.length < 80 || (printed !== null && printed.hour !== null) ? 0.75 : 0.4;
}

/** '/2024/11/05/' or '/20241105'; a year and month alone give no day. */
export function dateInUrl(url: string): Printed | null {
  const match = SLASHED.exec(url) ?? STAMPED.exec(url);
  return match === null ? null : parseMachineDate(`${match[1]}-${match[2]}-${match[3]}`);
}

const SLASHED = /[/_-](20\d{2}|199\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)/;
/** Year to minute in one number, as content systems name their articles: '/20241105123000'. */
const STAMPED =
  /[/_-][A-Z]?(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d*/;

/** The header of a file that lay unchanged for a day; a page that is made for each request sends the moment of the request. */
function lastModified({ lastModified: header, fetchedAt }: DateSources): Printed | null {
  if (header === null) return null;
  const age = Date.parse(fetchedAt) - Date.parse(header);
  return age > 86_400_000 ? parseMachineDate(header) : null;
}

/** 'Rabu (20/11/2023)': the day of the event, at most a day or two before publication. */
function bracketed(text: string): Printed | null {
  const match = /\((\d{1,2}[/-]\d{1,2}[/-]\d{4})\)/.exec(text);
  return match === null ? null : (findPrintedDates(match[1] ?? '')[0] ?? null);
}
