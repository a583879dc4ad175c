// People named in a text. In: a field and its labels. Out: mentions, each a name without titles and degrees and the
// office beside it, or an office alone that stands for somebody named elsewhere.
import type { ReadField } from '../document.ts';
import { gapBefore, roleAt } from './roles.ts';
import type { Labels, Role } from './roles.ts';

export type Mention = {
  /** First token with role and titles, and the one after the last with degrees. */
  from: number;
  to: number;
  /** Tokens of the name alone; equal where only an office is mentioned. */
  nameFrom: number;
  nameTo: number;
  role: Role | null;
};

const LONGEST_NAME = 6;
/** Short first names that are set with a full stop: 'Muh. Darwan', 'A. Paliwang'. */
const ABBREVIATED_NAME = /^(?:\p{L}|muh|moh|mohd|muhd|abd|st|sy|md)$/u;

/** First halves of hyphened names: 'Al-Farisi'; other hyphens join two persons. */
const ARTICLES = new Set(['al', 'el', 'an', 'ar', 'as', 'ash', 'asy', 'at', 'az', 'ad']);

/** All mentions, in order of their start, without overlap. */
export function findMentions(field: ReadField, labels: Labels): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < field.tokens.length;) {
    const mention = mentionAt(field, labels, at);
    if (mention === null) at++;
    else {
      mentions.push(mention);
      at = Math.max(mention.to, at + 1);
    }
  }
  return mentions;
}

function mentionAt(field: ReadField, labels: Labels, at: number): Mention | null {
  const role = roleAt(field, labels, at);
  if (role === null) return nameMention(field, labels, at, null);
  const named =
    organisationMention(field, labels, role) ?? nameMention(field, labels, role.next, role);
  if (named !== null) return { ...named, from: at };
  return { from: at, to: role.to, nameFrom: role.to, nameTo: role.to, role };
}

function nameMention(
  field: ReadField,
  labels: Labels,
  at: number,
  role: Role | null,
): Mention | null {
  if (role !== null && !/^\)?(?:,? |\.? )$/.test(gapBefore(field, at))) return null;
  const start = skipTitles(field, labels, at);
  const end = nameEnd(field, labels, start, role !== null);
  if (end === null) return null;
  const after = skipDegrees(field, labels, end);
  if (role === null) {
    const apposed = apposition(field, labels, after);
    return { from: at, to: after, nameFrom: start, nameTo: end, role: apposed };
  }
  // 'Ketua LSM Telaah Informasi, Mujahirin, berharap': what stood first was the rest of the office.
  if (after === end && gapBefore(field, end) === ', ') {
    const second = skipTitles(field, labels, end);
    const secondEnd = nameEnd(field, labels, second, true);
    if (secondEnd !== null && /^, |^ $/.test(gapBefore(field, secondEnd))) {
      const text = `${role.text} ${spanText(field, start, end)}`;
      const to = skipDegrees(field, labels, secondEnd);
      return {
        from: at,
        to,
        nameFrom: second,
        nameTo: secondEnd,
        role: { ...role, text, to: end },
      };
    }
  }
  return { from: at, to: after, nameFrom: start, nameTo: end, role };
}

/** 'Direktur Democracy and Electoral Empowerment Partnership (DEEP) Indonesia Neni Nur Hayati'. */
function organisationMention(field: ReadField, labels: Labels, role: Role): Mention | null {
  const opening = bracketAhead(field, role.to);
  if (opening === null) return null;
  let at = opening;
  for (;;) {
    const end = Math.max(labels.office[at]?.to ?? 0, labels.place[at]?.to ?? 0);
    if (end === 0 || !/^\)? $/.test(gapBefore(field, at))) break;
    at = end;
  }
  const start = skipTitles(field, labels, at);
  const end = nameEnd(field, labels, start, true);
  if (end === null || !/^\)?,? $/.test(gapBefore(field, at))) return null;
  const text = `${role.text} ${spanText(field, role.to, at)}`.replace(/\s*\([^)]*\)?/g, '').trim();
  return {
    from: role.from,
    to: skipDegrees(field, labels, end),
    nameFrom: start,
    nameTo: end,
    role: { ...role, text, to: at },
  };
}

/** The token after '(DEEP)' if only capitalised words and connectors stand before it. */
function bracketAhead(field: ReadField, from: number): number | null {
  if (field.tokens[from]?.capital !== true) return null;
  for (let at = from; at < from + 12; at++) {
    const token = field.tokens[at];
    if (token === undefined) return null;
    const gap = gapBefore(field, at);
    if (gap.endsWith('(')) {
      const word = field.raw.slice(token.start, token.end);
      const closes = gapBefore(field, at + 1).startsWith(')');
      return at > from && closes && word === word.toUpperCase() && word.length > 1 ? at + 1 : null;
    }
    if (gap !== ' ' && at > from) return null;
    if (!token.capital && !['and', 'of', 'for', 'dan', 'the'].includes(token.norm)) return null;
  }
  return null;
}

export function skipTitles(field: ReadField, labels: Labels, from: number): number {
  let at = from;
  for (;;) {
    const hit = labels.name[at];
    if (hit === null || hit === undefined || hit.row.class !== 'title') return at;
    if (at > from && !/^[. ]+$/.test(gapBefore(field, at))) return at;
    if (field.tokens[hit.to]?.capital !== true) return at;
    if (!/^\.?,? ?$/.test(gapBefore(field, hit.to))) return at;
    at = hit.to;
  }
}

/** The token after a name that begins here, or null. */
function nameEnd(field: ReadField, labels: Labels, from: number, expected: boolean): number | null {
  const first = field.tokens[from];
  if (first === undefined || !first.capital || /^\d/.test(first.norm)) return null;
  if (labels.office[from] || labels.name[from]?.row.class === 'never') return null;
  const place = labels.place[from];
  let at = from + 1;
  while (at < from + LONGEST_NAME && continuesName(field, labels, at)) at++;
  while (field.tokens[at - 1]?.capital !== true) at--;
  if (place && place.to >= at) return null;
  if (!expected && at - from === 1 && first.end - first.start === 1) return null;
  return at;
}

function continuesName(field: ReadField, labels: Labels, at: number): boolean {
  const token = field.tokens[at];
  const before = field.tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const gap = gapBefore(field, at);
  const abbreviated = /^\. ?$/.test(gap) && ABBREVIATED_NAME.test(before.norm);
  const hyphened = gap === '-' && ARTICLES.has(before.norm);
  if (gap !== ' ' && !hyphened && !abbreviated) return false;
  if (/^\d/.test(token.norm)) return false;
  const hit = labels.name[at];
  if (hit?.row.class === 'particle') return true;
  if (!token.capital || hit?.row.class === 'never') return false;
  if (hit?.row.class === 'degree' && isDegree(field, hit.from, hit.to)) return false;
  return labels.office[at]?.row.class !== 'head';
}

function isDegree(field: ReadField, from: number, to: number): boolean {
  const text = spanText(field, from, to);
  return /\./.test(text) || (text === text.toUpperCase() && text.length > 1);
}

export function skipDegrees(field: ReadField, labels: Labels, from: number): number {
  let at = from;
  for (;;) {
    const hit = labels.name[at];
    if (hit === null || hit === undefined || hit.row.class !== 'degree') return at;
    if (!/^[., ]+$/.test(gapBefore(field, at))) return at;
    if (field.tokens[at]?.capital !== true) return at;
    at = hit.to;
  }
}

/** ', Ketua Bawaslu Kota Bima' behind a name; not if it is the office of the next one. */
function apposition(field: ReadField, labels: Labels, at: number): Role | null {
  const gap = gapBefore(field, at);
  let from = at;
  if (/^\.?\)?, ?$/.test(gap) || /^ \($/.test(gap)) from = at;
  else if (gap === ' ' && field.tokens[at]?.norm === 'selaku') from = at + 1;
  else return null;
  const role = roleAt(field, labels, from);
  if (role === null) return null;
  const named = nameMention(field, labels, role.next, role);
  return named !== null && gapBefore(field, named.nameFrom) === ' ' ? null : role;
}

export function spanText(field: ReadField, from: number, to: number): string {
  const start = field.tokens[from]?.start ?? 0;
  return field.raw.slice(start, field.tokens[to - 1]?.end ?? start);
}
