// Who speaks, in which office. In: a field, its labels and its words of speech. Out: persons with the span that shows it.
import type { Speaker } from '../../../schemas/tag.ts';
import type { ReadField } from '../document.ts';
import type { LexiconHit } from './lexicon.ts';
import { gather, isAlias, opensSentence } from './people.ts';
import type { Person } from './people.ts';
import { findMentions } from './persons.ts';
import type { Mention } from './persons.ts';
import { gapBefore } from './roles.ts';
import type { Labels } from './labels.ts';
import type { Role } from './roles.ts';
import { quotedTokens } from './quotes.ts';

export type SpeakerEvidence = Speaker & { start: number; end: number; rule: string };

type Statement = { person: Person; verb: LexiconHit; mention: Mention };

/** Words that may stand between a verb and its speaker. */
const FILLERS = new Set(['oleh', 'langsung', 'kembali', 'juga', 'pula', 'lagi', 'sang']);
/** Words after which a person is not the one who acts. */
const OBJECT_MARKS = new Set(
  (
    'kepada dengan oleh terhadap dari untuk bersama didampingi melalui pada bagi atas tentang ' +
    'mendampingi mendukung dukung mewakili bahwa calon pasangan memilih menggantikan digantikan ' +
    'asal di ke melaporkan dihadiri menemui bernama berinisial yakni yaitu versus vs memenangkan menyambut antara'
  ).split(' '),
);
/** Words of an address. */
const ADDRESS = 7;
const PRONOUNS = new Set(['ia', 'dia', 'beliau', 'dirinya']);
/** Tokens between a person and the verb of what he says; more for who opens the sentence: 'X, yang …, mengatakan'. */
const REACH = { within: 16, opening: 30 };

/** The people who speak, in the order in which they do. Never throws; time is linear in the tokens. */
export function findSpeakers(
  field: ReadField,
  labels: Labels,
  speech: LexiconHit[],
): SpeakerEvidence[] {
  const live = (at: number): boolean => field.sentences[field.sentenceOf[at] ?? 0]?.noise !== true;
  const quoted = quotedTokens(field);
  const mentions = findMentions(field, labels).filter(({ from }) => live(from));
  const told = mentions.filter(({ from }) => quoted[from] !== 1);
  const people = gather(field, mentions);
  const verbs = speech.filter(
    ({ from }) => live(from) && quoted[from] !== 1 && !isWithinRun(field, labels, from),
  );
  const statements = new Map<Person, Statement>();
  for (const verb of verbs) {
    for (const mention of speakersOf(field, told, verb, verbs)) {
      const person = personOf(people, mention);
      if (person === null || statements.has(person)) continue;
      const statement = { person, verb, mention };
      if (isCredible(field, statement)) statements.set(person, statement);
    }
  }
  return [...statements.values()].map((statement) => evidence(field, statement));
}

/** 'Ujoh Bilang': a verb only by its letters. */
function isWithinRun(field: ReadField, labels: Labels, at: number): boolean {
  return (
    field.tokens[at]?.capital === true &&
    labels.proper[at - 1] === true &&
    gapBefore(field, at) === ' '
  );
}

function evidence(field: ReadField, { person, verb, mention }: Statement): SpeakerEvidence {
  const from = Math.min(mention.from, verb.from);
  const to = Math.max(mention.to, verb.to);
  return {
    name: person.name,
    role: bestRole(person.roles),
    start: field.tokens[from]?.start ?? 0,
    end: field.tokens[to - 1]?.end ?? 0,
    rule: verb.row.id,
  };
}

function bestRole(roles: Role[]): string {
  let best = '';
  for (const { former, text } of roles) if (!former && text.length > best.length) best = text;
  return best;
}

/**
 * A capitalised word that opens a sentence need not be a name: it counts with an office, behind a verb of speech,
 * as two words or more, or if it stands capitalised within a sentence too.
 */
function isCredible(field: ReadField, { person, verb, mention }: Statement): boolean {
  if (person.roles.length > 0) return true;
  if (verb.row.class === 'say' && mention.from >= verb.to) return true;
  if (verb.row.class === 'state' && mention.to === verb.from) return true;
  const within = person.mentions.some((other) => !opensSentence(field, other));
  return verb.row.class !== 'he' && (within || person.words.length > 1);
}

/** The person a mention means: its own, or for an office alone the last one named in that office. */
function personOf(people: Person[], mention: Mention): Person | null {
  const own = people.find((person) => person.mentions.includes(mention));
  if (own !== undefined) return own;
  const head = mention.role?.head;
  if (head === undefined || mention.nameFrom !== mention.nameTo) return null;
  const holders = people.filter(
    ({ roles, mentions }) =>
      (mentions[0]?.from ?? 0) < mention.from &&
      roles.some((role) => role.head === head && !role.former),
  );
  return holders.at(-1) ?? null;
}

function speakersOf(
  field: ReadField,
  mentions: Mention[],
  verb: LexiconHit,
  verbs: LexiconHit[],
): Mention[] {
  switch (verb.row.class) {
    case 'say':
    case 'told':
      return behind(field, mentions, verb);
    case 'state':
      return PRONOUNS.has(field.tokens[verb.from - 1]?.norm ?? '')
        ? spokenOfLast(field, mentions, verb)
        : ahead(field, mentions, verb, verbs);
    case 'he':
      return spokenOfLast(field, mentions, verb);
    default:
      return [];
  }
}

function behind(field: ReadField, mentions: Mention[], verb: LexiconHit): Mention[] {
  let at = verb.to;
  for (let skipped = 0; skipped < 2 && FILLERS.has(field.tokens[at]?.norm ?? ''); skipped++) at++;
  if (field.sentenceOf[at] !== field.sentenceOf[verb.from]) return [];
  if (!/^[ ,]+$/.test(gapBefore(field, at))) return [];
  const mention = mentions.find(({ from }) => from === at);
  return mention === undefined || isAlias(field, mention) ? [] : [mention];
}

function ahead(
  field: ReadField,
  mentions: Mention[],
  verb: LexiconHit,
  verbs: LexiconHit[],
): Mention[] {
  const sentence = field.sentenceOf[verb.from];
  const found: Mention[] = [];
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index];
    if (mention === undefined || mention.to > verb.from) continue;
    if (
      field.sentenceOf[mention.from] !== sentence ||
      verb.from - mention.to > reachOf(field, mention, verb)
    )
      break;
    if (verbs.some((other) => between(other, mention, verb))) break;
    const lead = field.tokens[mention.from - 1]?.norm ?? '';
    if (isObject(field, mention) || isAlias(field, mention) || isGeneric(field, mention)) continue;
    found.push(mention);
    if (opensSentence(field, mention) || (lead !== 'dan' && lead !== 'serta')) break;
  }
  return found;
}

/** 'pelapor', 'warga' in lower case and without a name: nobody in particular. */
function isGeneric(field: ReadField, { from, nameFrom, nameTo }: Mention): boolean {
  return nameFrom === nameTo && field.tokens[from]?.capital !== true;
}

function reachOf(field: ReadField, mention: Mention, verb: LexiconHit): number {
  const apart = gapBefore(field, verb.from).startsWith(',');
  return apart && opensSentence(field, mention) ? REACH.opening : REACH.within;
}

function isObject(field: ReadField, mention: Mention): boolean {
  if (opensSentence(field, mention)) return false;
  if (OBJECT_MARKS.has(field.tokens[mention.from - 1]?.norm ?? '')) return true;
  return mention.role === null && isAddress(field, mention);
}

/** 'di Aula HBS, Cimareme,': what stands behind a place and a comma is a place too. */
function isAddress(field: ReadField, { from }: Mention): boolean {
  for (let at = from - 1; at > from - ADDRESS && field.tokens[at]?.capital === true; at--) {
    if (!/^,? $/.test(gapBefore(field, at))) return false;
    const before = field.tokens[at - 1]?.norm;
    if (before === 'di' || before === 'ke') return true;
  }
  return false;
}

/** Another verb of speech stands between: what follows it is said by somebody else. */
function between(other: LexiconHit, mention: Mention, verb: LexiconHit): boolean {
  return (
    other !== verb && other.from >= mention.to && other.to <= verb.from && other.row.class !== 'he'
  );
}

/** 'ujarnya': the last person who opened a sentence, else the last named in an office; at most a paragraph back. */
function spokenOfLast(field: ReadField, mentions: Mention[], verb: LexiconHit): Mention[] {
  const paragraph = field.paragraphOf[verb.from] ?? 0;
  const near = mentions.filter(
    ({ from, to, nameFrom, nameTo }) =>
      to <= verb.from && nameFrom !== nameTo && (field.paragraphOf[from] ?? 0) >= paragraph - 1,
  );
  const mention =
    near.findLast((candidate) => opensSentence(field, candidate)) ??
    near.findLast((candidate) => candidate.role !== null && !isObject(field, candidate));
  return mention === undefined ? [] : [mention];
}
