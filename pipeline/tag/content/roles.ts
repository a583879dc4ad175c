// Offices in a text: 'Ketua Bawaslu Kota Bima', 'Plt Kepala Dinas Perhubungan'. In: words with labels. Out: spans of roles.
import type { ReadField } from '../document.ts';
import type { LexiconHit } from './lexicon.ts';

/** What is known of each token, by the token at which a phrase starts; null where none does. */
export type Labels = {
  office: (LexiconHit | null)[];
  place: ({ to: number } | null)[];
  name: (LexiconHit | null)[];
};

export type Role = {
  /** First token, and the one after the last. */
  from: number;
  to: number;
  /** Where a name may follow: after the role and a region set off by a comma. */
  next: number;
  /** The office without words in brackets and without 'mantan'; 'Ketua DPRD Kota Bontang'. */
  text: string;
  /** First word, lower case: 'ketua'. */
  head: string;
  former: boolean;
};

const CONNECTORS = new Set(['dan', 'antar', 'serta', 'and', 'of', 'for', 'untuk', 'tentang']);
const FORMER = new Set(['mantan', 'eks']);
/** Tokens of a bracketed abbreviation. */
const BRACKET = 6;

export function gapBefore(field: ReadField, at: number): string {
  const before = field.tokens[at - 1];
  const token = field.tokens[at];
  return before === undefined || token === undefined
    ? '\n'
    : field.raw.slice(before.end, token.start);
}

const JOINED = /^(?: |\.? |[-/]| ?[-–&] ?| ?\/ ?|\.)$/;

/** The role that begins at a token, or null if none does. */
export function roleAt(field: ReadField, labels: Labels, from: number): Role | null {
  const head = labels.office[from];
  if (head === null || head === undefined || head.row.class !== 'head') return null;
  let to = head.to;
  let next = to;
  const skips: [number, number][] = [];
  for (;;) {
    const bracket = bracketAt(field, next);
    if (bracket !== null) {
      skips.push([next, bracket]);
      next = bracket;
      continue;
    }
    const end = extend(field, labels, next);
    if (end === null) break;
    next = end;
    to = end;
  }
  const tail = regionTail(field, labels, next);
  return {
    from,
    to,
    next: tail,
    text: roleText(field, from, to, skips),
    head: field.tokens[from]?.norm ?? '',
    former: FORMER.has(field.tokens[from]?.norm ?? ''),
  };
}

/** '(Sekda)' behind a role: the token after it, or null. */
function bracketAt(field: ReadField, at: number): number | null {
  if (!/^\s?\($/.test(gapBefore(field, at))) return null;
  for (let end = at + 1; end <= at + BRACKET; end++) {
    const gap = gapBefore(field, end);
    if (gap.startsWith(')')) return end;
    if (/[.\n]/.test(gap)) return null;
  }
  return null;
}

/** One more word of the role at a token: the token after it, or null. */
function extend(field: ReadField, labels: Labels, at: number): number | null {
  const gap = gapBefore(field, at).replace(/^\)/, '');
  const token = field.tokens[at];
  if (token === undefined) return null;
  const listed = gap === ', ';
  if (!listed && !JOINED.test(gap)) return null;
  if (CONNECTORS.has(token.norm)) {
    const after = wordAt(labels, at + 1);
    return after !== null && JOINED.test(gapBefore(field, at + 1)) && capital(field, at + 1)
      ? after
      : null;
  }
  const office = labels.office[at];
  if (listed) {
    const continues = office?.row.class === 'word' && capital(field, at);
    return continues && !labels.place[at] && JOINED.test(gapBefore(field, office.to))
      ? office.to
      : null;
  }
  return wordAt(labels, at);
}

function wordAt(labels: Labels, at: number): number | null {
  const office = labels.office[at]?.to ?? 0;
  const place = labels.place[at]?.to ?? 0;
  const end = Math.max(office, place);
  return end === 0 ? null : end;
}

/** Past ', Sumatera Barat' and its brackets, when a name may follow it. */
function regionTail(field: ReadField, labels: Labels, at: number): number {
  if (gapBefore(field, at) !== ', ') return at;
  const place = labels.place[at];
  const office = labels.office[at];
  const start = place ? place.to : office?.row.class === 'word' ? wordAt(labels, office.to) : null;
  if (start === null || start === undefined) return at;
  return bracketAt(field, start) ?? start;
}

function capital(field: ReadField, at: number): boolean {
  return field.tokens[at]?.capital === true;
}

function roleText(field: ReadField, from: number, to: number, skips: [number, number][]): string {
  const start = field.tokens[from]?.start ?? 0;
  const end = field.tokens[to - 1]?.end ?? start;
  let text = '';
  let at = start;
  for (const [skipFrom, skipTo] of skips) {
    if (skipTo > to) continue;
    const opens = field.tokens[skipFrom - 1]?.end ?? at;
    const closes = field.tokens[skipTo]?.start ?? end;
    text += `${field.raw.slice(at, opens)} `;
    at = closes;
  }
  return `${text}${field.raw.slice(at, end)}`.replace(/\s+/g, ' ').trim();
}
