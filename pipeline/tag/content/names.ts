// Names of people in a text. In: a field, its labels and a token. Out: where a name ends, titles and degrees left out.
import type { ReadField } from '../document.ts';
import type { Labels } from './labels.ts';
import { gapBefore, isBalinese } from './roles.ts';

const LONGEST_NAME = 6;
/** Short first names that are set with a full stop: 'Muh. Darwan', 'A. Paliwang'. */
const ABBREVIATED_NAME = /^(?:\p{L}|muh|moh|mohd|muhd|abd|st|sy|md)$/u;
/** First halves of hyphened names: 'Al-Farisi'; other hyphens join two persons. */
const ARTICLES = new Set(['al', 'el', 'an', 'ar', 'as', 'ash', 'asy', 'at', 'az', 'ad']);
const MONTH_NAMES = new Set(['januari', 'april', 'mei', 'juni', 'juli', 'agustus', 'desember']);
/** 'Ajudannya menyebut': somebody's, not a name. */
const POSSESSED = /.{3}nya$/;
const DOMAINS = new Set(['com', 'id', 'co', 'net', 'org', 'tv', 'news']);

/** The token after 'Drs. H.' before a name. */
export function skipTitles(field: ReadField, labels: Labels, from: number): number {
  let at = from;
  for (;;) {
    const hit = labels.name[at];
    if (hit?.row.class !== 'title') return at;
    if (at > from && !/^[. ]+$/.test(gapBefore(field, at))) return at;
    if (labels.proper[hit.to] !== 1) return at;
    if (!/^\.?\)?,? ?$/.test(gapBefore(field, hit.to))) return at;
    at = hit.to;
  }
}

/** The token after ', S.Pd.I., SH' behind a name. */
export function skipDegrees(field: ReadField, labels: Labels, from: number): number {
  let at = from;
  for (;;) {
    const hit = labels.name[at];
    if (hit?.row.class !== 'degree' || !/^[., ]+$/.test(gapBefore(field, at))) return at;
    if (!isDegree(field, hit.from, hit.to)) return at;
    at = hit.to;
  }
}

/** The token after a name that begins here, or null. `expected`: an office stands before it. */
export function nameEnd(
  field: ReadField,
  labels: Labels,
  from: number,
  expected: boolean,
): number | null {
  const first = field.tokens[from];
  if (first === undefined || labels.proper[from] !== 1 || first.numeral) return null;
  if (labels.office[from] !== undefined && !isBalinese(labels, from)) return null;
  if (labels.name[from]?.row.class === 'never' && !(expected && isMonthName(field, labels, from)))
    return null;
  if (labels.acronym[from] === 1 && !(expected && isCapitalName(field, labels, from))) return null;
  if (!expected && !startsRun(field, labels, from)) return null;
  let at = from + 1;
  while (at < from + LONGEST_NAME && continuesName(field, labels, at)) at++;
  while (labels.proper[at - 1] !== 1) at--;
  const place = labels.place[from];
  if (place !== undefined && place.wide && place.to >= at) return null;
  if (!expected && labels.common[from] === 1 && (at - from === 1 || opens(field, from)))
    return null;
  if (!expected && at - from === 1 && POSSESSED.test(first.norm)) return null;
  if (!expected && holdsOffice(labels, from + 1, at)) return null;
  if (!expected && at - from === 1 && first.end - first.start === 1) return null;
  if (!expected && at - from === 1 && isBracketed(field, from)) return null;
  const domain = gapBefore(field, at) === '.' && DOMAINS.has(field.tokens[at]?.norm ?? '');
  return domain ? null : at;
}

/** 'JOKO WIDODO' in a text that is set otherwise, 'FX Hadi Rudyatmo': no abbreviation of a body. */
function isCapitalName(field: ReadField, labels: Labels, from: number): boolean {
  if (labels.proper[from + 1] !== 1 || gapBefore(field, from + 1) !== ' ') return false;
  if (labels.office[from + 1] !== undefined || labels.place[from + 1] !== undefined) return false;
  const initials = (field.tokens[from]?.norm.length ?? 0) <= 3 && gapBefore(field, from) === ', ';
  return initials || labels.acronym[from + 1] === 1;
}

/** 'Universitas Mataram (Unram)': an abbreviation. */
function isBracketed(field: ReadField, at: number): boolean {
  return gapBefore(field, at).endsWith('(') && gapBefore(field, at + 1).startsWith(')');
}

function opens(field: ReadField, at: number): boolean {
  return field.sentences[field.sentenceOf[at] ?? 0]?.from === at;
}

/** 'Menyongsong Pemilihan Umum': a run with the words of a body in it. */
function holdsOffice(labels: Labels, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const hit = labels.office[at];
    if (hit !== undefined && hit.to - hit.from > 1) return true;
  }
  return false;
}

/** 'Juni Efendi', 'Bambang Mei Saputra': a month within a run of capitalised words is a name. */
function isMonthName(field: ReadField, labels: Labels, at: number): boolean {
  return (
    MONTH_NAMES.has(field.tokens[at]?.norm ?? '') &&
    labels.proper[at + 1] === 1 &&
    labels.name[at + 1]?.row.class !== 'never' &&
    gapBefore(field, at + 1) === ' '
  );
}

/** What stands within a run of capitalised words is the rest of another proper noun: 'Universitas Tanjungpura'. */
function startsRun(field: ReadField, labels: Labels, from: number): boolean {
  const gap = gapBefore(field, from);
  if (gap === ') ') return false;
  if ((gap !== ' ' && gap !== '-') || labels.proper[from - 1] !== 1) return true;
  if (labels.name[from - 1]?.row.class === 'title') return true;
  // 'Menurut Wasanti', 'Sementara Refi': the word before is capitalised because it opens the sentence.
  const plain =
    labels.office[from - 1] === undefined || labels.name[from - 1]?.row.class === 'never';
  return opens(field, from - 1) && gap === ' ' && plain;
}

function continuesName(field: ReadField, labels: Labels, at: number): boolean {
  const token = field.tokens[at];
  const before = field.tokens[at - 1];
  if (token === undefined || before === undefined || token.numeral) return false;
  const gap = gapBefore(field, at);
  const abbreviated = /^\. ?$/.test(gap) && ABBREVIATED_NAME.test(before.norm);
  const hyphened = gap === '-' && ARTICLES.has(before.norm);
  if (gap !== ' ' && !hyphened && !abbreviated) return false;
  const hit = labels.name[at];
  if (hit?.row.class === 'particle') return true;
  if (labels.proper[at] !== 1) return false;
  if (hit?.row.class === 'never' && !isMonthName(field, labels, at)) return false;
  if (hit?.row.class === 'degree' && isDegree(field, hit.from, hit.to)) return false;
  return labels.office[at]?.row.class !== 'head';
}

function isDegree(field: ReadField, from: number, to: number): boolean {
  const text = spanText(field, from, to);
  return /\./.test(text) || (text === text.toUpperCase() && text.length > 1);
}

export function spanText(field: ReadField, from: number, to: number): string {
  const start = field.tokens[from]?.start ?? 0;
  return field.raw.slice(start, field.tokens[to - 1]?.end ?? start);
}
