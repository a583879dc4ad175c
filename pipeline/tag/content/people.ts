// Mentions → persons. In: the mentions of a field. Out: each person with every form of the name and every office given.
import type { ReadField } from '../document.ts';
import { spanText } from './names.ts';
import { initialsOf, wordsOf } from './persons.ts';
import type { Mention } from './persons.ts';
import { gapBefore } from './roles.ts';
import type { Role } from './roles.ts';

export type Person = {
  /** Lower-case words of the longest form of the name. */
  words: string[];
  name: string;
  roles: Role[];
  mentions: Mention[];
};

const ALIAS_MARKS = new Set(['disapa', 'dipanggil', 'sapaan', 'panggilan', 'sapaannya', 'alias']);
/** A nickname is part of a word of the name if it is this long: 'Lipi' of 'Apileslipi'. */
const NICKNAME = 4;

/** A name far back in a very long text is somebody else. */
const RECENT = 60;
/** Offices among which a longer form of one is looked for. */
const OFFICES = 200;

/** One person for each: a shorter name belongs to the last longer one that holds all its words. */
export function gather(field: ReadField, mentions: Mention[]): Person[] {
  const people: Person[] = [];
  const offices = mentions
    .flatMap(({ role }) => (role === null ? [] : [role.text]))
    .slice(0, OFFICES);
  for (const mention of mentions) {
    if (mention.nameFrom === mention.nameTo || isAlias(field, mention)) continue;
    if (isRestOfOffice(field, offices, mention)) continue;
    const words = wordsOf(field, mention);
    const known =
      people.slice(-RECENT).findLast((person) => samePerson(person, words, mention.role)) ??
      withoutOpening(field, people.slice(-RECENT), mention, words);
    if (known === undefined) {
      const roles = mention.role === null ? [] : [mention.role];
      const name = spanText(field, mention.nameFrom, mention.nameTo);
      people.push({ words, name, roles, mentions: [mention] });
      continue;
    }
    known.mentions.push(mention);
    if (mention.role !== null) known.roles.push(mention.role);
    if (words.length > known.words.length && known.words.every((word) => words.includes(word))) {
      known.words = words;
      known.name = spanText(field, mention.nameFrom, mention.nameTo);
    }
  }
  const aliases = new Set(
    mentions
      .filter((mention) => isAlias(field, mention))
      .map(({ nameFrom }) => field.tokens[nameFrom]?.norm ?? ''),
  );
  return people.filter(({ words }) => words.length > 1 || !aliases.has(words[0] ?? ''));
}

/** 'Dirpit Pusterad' where 'Dirpit Pusterad Brigjen TNI Agus Prasetyo' stands too. */
function isRestOfOffice(
  field: ReadField,
  offices: string[],
  { role, nameFrom, nameTo }: Mention,
): boolean {
  if (role === null || role.to > nameFrom) return false;
  const whole = `${role.text} ${spanText(field, nameFrom, nameTo)}`;
  return offices.some((office) => office.startsWith(whole));
}

/** 'yang akrab disapa Aher', 'Opik, sapaan akrabnya': another name of somebody named already. */
export function isAlias(field: ReadField, { from, to }: Mention): boolean {
  return (
    ALIAS_MARKS.has(field.tokens[from - 1]?.norm ?? '') ||
    (ALIAS_MARKS.has(field.tokens[to]?.norm ?? '') && gapBefore(field, to) === ', ')
  );
}

/** The first word of a sentence is capitalised whatever it is: 'Pernyataan Bagja' is Bagja. */
function withoutOpening(
  field: ReadField,
  people: Person[],
  mention: Mention,
  words: string[],
): Person | undefined {
  if (words.length < 2 || mention.role !== null || !opensSentence(field, mention)) return undefined;
  const rest = words.slice(1);
  return people.findLast((person) => rest.every((word) => person.words.includes(word)));
}

export function opensSentence(field: ReadField, { from }: Mention): boolean {
  return field.sentences[field.sentenceOf[from] ?? 0]?.from === from;
}

function samePerson(person: Person, words: string[], role: Role | null): boolean {
  const [one] = words;
  if (words.length === 1 && role === null && one !== undefined) {
    if (person.words.some((word) => isNickname(one, word))) return true;
    if (person.words.length > 1 && one === initialsOf(person.words)) return true;
  }
  if (words.length > 1 && role === null && isShortened(words, person.words)) return true;
  const shorter = words.length < person.words.length;
  const [few, many] = shorter ? [words, person.words] : [person.words, words];
  if (!few.every((word) => many.includes(word))) return false;
  if (role === null || person.roles.length === 0 || few.length > 1) return true;
  return person.roles.some(
    (known) => known.former || role.former || officeOf(known) === officeOf(role),
  );
}

/** 'Nur Pri' of 'Nur Priyantomo'. */
function isShortened(words: string[], full: string[]): boolean {
  return words.every((word, at) => word.length > 2 && full[at]?.startsWith(word) === true);
}

/** 'Lipi' of 'Apileslipi', 'Silvi' of 'Silvania'. */
function isNickname(one: string, word: string): boolean {
  if (one.length < NICKNAME || word.length <= one.length) return false;
  const ending = one.length === NICKNAME + 1 && /[aeio]$/.test(one);
  return word.includes(one) || (ending && word.startsWith(one.slice(0, NICKNAME)));
}

/** Which office it is, whoever fills it for how long and however it is shortened: 'Pjs Sekda' is 'sekretaris daerah'. */
function officeOf(role: Role): string {
  const [first = '', second = ''] = role.text
    .toLowerCase()
    .replace(
      /^(?:penjabat|pejabat|pelaksana tugas|pelaksana harian|pjs?|plt|plh)\.? (?:sementara )?/,
      '',
    )
    .split(' ');
  return SHORT_OFFICES[first] ?? (second === '' ? first : first === 'wali' ? 'walikota' : first);
}

const SHORT_OFFICES: Record<string, string> = {
  sekda: 'sekretaris',
  sekdaprov: 'sekretaris',
  sekdakab: 'sekretaris',
  sekdako: 'sekretaris',
  sekkab: 'sekretaris',
  sekprov: 'sekretaris',
  sekko: 'sekretaris',
  sekwan: 'sekretaris',
  wali: 'walikota',
  wako: 'walikota',
  walkot: 'walikota',
  wabup: 'wakil',
  wagub: 'wakil',
  wawali: 'wakil',
  kadis: 'kepala',
  kabid: 'kepala',
  kabag: 'kepala',
  kaban: 'kepala',
};
