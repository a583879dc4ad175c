// People named in a text. In: a field and its labels. Out: mentions, each a name without titles and degrees and the
// office beside it, or an office alone that stands for somebody named elsewhere.
import type { ReadField } from '../document.ts';
import type { Labels } from './labels.ts';
import { nameEnd, skipDegrees, skipTitles, spanText } from './names.ts';
import { gapBefore, roleAt } from './roles.ts';
import type { Role } from './roles.ts';

export type Mention = {
  /** First token with role and titles, and the one after the last with degrees and office behind. */
  from: number;
  to: number;
  /** Tokens of the name alone; equal where only an office is mentioned. */
  nameFrom: number;
  nameTo: number;
  role: Role | null;
};

const BEFORE_NAME = /^\)?,? $/;
/** Tokens from an office to the bracket that ends the name of its body. */
const BODY = 12;

/** All mentions, in order of their start, without overlap. */
export function findMentions(field: ReadField, labels: Labels): Mention[] {
  const mentions: Mention[] = [];
  const initials = new Set<string>();
  for (let at = 0; at < field.tokens.length;) {
    const mention = mentionAt(field, labels, at) ?? initialsAt(field, labels, at, initials);
    if (mention !== null) mentions.push(mention);
    if (mention !== null && mention.nameTo - mention.nameFrom > 1) {
      initials.add(initialsOf(wordsOf(field, mention)));
    }
    const skipped = Math.max(labels.place[at]?.to ?? 0, labels.office[at]?.to ?? 0);
    at = Math.max(mention?.to ?? skipped, at + 1);
  }
  return mentions;
}

export function wordsOf(field: ReadField, { nameFrom, nameTo }: Mention): string[] {
  return field.tokens.slice(nameFrom, nameTo).map(({ norm }) => norm);
}

/** 'syl' of 'Syahrul Yasin Limpo'. */
export function initialsOf(words: string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}

/** 'kata SYL' where somebody with these initials has been named. */
function initialsAt(
  field: ReadField,
  labels: Labels,
  at: number,
  known: Set<string>,
): Mention | null {
  const norm = field.tokens[at]?.norm ?? '';
  if (labels.acronym[at] !== 1 || labels.office[at] !== undefined || !known.has(norm)) return null;
  return { from: at, to: at + 1, nameFrom: at, nameTo: at + 1, role: null };
}

function mentionAt(field: ReadField, labels: Labels, at: number): Mention | null {
  const role = roleAt(field, labels, at);
  if (role === null) return plainMention(field, labels, at);
  const named = bodyMention(field, labels, role) ?? heldMention(field, labels, role);
  return named ?? { from: at, to: role.to, nameFrom: role.to, nameTo: role.to, role };
}

/** A name without an office before it; one may stand behind. */
function plainMention(field: ReadField, labels: Labels, at: number): Mention | null {
  const nameFrom = skipTitles(field, labels, at);
  const nameTo = nameEnd(field, labels, nameFrom, false);
  if (nameTo === null) return null;
  const to = skipDegrees(field, labels, nameTo);
  const role = apposition(field, labels, to);
  return { from: at, to: role === null ? to : Math.max(to, role.to), nameFrom, nameTo, role };
}

/** A name behind its office. */
function heldMention(field: ReadField, labels: Labels, role: Role): Mention | null {
  if (!BEFORE_NAME.test(gapBefore(field, role.next))) return null;
  const first = skipTitles(field, labels, role.next);
  const end = nameEnd(field, labels, first, true);
  if (end === null) return null;
  const whole = (nameFrom: number, nameTo: number, text: string, to: number): Mention => ({
    from: role.from,
    to: skipDegrees(field, labels, nameTo),
    nameFrom,
    nameTo,
    role: { ...role, text, to },
  });
  // 'Dirpit Pusterad Brigjen TNI Agus Prasetyo': a rank within the run begins the name.
  for (let at = first + 1; at < end; at++) {
    const after = skipTitles(field, labels, at);
    if (after <= at || (labels.name[at]?.row.weight ?? 0) < 2) continue;
    const to = nameEnd(field, labels, after, true);
    if (to !== null) return whole(after, to, `${role.text} ${spanText(field, first, at)}`, at);
  }
  // 'Ketua LSM Telaah Informasi, Mujahirin, berharap': what stood first was the rest of the office.
  const pair = gapBefore(field, end) === '-' ? nameEnd(field, labels, end, true) : null;
  const rest = pair ?? skipDegrees(field, labels, end);
  if ((pair !== null || rest === end) && gapBefore(field, rest) === ', ') {
    const second = skipTitles(field, labels, rest);
    const to = nameEnd(field, labels, second, true);
    if (to !== null) {
      return whole(second, to, `${role.text} ${spanText(field, first, rest)}`, rest);
    }
  }
  return whole(first, end, role.text, role.to);
}

/** 'Direktur Democracy and Electoral Empowerment Partnership (DEEP) Indonesia Neni Nur Hayati'. */
function bodyMention(field: ReadField, labels: Labels, role: Role): Mention | null {
  let at = bracketAhead(field, labels, role.to);
  if (at === null) return null;
  for (;;) {
    const end = Math.max(labels.office[at]?.to ?? 0, labels.place[at]?.to ?? 0);
    if (end === 0 || !/^\)? $/.test(gapBefore(field, at))) break;
    at = end;
  }
  const nameFrom = skipTitles(field, labels, at);
  const nameTo = nameEnd(field, labels, nameFrom, true);
  if (nameTo === null || !BEFORE_NAME.test(gapBefore(field, at))) return null;
  const body = spanText(field, role.to, at).replace(/\s*\([^)]*\)?/g, '');
  const text = `${role.text} ${body}`.trim();
  const to = skipDegrees(field, labels, nameTo);
  return { from: role.from, to, nameFrom, nameTo, role: { ...role, text, to: at } };
}

/** The token after '(DEEP)' if only capitalised words and connectors stand before it. */
function bracketAhead(field: ReadField, labels: Labels, from: number): number | null {
  if (labels.proper[from] !== 1 || gapBefore(field, from) !== ' ') return null;
  for (let at = from; at < from + BODY; at++) {
    const token = field.tokens[at];
    if (token === undefined) return null;
    const gap = gapBefore(field, at);
    if (gap.endsWith('(')) {
      const closes = gapBefore(field, at + 1).startsWith(')');
      return at > from && closes && labels.acronym[at] === 1 ? at + 1 : null;
    }
    if (gap !== ' ' && at > from) return null;
    const connector = ['and', 'of', 'for', 'dan', 'the'].includes(token.norm);
    if (labels.proper[at] !== 1 && !connector) return null;
  }
  return null;
}

/** ', Ketua Bawaslu Kota Bima' behind a name; not if it is the office of the next one. */
function apposition(field: ReadField, labels: Labels, at: number): Role | null {
  const gap = gapBefore(field, at);
  const linked = gap === ' ' && field.tokens[at]?.norm === 'selaku';
  const joined = gap === ' ' && labels.proper[at] === 1;
  if (!linked && !joined && !/^\.?\)?, ?$/.test(gap) && gap !== ' (') return null;
  const role = roleAt(field, labels, linked ? at + 1 : at);
  if (role === null || (role.to - role.from === 1 && labels.proper[role.from] !== 1)) return null;
  const next = nameEnd(field, labels, skipTitles(field, labels, role.to), true);
  return next !== null && gapBefore(field, role.to) === ' ' ? null : role;
}
